import { createHmac } from "node:crypto";
import type { AgeBand, Rater } from "@concord/instruments";
import { csvLine } from "@concord/interchange";
import {
  consents,
  type EndingOutcome,
  type EndingReason,
  type Episode,
  episodeChanges,
  episodes,
  responses,
  type Scope,
  scores,
  settings,
} from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { daysBetween } from "./calendar.ts";
import { isShared } from "./case-facts.ts";
import { endingOf } from "./episode-changes.ts";
import { permit } from "./permit.ts";
import { episodesForStatistics } from "./privacy/measuring.ts";
import { record } from "./record.ts";
import { agreesToResearch } from "./supervision.ts";

/** One number of one form, so that nobody is named in it. */
export interface ExportRow {
  readonly case: string;
  readonly therapist: string;
  readonly age_band: AgeBand;
  readonly session: number;
  /** Days since the case's first session; empty where a session has no date. */
  readonly day: number | null;
  readonly rater: Rater;
  readonly instrument: string;
  readonly version: string;
  /** One of the two is there: a scale as it was scored, or an item as it was answered. */
  readonly scale: string | null;
  readonly item: string | null;
  /** Empty where a scale could not be scored. */
  readonly value: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly prorated: boolean | null;
  /** Version of the scoring rules; empty for items. */
  readonly scoring: string | null;
  /** The day on which treatment ended, counted as `day` is; empty while it goes on. */
  readonly ending_day: number | null;
  /** Why it ended and whether its goals were reached; empty where that was not recorded. */
  readonly ending_reason: EndingReason | null;
  readonly ending_outcome: EndingOutcome | null;
}

export interface ExportResult {
  readonly rows: readonly ExportRow[];
  readonly cases: number;
  /** Cases left out because there is no consent to research, or processing is restricted. */
  readonly leftOut: number;
}

const together = 100;

const heading = [
  "case",
  "therapist",
  "age_band",
  "session",
  "day",
  "rater",
  "instrument",
  "version",
  "scale",
  "item",
  "value",
  "minimum",
  "maximum",
  "prorated",
  "scoring",
  "ending_day",
  "ending_reason",
  "ending_outcome",
] as const satisfies readonly (keyof ExportRow)[];

/** The rows as CSV, line by line. */
export function* exportLines(rows: Iterable<ExportRow>): Iterable<string> {
  yield csvLine(heading);
  for (const row of rows) yield csvLine(heading.map((name) => row[name]));
}

/**
 * The ratings of clients who agreed to research, in long form, without anything that points at a person.
 *
 * Cases and therapists go by names made from a key that never leaves the practice: the same in every export,
 * so that files can be joined, and of no use outside. Dates become days since the first session. Free text,
 * notes, what is a therapist's alone, and the order in which cases were opened stay behind.
 */
export async function exportDeidentified(context: AppContext, actor: Actor): Promise<ExportResult> {
  return within(context, actor, async (scope) => {
    permit(actor, "export-deidentified", { kind: "practice" });
    const key = await researchKey(scope, context);
    const all = await episodes.count(scope);
    const usable = await episodesForStatistics(scope);
    const agreed: Episode[] = [];
    const rows: ExportRow[] = [];
    for (const some of batches(usable)) {
      const ids = some.map((one) => one.episode);
      const said = Map.groupBy(await consents.list(scope, ids), (one) => one.episode);
      const included = some.filter((one) => agreesToResearch(said.get(one.episode) ?? []));
      agreed.push(...included);
      rows.push(...(await rowsOf(scope, key, included)));
    }
    await record(scope, actor, `export-deidentified ${rows.length}`, "practice");
    rows.sort((a, b) => (a.case < b.case ? -1 : a.case > b.case ? 1 : 0));
    return { rows, cases: agreed.length, leftOut: all - agreed.length };
  });
}

function* batches(all: readonly Episode[]): Iterable<readonly Episode[]> {
  for (let from = 0; from < all.length; from += together) yield all.slice(from, from + together);
}

async function rowsOf(
  scope: Scope,
  key: string,
  included: readonly Episode[],
): Promise<readonly ExportRow[]> {
  const ids = included.map((one) => one.episode);
  const kept = (await scores.list(scope, ids)).filter((one) => isShared(one.instrument));
  const answered = (await responses.list(scope, ids)).filter((one) => isShared(one.instrument));
  const versions = new Map(answered.map((one) => [one.response, one.instrumentVersion]));
  const firstDays = firstDates(kept);
  const changes = Map.groupBy(await episodeChanges.list(scope, ids), (one) => one.episode);
  const heads = new Map(
    included.map((one) => {
      const { reason, outcome } = endingOf(one, changes.get(one.episode) ?? []);
      const first = firstDays.get(one.episode);
      return [
        one.episode,
        {
          ...headOf(key, one),
          ending_day: first === undefined || one.closedOn === null ? null : daysBetween(first, one.closedOn),
          ending_reason: reason,
          ending_outcome: outcome,
        },
      ] as const;
    }),
  );
  const dates = new Map(kept.map((one) => [`${one.episode} ${one.session}`, one.date]));
  const dayOf = (episode: string, session: number): number | null => {
    const first = firstDays.get(episode);
    const date = dates.get(`${episode} ${session}`);
    return first === undefined || date == null ? null : daysBetween(first, date);
  };
  const scales = kept.map(({ result, ...one }): ExportRow => {
    const isScore = result.kind === "score";
    return {
      ...heads.get(one.episode)!,
      session: one.session,
      day: dayOf(one.episode, one.session),
      rater: one.rater,
      instrument: one.instrument,
      version: versions.get(one.response) ?? "",
      scale: result.scale,
      item: null,
      value: isScore ? result.value : null,
      minimum: isScore ? result.minimum : null,
      maximum: isScore ? result.maximum : null,
      prorated: isScore ? result.prorated : null,
      scoring: one.scoring,
    };
  });
  const items = answered.flatMap((one) =>
    Object.entries(one.values).map(
      ([item, value]): ExportRow => ({
        ...heads.get(one.episode)!,
        session: one.session,
        day: dayOf(one.episode, one.session),
        rater: one.rater,
        instrument: one.instrument,
        version: one.instrumentVersion,
        scale: null,
        item,
        value,
        minimum: null,
        maximum: null,
        prorated: null,
        scoring: null,
      }),
    ),
  );
  return [...scales, ...items];
}

function headOf(key: string, { episode, therapist, client }: Episode) {
  return {
    case: pseudonym(key, "c", episode),
    therapist: pseudonym(key, "t", therapist.staff),
    age_band: client.ageBand,
  };
}

/** The same person always gets the same name, and without the key nobody can tell whose it is. */
function pseudonym(key: string, prefix: string, identifier: string): string {
  return prefix + createHmac("sha256", key).update(identifier).digest("hex").slice(0, 12);
}

async function researchKey(scope: Scope, context: AppContext): Promise<string> {
  const known = await settings.get(scope, "researchKey");
  if (typeof known === "string" && known !== "") return known;
  const key = Buffer.from(context.secretBytes(32)).toString("hex");
  await settings.put(scope, "researchKey", key);
  return key;
}

/**
 * The first day of each case on which something was rated from session 1 on; the intake's where there is no
 * other.
 */
function firstDates(
  kept: readonly { readonly episode: string; readonly session: number; readonly date: string | null }[],
): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const dated = kept.flatMap(({ episode, session, date }) =>
    date === null ? [] : [{ episode, session, date }],
  );
  const byEpisode = Map.groupBy(dated, (one) => one.episode);
  for (const [episode, own] of byEpisode) {
    const held = own.filter((one) => one.session > 0);
    const days = (held.length > 0 ? held : own).map((one) => one.date).sort();
    if (days[0] !== undefined) first.set(episode, days[0]);
  }
  return first;
}

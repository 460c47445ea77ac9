import { findInstrument, type Instrument, score } from "@concord/instruments";
import {
  type GroupMember,
  groups,
  isIdentifier,
  responses,
  type Scope,
  type StoredResponse,
  scores,
  staff,
} from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { findCase, type OpenCase } from "./open-case.ts";
import { absent, permit } from "./permit.ts";
import { record } from "./record.ts";
import type { GroupView } from "./views.ts";

export interface GroupLine {
  readonly group: string;
  readonly name: string;
  readonly members: number;
}

/** The groups a therapist leads. */
export async function listGroups(context: AppContext, actor: Actor): Promise<readonly GroupLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const led = (await groups.list(scope)).filter(
      (one) => actor.kind === "staff" && one.therapist === actor.staff && one.closedOn === null,
    );
    const lines: GroupLine[] = [];
    for (const { group, name } of led) {
      const members = (await groups.members(scope, group)).filter((one) => one.leftOn === null);
      lines.push({ group, name, members: members.length });
    }
    return lines;
  });
}

/**
 * A group as its leader sees it: cohesion, and how members see each other.
 *
 * A round robin speaks of everyone in it, so whoever looks must be allowed every member's case.
 */
export async function readGroup(context: AppContext, actor: Actor, groupId: string): Promise<GroupView> {
  return within(context, actor, async (scope) => {
    const group = isIdentifier(groupId)
      ? (await groups.list(scope)).find((one) => one.group === groupId)
      : undefined;
    if (group === undefined) throw absent();
    const members = (await groups.members(scope, groupId)).filter((one) => one.leftOn === null);
    const found: OpenCase[] = [];
    for (const one of members) {
      const own = await findCase(scope, one.episode);
      if (own !== null) found.push(own);
    }
    if (found.length === 0) throw absent();
    for (const one of found) permit(actor, "read-case", one.subject);
    await record(scope, actor, "read-group", `group:${groupId}`);
    const leader = await staff.find(scope, group.therapist);
    return {
      group: groupId,
      name: group.name,
      therapist: { staff: group.therapist, name: leader?.name ?? "" },
      members: members.map((one) => ({ episode: one.episode, client: one.label })),
      cohesion: await cohesionOf(scope, members),
      rounds: await roundsOf(scope, members),
      simulated: found.some((one) => one.episode.simulated),
    };
  });
}

async function cohesionOf(scope: Scope, members: readonly GroupMember[]): Promise<GroupView["cohesion"]> {
  const ids = members.map((one) => one.episode);
  const kept = (await scores.list(scope, ids)).filter((one) => one.construct === "cohesion");
  const last = Math.max(0, ...kept.map((one) => one.session));
  return ids.map((episode) => {
    const own = new Map(
      kept.flatMap(({ episode: of, session, result }) =>
        of === episode && result.kind === "score" ? [[session, result.percent] as const] : [],
      ),
    );
    const spark = Array.from({ length: last }, (_, index) => own.get(index + 1) ?? null);
    return { episode, spark };
  });
}

async function roundsOf(scope: Scope, members: readonly GroupMember[]): Promise<GroupView["rounds"]> {
  const ids = members.map((one) => one.episode);
  const answered = (await responses.list(scope, ids)).filter(
    (one) => findInstrument(one.instrument)?.about === "each-member",
  );
  const rated = Map.groupBy(
    await responses.membersOf(
      scope,
      answered.map((one) => one.response),
    ),
    (one) => one.response,
  );
  const bySession = Map.groupBy(answered, (one) => one.session);
  return [...bySession]
    .sort(([one], [two]) => one - two)
    .flatMap(([session, round]) => {
      const instrument = findInstrument(round[0]?.instrument ?? "");
      if (instrument === null) return [];
      const cells = round
        .flatMap((one) => cellsOf(instrument, one, rated.get(one.response) ?? []))
        .sort(
          (a, b) =>
            ids.indexOf(a.perceiver) - ids.indexOf(b.perceiver) ||
            ids.indexOf(a.target) - ids.indexOf(b.target),
        );
      return [
        {
          session,
          scales: instrument.scales.map(({ id, title }) => ({
            scale: id,
            title,
            cells: cells.filter((one) => one.scale === id).map(({ scale: _, ...cell }) => cell),
          })),
        },
      ];
    });
}

/** What one member sees in each of the others, scored like a form of its own. */
function cellsOf(
  instrument: Instrument,
  response: StoredResponse,
  ratings: readonly { readonly member: string; readonly item: string; readonly value: number }[],
) {
  const byTarget = Map.groupBy(ratings, (one) => one.member);
  return [...byTarget].flatMap(([target, own]) => {
    const values = Object.fromEntries(own.map((one) => [one.item, one.value]));
    const version = response.instrumentVersion;
    const scored = score(instrument, {
      kind: "response",
      instrument: instrument.id,
      version,
      values,
      texts: {},
    });
    return scored.scales.flatMap((one) =>
      one.kind === "score"
        ? [{ scale: one.scale, perceiver: response.episode, target, percent: one.percent }]
        : [],
    );
  });
}

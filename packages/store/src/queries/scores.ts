import type { Construct, DatedScore } from "@concord/course";
import type { Rater, ScaleScore, Unscorable } from "@concord/instruments";
import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { insertMany } from "../bulk.ts";
import { unscorableFromText } from "../earlier-texts.ts";
import { response } from "../schema/response.ts";
import { score } from "../schema/score.ts";
import { session } from "../schema/session.ts";
import type { Scope } from "../scope.ts";

/** One scale of one response under one version of the scoring rules. */
export interface NewScore {
  readonly response: string;
  readonly episode: string;
  readonly construct: Construct;
  readonly better: "higher" | "lower" | "neither";
  /** Version of the scoring rules. */
  readonly scoring: string;
  readonly result: ScaleScore | Unscorable;
}

/** A score as it is read back, with where it belongs. */
export interface StoredScore extends NewScore {
  readonly session: number;
  /** The day of the session, or the day an imported file gives. */
  readonly date: string | null;
  readonly instrument: string;
  readonly rater: Rater;
}

/**
 * Writes scores; those of other versions for the same responses stay, but are no longer the current ones.
 * Writing the same version again changes nothing, so a recomputation may be stopped and started.
 */
export async function record(scope: Scope, given: readonly NewScore[]): Promise<void> {
  if (given.length === 0) return;
  const versions = Map.groupBy(given, (one) => one.scoring);
  for (const [scoring, ofVersion] of versions) {
    const responses = [...new Set(ofVersion.map((one) => one.response))];
    await makeCurrent(scope, responses, scoring);
    await addMany(scope, ofVersion);
  }
}

/** Adds scores of responses that have none yet: quicker than `record` for imports and simulations. */
export async function addMany(scope: Scope, given: readonly NewScore[]): Promise<number> {
  const computedAt = scope.now();
  return insertMany(
    scope,
    score,
    given.map(({ result, ...one }) => ({
      responseId: one.response,
      episodeId: one.episode,
      scoring: one.scoring,
      scale: result.scale,
      construct: one.construct,
      better: one.better,
      kind: result.kind,
      value: result.kind === "score" ? result.value : null,
      percent: result.kind === "score" ? result.percent : null,
      minimum: result.kind === "score" ? result.minimum : null,
      maximum: result.kind === "score" ? result.maximum : null,
      answered: result.answered,
      items: result.items,
      prorated: result.kind === "score" && result.prorated,
      reason: result.kind === "score" ? null : result.reason,
      message: result.kind === "score" ? null : result.message,
      current: true,
      computedAt,
    })),
  );
}

/** The current scores of some episodes, of responses that stand, in order of session. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly StoredScore[]> {
  if (episodes.length === 0) return [];
  const correction = alias(response, "correction");
  const rows = await scope.database
    .select({
      score,
      session: response.session,
      instrument: response.instrument,
      rater: response.rater,
      answeredOn: response.answeredOn,
      heldOn: session.heldOn,
    })
    .from(score)
    .innerJoin(
      response,
      and(eq(response.practiceId, score.practiceId), eq(response.responseId, score.responseId)),
    )
    .innerJoin(
      session,
      and(
        eq(session.practiceId, response.practiceId),
        eq(session.episodeId, response.episodeId),
        eq(session.number, response.session),
      ),
    )
    .leftJoin(
      correction,
      and(eq(correction.practiceId, score.practiceId), eq(correction.corrects, score.responseId)),
    )
    .where(
      and(
        eq(score.practiceId, scope.practice),
        inArray(score.episodeId, [...episodes]),
        eq(score.current, true),
        isNull(correction.responseId),
      ),
    )
    .orderBy(
      asc(score.episodeId),
      asc(response.session),
      asc(response.receivedAt),
      asc(score.responseId),
      asc(score.scale),
    );
  return rows.map(({ score: row, ...about }) => ({
    response: row.responseId,
    episode: row.episodeId,
    session: about.session,
    date: about.heldOn ?? about.answeredOn,
    instrument: about.instrument,
    rater: about.rater,
    // Written from a value of this type by `addMany` and by nothing else.
    construct: row.construct as Construct,
    better: row.better,
    scoring: row.scoring,
    result: resultOf(row),
  }));
}

/** The scores of some episodes as a course wants them: those that are numbers, by episode. */
export async function dated(
  scope: Scope,
  episodes: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedScore[]>> {
  const byEpisode = new Map<string, DatedScore[]>(episodes.map((one) => [one, []]));
  for (const { result, ...one } of await list(scope, episodes)) {
    if (result.kind !== "score") continue;
    byEpisode.get(one.episode)?.push({
      session: one.session,
      ...(one.date === null ? {} : { date: one.date }),
      rater: one.rater,
      construct: one.construct,
      instrument: one.instrument,
      scale: result.scale,
      value: result.value,
      minimum: result.minimum,
      maximum: result.maximum,
      better: one.better,
    });
  }
  return byEpisode;
}

/** Responses of an instrument without a current score of this scoring version: what a recomputation has to do. */
export async function stale(
  scope: Scope,
  instrument: string,
  scoring: string,
  limit = 1_000,
): Promise<readonly string[]> {
  const rows = await scope.database
    .selectDistinct({ response: response.responseId })
    .from(response)
    .leftJoin(
      score,
      and(
        eq(score.practiceId, response.practiceId),
        eq(score.responseId, response.responseId),
        eq(score.current, true),
      ),
    )
    .where(
      and(
        eq(response.practiceId, scope.practice),
        eq(response.instrument, instrument),
        or(isNull(score.responseId), ne(score.scoring, scoring)),
        sql`${response.values} <> '{}'::jsonb`,
      ),
    )
    .orderBy(asc(response.responseId))
    .limit(limit);
  return rows.map((row) => row.response);
}

/** Of what is kept, this version counts, and no other: also one that was left for a newer version before. */
async function makeCurrent(scope: Scope, responses: readonly string[], scoring: string): Promise<void> {
  await scope.database
    .update(score)
    .set({ current: sql`not ${score.current}` })
    .where(
      and(
        eq(score.practiceId, scope.practice),
        sql`${score.responseId} = any(${sql.param(responses)}::uuid[])`,
        sql`${score.current} <> (${score.scoring} = ${scoring})`,
      ),
    );
}

function resultOf(row: typeof score.$inferSelect): ScaleScore | Unscorable {
  const counts = { scale: row.scale, answered: row.answered, items: row.items };
  if (row.kind === "unscorable") {
    const reason = row.reason ?? "";
    return { kind: "unscorable", ...counts, reason, message: row.message ?? unscorableFromText(reason) };
  }
  return {
    kind: "score",
    ...counts,
    value: present(row.value),
    percent: present(row.percent),
    minimum: present(row.minimum),
    maximum: present(row.maximum),
    prorated: row.prorated,
  };
}

/** The table's own check keeps a score's numbers from being null. */
function present(value: number | null): number {
  if (value === null) throw new RangeError("score requires its numbers: null");
  return value;
}

import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import {
  type BeforeClosing,
  type endingOutcomes,
  type endingReasons,
  episodeChange,
} from "../schema/episode-change.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

export type EndingReason = (typeof endingReasons)[number];
export type EndingOutcome = (typeof endingOutcomes)[number];

/** When a treatment began, ended, was resumed or got another therapist. */
export interface EpisodeChange {
  readonly episode: string;
  readonly kind: "opened" | "closed" | "reopened" | "handed-over";
  readonly happenedOn: string;
  /** Why it ended; null where that is not known, and for the other kinds. */
  readonly reason: EndingReason | null;
  readonly outcome: EndingOutcome | null;
  readonly words: string | null;
  /** What closing changed beside the case. */
  readonly before: BeforeClosing | null;
  readonly fromStaff: string | null;
  readonly toStaff: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export type NewEpisodeChange = Pick<EpisodeChange, "episode" | "kind" | "happenedOn"> &
  Partial<Omit<EpisodeChange, "episode" | "kind" | "happenedOn" | "recordedAt">>;

/** Writes down changes of treatments. Nothing is overwritten. */
export async function record(scope: Scope, given: readonly NewEpisodeChange[]): Promise<void> {
  if (given.length === 0) return;
  const [newest] = await scope.database
    .select({ at: episodeChange.recordedAt })
    .from(episodeChange)
    .where(
      and(
        eq(episodeChange.practiceId, scope.practice),
        inArray(
          episodeChange.episodeId,
          given.map((one) => one.episode),
        ),
      ),
    )
    .orderBy(desc(episodeChange.recordedAt))
    .limit(1);
  const recordedAt = presentAfter(scope.now(), newest?.at);
  await scope.database.insert(episodeChange).values(
    given.map(({ episode, ...one }) => ({
      ...one,
      practiceId: scope.practice,
      changeId: newIdentifier(),
      episodeId: episode,
      recordedAt,
    })),
  );
}

/** Returns every change of some treatments, in the order in which they were written down. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly EpisodeChange[]> {
  if (episodes.length === 0) return [];
  return scope.database
    .select({
      episode: episodeChange.episodeId,
      kind: episodeChange.kind,
      happenedOn: episodeChange.happenedOn,
      reason: episodeChange.reason,
      outcome: episodeChange.outcome,
      words: episodeChange.words,
      before: episodeChange.before,
      fromStaff: episodeChange.fromStaff,
      toStaff: episodeChange.toStaff,
      recordedBy: episodeChange.recordedBy,
      recordedAt: episodeChange.recordedAt,
    })
    .from(episodeChange)
    .where(and(eq(episodeChange.practiceId, scope.practice), inArray(episodeChange.episodeId, [...episodes])))
    .orderBy(asc(episodeChange.episodeId), asc(episodeChange.recordedAt), asc(episodeChange.changeId));
}

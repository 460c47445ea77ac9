import type { PhaseName } from "@concord/course";
import { and, asc, eq, inArray } from "drizzle-orm";
import { phaseMark } from "../schema/phase.ts";
import type { Scope } from "../scope.ts";

/** A phase set by hand. */
export interface PhaseMark {
  readonly episode: string;
  readonly name: PhaseName;
  readonly from: number;
  readonly markedBy: string;
  readonly markedAt: string;
}

/** Sets where a phase begins, over the rule; setting it again moves it. */
export async function mark(
  scope: Scope,
  given: { readonly episode: string; readonly name: PhaseName; readonly from: number; readonly by: string },
): Promise<void> {
  const set = { from: given.from, markedBy: given.by, markedAt: scope.now() };
  await scope.database
    .insert(phaseMark)
    .values({ practiceId: scope.practice, episodeId: given.episode, phase: given.name, ...set })
    .onConflictDoUpdate({ target: [phaseMark.practiceId, phaseMark.episodeId, phaseMark.phase], set });
}

/** Lets the rule decide again. */
export async function unmark(scope: Scope, episodeId: string, name: PhaseName): Promise<void> {
  await scope.database
    .delete(phaseMark)
    .where(
      and(
        eq(phaseMark.practiceId, scope.practice),
        eq(phaseMark.episodeId, episodeId),
        eq(phaseMark.phase, name),
      ),
    );
}

export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly PhaseMark[]> {
  if (episodes.length === 0) return [];
  return scope.database
    .select({
      episode: phaseMark.episodeId,
      name: phaseMark.phase,
      from: phaseMark.from,
      markedBy: phaseMark.markedBy,
      markedAt: phaseMark.markedAt,
    })
    .from(phaseMark)
    .where(and(eq(phaseMark.practiceId, scope.practice), inArray(phaseMark.episodeId, [...episodes])))
    .orderBy(asc(phaseMark.episodeId), asc(phaseMark.from), asc(phaseMark.phase));
}

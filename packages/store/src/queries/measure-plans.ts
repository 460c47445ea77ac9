import { and, desc, eq, isNull } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { measurePlan } from "../schema/measure-plan.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";

/** What was decided about questionnaires, by whom and when. Its reader checks the content. */
export interface StoredMeasurePlan {
  readonly plan: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** Adds a plan, which is in force from now on; null as episode for that of the practice. Older ones stay. */
export async function add(
  scope: Scope,
  given: {
    readonly episode: string | null;
    readonly content: Readonly<Record<string, unknown>>;
    readonly by: string;
  },
): Promise<void> {
  await scope.database.insert(measurePlan).values({
    practiceId: scope.practice,
    planId: newIdentifier(),
    episodeId: given.episode,
    content: given.content,
    madeBy: given.by,
    madeAt: scope.now(),
  });
}

/** Returns the content of the plan in force for the practice, or for a case where one is named; null without one. */
export async function inForce(
  scope: Scope,
  episode: string | null,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [newest] = await scope.database
    .select({ content: measurePlan.content })
    .from(measurePlan)
    .where(ofEpisode(scope, episode))
    .orderBy(desc(measurePlan.madeAt), desc(measurePlan.planId))
    .limit(1);
  return newest?.content ?? null;
}

/** Returns the newest plans of the practice, or of a case, newest first, with the names of those who made them. */
export async function history(
  scope: Scope,
  episode: string | null,
  most = 50,
): Promise<readonly StoredMeasurePlan[]> {
  return scope.database
    .select({
      plan: measurePlan.planId,
      content: measurePlan.content,
      madeBy: staff.name,
      madeAt: measurePlan.madeAt,
    })
    .from(measurePlan)
    .innerJoin(
      staff,
      and(eq(staff.practiceId, measurePlan.practiceId), eq(staff.staffId, measurePlan.madeBy)),
    )
    .where(ofEpisode(scope, episode))
    .orderBy(desc(measurePlan.madeAt), desc(measurePlan.planId))
    .limit(most);
}

function ofEpisode(scope: Scope, episode: string | null) {
  return and(
    eq(measurePlan.practiceId, scope.practice),
    episode === null ? isNull(measurePlan.episodeId) : eq(measurePlan.episodeId, episode),
  );
}

import { and, eq, isNull } from "drizzle-orm";
import { knownPractice } from "../schema/directory.ts";
import { measurePlan } from "../schema/measure-plan.ts";
import { practice } from "../schema/practice.ts";
import type { Scope } from "../scope.ts";

export interface Practice {
  readonly practice: string;
  readonly name: string;
  readonly language: string;
  /** IANA name of a time zone. */
  readonly timeZone: string;
  readonly simulated: boolean;
  readonly createdAt: string;
}

/** Writes the practice of this scope, whose identifier the caller made with `newIdentifier()`. */
export async function found(
  scope: Scope,
  given: {
    readonly name: string;
    readonly language?: string;
    readonly timeZone?: string;
    readonly simulated?: boolean;
  },
): Promise<Practice> {
  const row = {
    practiceId: scope.practice,
    name: given.name,
    language: given.language ?? "en",
    timeZone: given.timeZone ?? "UTC",
    simulated: given.simulated ?? false,
    createdAt: scope.now(),
  };
  await scope.database.insert(practice).values(row);
  await scope.database.insert(knownPractice).values({ practiceId: scope.practice });
  const { practiceId, ...rest } = row;
  return { practice: practiceId, ...rest };
}

/** The practice of this scope, or null where there is none by its identifier. */
export async function get(scope: Scope): Promise<Practice | null> {
  const [row] = await scope.database.select().from(practice);
  if (row === undefined) return null;
  const { practiceId, ...rest } = row;
  return { practice: practiceId, ...rest };
}

/** Returns whether the practice has chosen its questionnaires: a plan of its own, not of one client. */
export async function hasMeasurePlan(scope: Scope): Promise<boolean> {
  const rows = await scope.database
    .select({ plan: measurePlan.planId })
    .from(measurePlan)
    .where(and(eq(measurePlan.practiceId, scope.practice), isNull(measurePlan.episodeId)))
    .limit(1);
  return rows.length > 0;
}

/** Changes the name, language or time zone of the practice. */
export async function change(
  scope: Scope,
  changes: { readonly name?: string; readonly language?: string; readonly timeZone?: string },
): Promise<void> {
  if (Object.keys(changes).length > 0) await scope.database.update(practice).set(changes);
}

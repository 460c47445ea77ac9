import type { Association, learnReadiness, ReadinessModel } from "@concord/course";
import { type Scope, settings } from "@concord/store";

const name = "readiness-effect";

/** Returns what this practice's own cases taught of readiness at intake; null while too few have answered. */
export async function readinessModel(scope: Scope): Promise<ReadinessModel | null> {
  const saved = await settings.get(scope, name);
  return isModel(saved) ? saved : null;
}

export async function saveReadinessModel(
  scope: Scope,
  learnt: ReturnType<typeof learnReadiness>,
): Promise<void> {
  await settings.put(scope, name, learnt);
}

/** Whether a row is a model of this version; where it is not, readiness changes nothing until it is learnt again. */
function isModel(value: unknown): value is ReadinessModel {
  if (typeof value !== "object" || value === null) return false;
  const { instrument, mean, deviation, clients, alliance, improvement } = value as Partial<ReadinessModel>;
  return (
    typeof instrument === "string" &&
    [mean, deviation, clients].every(Number.isFinite) &&
    [alliance?.client, alliance?.therapist, improvement].every(isAssociation)
  );
}

function isAssociation(value: Association | undefined): boolean {
  return (
    value !== undefined &&
    [value.correlation, value.standardError, value.cases].every(Number.isFinite) &&
    Array.isArray(value.sources)
  );
}

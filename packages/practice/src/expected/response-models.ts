import type { ResponseModel } from "@concord/course";
import { type Scope, settings } from "@concord/store";

const name = "expected-response";

/** Returns what this practice's own cases taught of how outcome measures respond; empty while the prior stands. */
export async function responseModels(scope: Scope): Promise<readonly ResponseModel[]> {
  const saved = await settings.get(scope, name);
  return Array.isArray(saved) ? saved.filter(isModel) : [];
}

export async function saveResponseModels(scope: Scope, models: readonly ResponseModel[]): Promise<void> {
  await settings.put(scope, name, models);
}

const figures = [
  "centre",
  "start",
  "startPerIntake",
  "slope",
  "slopePerIntake",
  "startDeviation",
  "slopeDeviation",
  "correlation",
  "deviation",
  "cases",
  "usualLength",
] as const satisfies readonly (keyof ResponseModel)[];

/** Whether a row is a model of this version; where it is not, the prior stands until one is learnt again. */
function isModel(value: unknown): value is ResponseModel {
  if (typeof value !== "object" || value === null) return false;
  const model = value as Partial<ResponseModel>;
  const { covariance } = model;
  return (
    typeof model.rater === "string" &&
    typeof model.instrument === "string" &&
    typeof model.scale === "string" &&
    model.unit === "points" &&
    model.standing === "learnt" &&
    figures.every((figure) => Number.isFinite(model[figure])) &&
    Array.isArray(covariance) &&
    covariance.length === 4 &&
    covariance.every((row) => Array.isArray(row) && row.length === 4 && row.every(Number.isFinite)) &&
    Array.isArray(model.sources)
  );
}

import type { ExpectedModel } from "@concord/course";
import { type Scope, settings } from "@concord/store";

const name = "expected-course";

/** What this practice's own cases taught of how ratings go; empty while the priors still stand. */
export async function expectedModels(scope: Scope): Promise<readonly ExpectedModel[]> {
  const kept = await settings.get(scope, name);
  return Array.isArray(kept) ? kept.filter(isModel) : [];
}

export async function saveModels(scope: Scope, models: readonly ExpectedModel[]): Promise<void> {
  await settings.put(scope, name, models);
}

/** A row written by another version is passed over: the prior is used until it is learnt again. */
function isModel(value: unknown): value is ExpectedModel {
  if (typeof value !== "object" || value === null) return false;
  const { rater, construct, scale, growth, standing, cases } = value as Partial<ExpectedModel>;
  const figures = Object.values(growth ?? {});
  return (
    typeof rater === "string" &&
    construct === "alliance" &&
    typeof scale === "string" &&
    standing === "learnt" &&
    typeof cases === "number" &&
    figures.length === 8 &&
    figures.every(Number.isFinite)
  );
}

import type { GroupData } from "./moments.ts";
import type { ParameterTable } from "./parameter-table.ts";
import type { Saturated, SaturatedResult } from "./saturated.ts";
import type { Problem } from "./search.ts";

export interface RefusedStructuralModel {
  readonly kind: "not-identified" | "not-positive-definite" | "not-converged" | "too-few-rows";
  /** What is wrong and what to do, in a line. */
  readonly reason: string;
}

/** Moments that no model can be fitted to. */
export function refusedMoments(
  moments: Exclude<SaturatedResult, { readonly kind: "saturated" }>,
  { label, count }: GroupData,
  table: ParameterTable,
): RefusedStructuralModel {
  const place = label === "" ? "" : ` in group ${label}`;
  if (moments.kind === "unsettled")
    return {
      kind: "not-converged",
      reason: `the means and covariances of incomplete rows did not settle${place}: some pairs of variables are hardly ever answered together`,
    };
  if (count <= table.observed.length)
    return {
      kind: "too-few-rows",
      reason: `${table.observed.length} variables require more than ${table.observed.length} rows${place}: ${count}`,
    };
  const name = table.observed[moments.variable]!;
  return {
    kind: "not-positive-definite",
    reason: `${name} does not vary, or is a sum of other variables of the model${place}: leave one of them out`,
  };
}

/** A search without an end. */
export function notConverged(reason: "start" | "no-descent" | "limit"): RefusedStructuralModel {
  const what = {
    start:
      "the starting values make an impossible covariance matrix: give others by start(), or fix fewer paths at zero",
    "no-descent":
      "the search came to a place from which nothing improves: simplify the model or give starting values",
    limit: "the search found no end: the model may ask for more than these data can say",
  };
  return { kind: "not-converged", reason: what[reason] };
}

/** A model with more answers than one. */
export function notIdentified(
  information:
    | { readonly kind: "singular"; readonly moving: readonly number[] }
    | { readonly kind: "indefinite" },
  table: ParameterTable,
  { model, reduction }: Problem,
): RefusedStructuralModel {
  if (information.kind === "indefinite") return notConverged("limit");
  const names = information.moving.map((i) => {
    const parameter = reduction.representative[i]!;
    const { left, operator, right } = table.rows[model.parameterOf.indexOf(parameter)]!;
    return operator === "~1" ? `${left} ~ 1` : `${left} ${operator} ${right}`;
  });
  return {
    kind: "not-identified",
    reason: `these can move together and leave the model as it is: ${names.join(", ")}. Fix or equate one of them`,
  };
}

/** From here on an intercept and the slope of a predictor share all but a millionth of what is known of them. */
const FAR = 1e3;

/**
 * Returns a sentence about predictors so far from zero for their spread that an intercept cannot be told from their
 * slope, or nothing. An intercept is the value at zero, which then lies many standard deviations away.
 */
export function farFromZero(table: ParameterTable, saturated: readonly Saturated[]): string {
  const p = table.observed.length;
  const predictors = new Set(table.rows.flatMap(({ operator, right }) => (operator === "~" ? [right] : [])));
  const words = table.observed.flatMap((name, i) => {
    if (!predictors.has(name)) return [];
    const distances = saturated.map(
      ({ mean, covariance }) => Math.abs(mean[i]!) / Math.sqrt(covariance[i * p + i]!),
    );
    const distance = Math.max(...distances);
    return distance > FAR
      ? [`${name} lies ${distance.toExponential(0)} standard deviations from zero: count it from its mean`]
      : [];
  });
  return words.join("; ");
}

/** Returns the refusal with what may have caused it, where there is anything. */
export function withHint(refused: RefusedStructuralModel, hint: string): RefusedStructuralModel {
  return hint === "" ? refused : { ...refused, reason: `${refused.reason}. ${hint}` };
}

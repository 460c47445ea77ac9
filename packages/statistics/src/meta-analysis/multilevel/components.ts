import { cholesky, matrixOf, solveCholesky } from "@concord/numerics";
import type { Regression } from "../regression.ts";
import type { CovarianceStructure } from "./covariance.ts";
import { averageInformation, type ComponentFit, fitComponents, type Likelihood, slopes } from "./deviance.ts";
import type { GroupLevel } from "./nested-groups.ts";

/** Effects, their covariance and their groups: all that the likelihood of the components needs. */
export interface ComponentProblem {
  readonly regression: Regression;
  readonly structure: CovarianceStructure;
  readonly levels: readonly GroupLevel[];
  readonly method: Likelihood;
}

export type ComponentSearch =
  | { readonly kind: "settled"; readonly fit: ComponentFit; readonly steps: number }
  | { readonly kind: "unsettled"; readonly fit: ComponentFit; readonly steps: number };

/**
 * The variance components, none below zero, that make the effects most likely; those in `held` stay as they start.
 *
 * Newton's steps with the average information; a component on zero whose slope points outwards is left there, and
 * steps are halved until the likelihood rises.
 */
export function searchComponents(
  problem: ComponentProblem,
  start: readonly number[],
  held: readonly number[] = [],
  limit = 300,
): ComponentSearch {
  const { regression, structure, levels, method } = problem;
  let fit = fitComponents(regression, structure, start);
  const scale = typicalVariance(regression);
  for (let steps = 1; steps <= limit; steps++) {
    const slope = slopes(regression, levels, fit, method);
    const free = levels.flatMap((_, l) =>
      held.includes(l) || (fit.components[l] === 0 && slope[l]! >= 0) ? [] : [l],
    );
    if (free.length === 0) return { kind: "settled", fit, steps };
    const information = averageInformation(regression, structure, levels, fit);
    const direction = newtonDirection(information.values, levels.length, slope, free);
    const landing = improve(problem, fit, direction, slope);
    if (landing === undefined) return { kind: "settled", fit, steps };
    const moved = Math.max(
      ...free.map(
        (l) =>
          Math.abs(landing.components[l]! - fit.components[l]!) / (landing.components[l]! + 1e-6 * scale),
      ),
    );
    fit = landing;
    if (moved < 1e-10) return { kind: "settled", fit, steps };
  }
  return { kind: "unsettled", fit, steps: limit };
}

function newtonDirection(
  information: Float64Array,
  size: number,
  slope: readonly number[],
  free: readonly number[],
): readonly number[] {
  const direction = slope.map(() => 0);
  const part = matrixOf(free.map((a) => free.map((b) => information[a * size + b]!)));
  const factored = cholesky(part);
  if (factored.kind === "not-positive-definite") {
    for (const l of free) {
      const own = information[l * size + l]!;
      direction[l] = own > 0 ? -slope[l]! / own : -slope[l]!;
    }
    return direction;
  }
  const solved = solveCholesky(factored.factor, matrixOf(free.map((l) => [-slope[l]!]))).values;
  free.forEach((l, place) => {
    direction[l] = solved[place]!;
  });
  return direction;
}

/** The first halving of the step that makes the effects more likely; undefined where none does. */
function improve(
  { regression, structure, method }: ComponentProblem,
  fit: ComponentFit,
  direction: readonly number[],
  slope: readonly number[],
): ComponentFit | undefined {
  const before = fit.logLikelihood[method];
  // Rounding of the likelihood hides gains smaller than this; then the slope alone decides.
  const noise = 1e-13 * (Math.abs(before) + regression.k);
  for (let share = 1; share > 1e-10; share /= 2) {
    const components = fit.components.map((value, l) => Math.max(0, value + share * direction[l]!));
    const gain = components.reduce(
      (total, value, l) => total - 0.5 * slope[l]! * (value - fit.components[l]!),
      0,
    );
    if (!(gain > 0)) return undefined;
    const there = fitComponents(regression, structure, components);
    const after = there.logLikelihood[method];
    if (after > before || (gain < noise && after > before - noise)) return there;
  }
  return undefined;
}

function typicalVariance(regression: Regression): number {
  let total = 0;
  for (const variance of regression.variances) total += 1 / variance;
  return regression.k / total;
}

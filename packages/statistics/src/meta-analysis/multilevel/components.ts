import { cholesky, matrixOf, sampleVariance, solveCholesky } from "@concord/numerics";
import { SCAN, typicalVariance } from "../likelihood-variance.ts";
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
    const landing =
      improve(problem, fit, newtonDirection(information.values, levels.length, slope, free), slope) ??
      improve(problem, fit, ownDirection(information.values, levels.length, slope, free), slope);
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
  if (factored.kind === "not-positive-definite") return ownDirection(information, size, slope, free);
  const solved = solveCholesky(factored.factor, matrixOf(free.map((l) => [-slope[l]!]))).values;
  free.forEach((l, place) => {
    direction[l] = solved[place]!;
  });
  return direction;
}

/** Each component by its own curvature: a way down even after it is cut off at zero. */
function ownDirection(
  information: Float64Array,
  size: number,
  slope: readonly number[],
  free: readonly number[],
): readonly number[] {
  return slope.map((value, l) => {
    if (!free.includes(l)) return 0;
    const own = information[l * size + l]!;
    return own > 0 ? -value / own : -value;
  });
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
    // Cut off at zero, a step may lead uphill: the other direction is tried then.
    if (!(gain > 0)) return undefined;
    const there = fitComponents(regression, structure, components);
    const after = there.logLikelihood[method];
    if (after > before || (gain < noise && after > before - noise)) return there;
  }
  return undefined;
}

/**
 * Returns where to start, as the likelihood may have several maxima: the likeliest of a coarse scan over the components,
 * in units of the sampling variances and, where the effects scatter far more than these, of their own scatter; of none
 * of them; and of an even share of a first estimate.
 */
export function likeliestStart(problem: ComponentProblem, first: number): readonly number[] {
  const { regression, structure, levels, method } = problem;
  const typical = typicalVariance(regression);
  const factors = levels.length === 1 ? [0, ...SCAN] : levels.length === 2 ? [0, 0.1, 1, 10] : [0, 0.3, 3];
  const scatter = sampleVariance(Array.from(regression.estimates));
  const further =
    scatter > Math.max(...factors) * typical ? [0.1, 0.4, 1.6].map((share) => share * scatter) : [];
  const values = [...factors.map((factor) => factor * typical), ...further];
  let grid: readonly (readonly number[])[] = [[]];
  for (const _ of levels) grid = grid.flatMap((part) => values.map((value) => [...part, value]));
  let best = levels.map(() => Math.max(first, 0.1 * typical) / levels.length);
  let highest = fitComponents(regression, structure, best).logLikelihood[method];
  for (const components of grid) {
    const here = fitComponents(regression, structure, components).logLikelihood[method];
    if (here > highest) {
      highest = here;
      best = [...components];
    }
  }
  return best;
}

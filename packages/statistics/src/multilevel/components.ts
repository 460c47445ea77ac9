import type { RandomComponent, Singularity, ThetaName, VarianceShare } from "./fit.ts";
import type { MultilevelProblem } from "./problem.ts";
import { placesInBlock, type TermBlock } from "./random-part.ts";
import { lowerRoot, multiplySmall } from "./small-matrices.ts";
import { unidentifiedEffects } from "./unidentified.ts";

/** A diagonal of Λ below this share of its row's length, in columns of unit spread, is on the boundary. */
const BOUNDARY = 1e-4;

/** Returns θ in the columns as they were, relative to the outcome's spread. */
export function thetaAsWas(problem: MultilevelProblem, scaled: readonly number[]): readonly number[] {
  return problem.random.blocks.flatMap((block) => {
    const root = loadingsAsWas(block, scaled);
    return placesInBlock(block).map(([row, column]) => root[row * block.effects + column]!);
  });
}

/** The lower root of the block's covariance in the columns as they were. */
function loadingsAsWas(block: TermBlock, theta: readonly number[]): Float64Array {
  const q = block.effects;
  const own = new Float64Array(q * q);
  placesInBlock(block).forEach(([row, column], place) => {
    own[row * q + column] = theta[block.from + place]!;
  });
  return lowerRoot(multiplySmall(block.back, own, q, q, q), q);
}

export function thetaNamesOf({ random, design }: MultilevelProblem): readonly ThetaName[] {
  return random.blocks.flatMap((block) => {
    const { names } = design.terms[block.term]!;
    return placesInBlock(block).map(([row, column]) => ({
      group: block.group,
      row: names[row]!,
      column: names[column]!,
    }));
  });
}

/** Variances, covariances and the residual variance at θ and σ, as they were. */
export function componentsOf(
  { random, design }: MultilevelProblem,
  theta: readonly number[],
  residualDeviation: number,
): readonly RandomComponent[] {
  const rows = random.blocks.flatMap((block): readonly RandomComponent[] => {
    const { names } = design.terms[block.term]!;
    const root = loadingsAsWas(block, theta);
    const covariance = (i: number, j: number) => {
      let sum = 0;
      for (let c = 0; c <= Math.min(i, j); c++)
        sum += root[i * block.effects + c]! * root[j * block.effects + c]!;
      return residualDeviation ** 2 * sum;
    };
    const deviations = names.map((_, i) => Math.sqrt(covariance(i, i)));
    const variances = names.map((first, i) => ({
      group: block.group,
      first,
      covariance: covariance(i, i),
      deviation: deviations[i]!,
    }));
    const pairs = placesInBlock(block).filter(([row, column]) => row > column);
    return [
      ...variances,
      ...pairs.map(([row, column]) => ({
        group: block.group,
        first: names[column]!,
        second: names[row]!,
        covariance: covariance(row, column),
        deviation: covariance(row, column) / (deviations[row]! * deviations[column]!),
      })),
    ];
  });
  return [...rows, { group: "Residual", covariance: residualDeviation ** 2, deviation: residualDeviation }];
}

/** Each component's share of all variance; empty where an effect other than an intercept varies. */
export function intraclassOf(components: readonly RandomComponent[]): readonly VarianceShare[] {
  const isOnlyIntercepts = components.every(({ first }) => first === undefined || first === "(Intercept)");
  if (!isOnlyIntercepts) return [];
  const total = components.reduce((sum, { covariance }) => sum + covariance, 0);
  return components.map(({ group, covariance }) => ({ group, share: covariance / total }));
}

/**
 * What lies on the boundary at θ, and what no data like these could tell. Whether anything does is read in the columns of
 * the computation, where no origin of a predictor counts; which effect it is, in the columns as they were.
 */
export function singularitiesOf(
  problem: MultilevelProblem,
  theta: readonly number[],
): readonly Singularity[] {
  const unidentified = unidentifiedEffects(problem);
  return problem.random.blocks.flatMap((block) => {
    const { names } = problem.design.terms[block.term]!;
    const q = block.effects;
    const own = new Float64Array(q * q);
    placesInBlock(block).forEach(([row, column], place) => {
      own[row * q + column] = theta[block.from + place]!;
    });
    const rows = atBoundary(own, q, Array(q).fill(1));
    const asWas = lowerRoot(multiplySmall(block.back, own, q, q, q), q);
    const units = names.map((_, i) => Math.hypot(...block.back.subarray(i * q, (i + 1) * q)));
    const found = rows.some((reason) => reason !== undefined) ? atBoundary(asWas, q, units) : [];
    const named = (found.some((reason) => reason !== undefined) ? found : rows).flatMap(
      (reason, i): readonly Singularity[] =>
        reason === undefined ? [] : [{ group: block.group, effect: names[i]!, reason }],
    );
    return [...named, ...unidentified.filter(({ group }) => group === block.group)];
  });
}

/** Row by row of a lower root: whether an effect does not vary, or only with those before it. */
function atBoundary(
  root: Float64Array,
  size: number,
  units: readonly number[],
): readonly (Singularity["reason"] | undefined)[] {
  return units.map((unit, i) => {
    const length = Math.hypot(...root.subarray(i * size, i * size + size));
    if (length < BOUNDARY * unit) return "no-variance";
    return root[i * size + i]! < BOUNDARY * length ? "determined-by-others" : undefined;
  });
}

import type { RandomComponent, Singularity, ThetaName, VarianceShare } from "./fit.ts";
import type { MultilevelProblem } from "./problem.ts";
import { placesInBlock, type TermBlock } from "./random-part.ts";
import { unidentifiedEffects } from "./unidentified.ts";

/** A diagonal of Λ below this share of its row's length, in columns of unit spread, is on the boundary. */
const BOUNDARY = 1e-4;

/** θ in the columns as they were. */
export function thetaAsWas(problem: MultilevelProblem, scaled: readonly number[]): readonly number[] {
  return problem.random.blocks.flatMap((block) =>
    placesInBlock(block).map(([row], place) => scaled[block.from + place]! / block.spreads[row]!),
  );
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
    const covariance = (i: number, j: number) =>
      residualDeviation ** 2 * relativeCovariance(block, theta, i, j);
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

/** What lies on the boundary at θ in scaled columns, and what no data like these could tell. */
export function singularitiesOf(
  problem: MultilevelProblem,
  theta: readonly number[],
): readonly Singularity[] {
  const unidentified = unidentifiedEffects(problem);
  return problem.random.blocks.flatMap((block) => {
    const { names } = problem.design.terms[block.term]!;
    const places = placesInBlock(block);
    const ofRow = (wanted: number) => places.flatMap(([row], place) => (row === wanted ? [place] : []));
    const atBoundary = names.flatMap((effect, i): readonly Singularity[] => {
      const row = ofRow(i).map((place) => theta[block.from + place]!);
      const length = Math.hypot(...row);
      if (length < BOUNDARY) return [{ group: block.group, effect, reason: "no-variance" }];
      const isDetermined = row.at(-1)! < BOUNDARY * length;
      return isDetermined ? [{ group: block.group, effect, reason: "determined-by-others" }] : [];
    });
    return [...atBoundary, ...unidentified.filter(({ group }) => group === block.group)];
  });
}

/** An element of ΛΛ′, in the columns as they were. */
function relativeCovariance(block: TermBlock, theta: readonly number[], i: number, j: number): number {
  let sum = 0;
  placesInBlock(block).forEach(([row, column], place) => {
    if (row !== i) return;
    const other = placesInBlock(block).findIndex(([r, c]) => r === j && c === column);
    if (other >= 0) sum += theta[block.from + place]! * theta[block.from + other]!;
  });
  return sum / (block.spreads[i]! * block.spreads[j]!);
}

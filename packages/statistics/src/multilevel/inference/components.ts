import { lowerRoot, multiplySmall } from "../elimination/blocks.ts";
import type { RandomComponent, Singularity, ThetaName, VarianceShare } from "../fit.ts";
import {
  effectColumn,
  type MultilevelProblem,
  orthogonalTo,
  placesInBlock,
  type RandomPart,
  type TermBlock,
  totalOf,
} from "../search/problem.ts";
import type { ScaledSums } from "../sums/scaled-sums.ts";

/** What is left of an effect's column beside the others of its term, below which it counts as repeating them. */
const REPEATS = 1e-11;

/** A sum of squares, in units of spread, that is rounding. */
const NOTHING = 1e-9;

/**
 * Which varying effects could be any, in combination with others? Those that repeat other effects of their term in
 * every row, those that vary over the same groups in two terms, and pairs of which no group has both, so that nothing
 * tells their covariance.
 */
function unidentifiedEffects({ random, design, scaled }: MultilevelProblem): readonly Singularity[] {
  const total = totalOf(scaled);
  return random.blocks.flatMap((block, b) => {
    const { names, effects } = design.terms[block.term]!;
    const earlier = random.blocks.slice(0, b).filter((other) => isSamePartition(random, other, block));
    const taken = new Set(earlier.flatMap((other) => design.terms[other.term]!.effects));
    const basis: Float64Array[] = [];
    const alone = names.flatMap((effect, i): readonly Singularity[] => {
      const column = effectColumn(effects[i]!, scaled);
      const left = orthogonalTo(basis, column, total);
      const own = orthogonalTo([], column, total).square;
      const isRepeated = !(left.square > REPEATS * own);
      if (!isRepeated) basis.push(left.column.map((value) => value / Math.sqrt(left.square)));
      const isUnidentified = isRepeated || taken.has(effects[i]!);
      return isUnidentified ? [{ group: block.group, effect, reason: "not-identified" }] : [];
    });
    const apart = pairsThatNeverMeet(random, block, effects, scaled).map(
      ([i, j]): Singularity => ({
        group: block.group,
        effect: `${names[i]} with ${names[j]}`,
        reason: "not-identified",
      }),
    );
    return [...alone, ...apart];
  });
}

/** Pairs of effects of which every group has one at most: one column or the other is zero in all its rows. */
function pairsThatNeverMeet(
  random: RandomPart,
  block: TermBlock,
  places: readonly number[],
  scaled: ScaledSums,
): readonly (readonly [number, number])[] {
  const { size, sums } = scaled;
  const q = block.effects;
  if (q < 2) return [];
  const { groupOf, groups } = random.factors[block.factor]!;
  const columns = places.map((place) => effectColumn(place, scaled));
  const squares = new Float64Array(groups * q);
  const triangle = (size * (size + 1)) / 2;
  groupOf.forEach((group, cell) => {
    for (let i = 0; i < q; i++) squares[group * q + i]! += squareOf(columns[i]!, sums, cell * triangle, size);
  });
  const pairs = Array.from({ length: q }, (_, j) =>
    Array.from({ length: j }, (_, i) => [i, j] as const),
  ).flat();
  const has = (group: number, i: number) => squares[group * q + i]! > NOTHING;
  return pairs.filter(([i, j]) => {
    for (let group = 0; group < groups; group++) if (has(group, i) && has(group, j)) return false;
    return true;
  });
}

/** The sum of squares of a column over the rows of one cell. */
function squareOf(column: Float64Array, sums: Float64Array, from: number, size: number): number {
  let at = from;
  let value = 0;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++, at++) value += (i === j ? 1 : 2) * column[i]! * column[j]! * sums[at]!;
  }
  return value;
}

/** Whether two terms vary over the same groups, whatever they are called. */
function isSamePartition({ factors }: RandomPart, a: TermBlock, b: TermBlock): boolean {
  if (a.factor === b.factor) return true;
  const left = factors[a.factor]!;
  const right = factors[b.factor]!;
  if (left.groups !== right.groups) return false;
  const twin = new Int32Array(left.groups).fill(-1);
  return left.groupOf.every((group, cell) => {
    if (twin[group]! < 0) twin[group] = right.groupOf[cell]!;
    return twin[group] === right.groupOf[cell];
  });
}

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

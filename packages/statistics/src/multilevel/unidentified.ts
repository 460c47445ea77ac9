import type { Singularity } from "./fit.ts";
import { orthogonalTo, totalOf } from "./fixed-part.ts";
import type { MultilevelProblem } from "./problem.ts";
import { effectColumn, type RandomPart, type TermBlock } from "./random-part.ts";
import type { ScaledSums } from "./scaled-sums.ts";

/** What is left of an effect's column beside the others of its term, below which it counts as repeating them. */
const REPEATS = 1e-11;

/** A sum of squares, in units of spread, that is rounding. */
const NOTHING = 1e-9;

/**
 * Which varying effects could be any, in combination with others? Those that repeat other effects of their term in
 * every row, those that vary over the same groups in two terms, and pairs of which no group has both, so that nothing
 * tells their covariance.
 */
export function unidentifiedEffects({ random, design, scaled }: MultilevelProblem): readonly Singularity[] {
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

import { inverseSmall, lowerRoot, multiplySmall, transposeSmall } from "../elimination/blocks.ts";
import { type Optimum, polished, type Smooth } from "./optimum.ts";
import { loadingsOf, placesInBlock, type RandomPart, slopesInTheta, type TermBlock } from "./problem.ts";

/**
 * Λ of one block in coordinates of which the first are chosen effects in the columns as they were, each in units of
 * `lengths`: Λ = P⁻¹L for a lower triangle L, whose first rows are those effects.
 */
export interface TurnedBlock {
  readonly loadings: (theta: readonly number[]) => readonly Float64Array[];
  readonly slopes: (inLoadings: readonly Float64Array[]) => number[];
  readonly start: readonly number[];
  readonly lengths: readonly number[];
}

export function turnedBlock(
  random: RandomPart,
  block: TermBlock,
  first: readonly number[],
  theta: readonly number[],
): TurnedBlock {
  const { lengths, ...turned } = turnedBlocks(random, [{ block, first }], theta);
  return { ...turned, lengths: lengths[0]! };
}

/** The same of several blocks at once, with the lengths of each. */
export function turnedBlocks(
  random: RandomPart,
  wanted: readonly { readonly block: TermBlock; readonly first: readonly number[] }[],
  theta: readonly number[],
): Omit<TurnedBlock, "lengths"> & { readonly lengths: readonly (readonly number[])[] } {
  const start = [...theta];
  const own = loadingsOf(random, theta);
  const turns = wanted.map(({ block, first }) => {
    const n = block.effects;
    const q = random.factors[block.factor]!.effects;
    const rows = first.map((effect) => block.back.subarray(effect * n, (effect + 1) * n));
    const lengths = rows.map((row) => Math.hypot(...row));
    const turn = completed(
      rows.map((row, i) => row.map((value) => value / lengths[i]!)),
      n,
    );
    const root = lowerRoot(multiplySmall(turn, blockOf(own[block.factor]!, q, block), n, n, n), n);
    placesInBlock(block).forEach(([row, column], place) => {
      start[block.from + place] = root[row * n + column]!;
    });
    const inverse = inverseSmall(turn, n);
    return { block, lengths, inverse, transposed: transposeSmall(inverse, n, n) };
  });
  const moved = (loadings: readonly Float64Array[], isBack: boolean) =>
    turns.reduce(
      (all, { block, inverse, transposed }) =>
        all.map((each, factor) => {
          if (factor !== block.factor) return each;
          const n = block.effects;
          const q = random.factors[factor]!.effects;
          const by = isBack ? transposed : inverse;
          return withBlock(each, q, block, multiplySmall(by, blockOf(each, q, block), n, n, n));
        }),
      loadings,
    );
  return {
    loadings: (at) => moved(loadingsOf(random, at), false),
    slopes: (inLoadings) => [...slopesInTheta(random, moved(inLoadings, true))],
    start,
    lengths: turns.map(({ lengths }) => lengths),
  };
}

/** A square matrix that begins with the rows given and goes on with those unit rows that they determine least. */
function completed(rows: readonly Float64Array[], size: number): Float64Array {
  const taken: number[] = [];
  const reduced = rows.map((row) => Float64Array.from(row));
  reduced.forEach((row, i) => {
    let pivot = 0;
    row.forEach((value, j) => {
      if (Math.abs(value) > Math.abs(row[pivot]!)) pivot = j;
    });
    taken.push(pivot);
    for (const later of reduced.slice(i + 1)) {
      const factor = later[pivot]! / row[pivot]!;
      row.forEach((value, j) => {
        later[j]! -= factor * value;
      });
      later[pivot] = 0;
    }
  });
  const matrix = new Float64Array(size * size);
  rows.forEach((row, i) => {
    matrix.set(row, i * size);
  });
  let at = rows.length;
  for (let j = 0; j < size; j++) if (!taken.includes(j)) matrix[at++ * size + j] = 1;
  return matrix;
}

function blockOf(loadings: Float64Array, size: number, block: TermBlock): Float64Array {
  const n = block.effects;
  return Float64Array.from(
    { length: n * n },
    (_, at) => loadings[(block.offset + Math.floor(at / n)) * size + block.offset + (at % n)]!,
  );
}

function withBlock(loadings: Float64Array, size: number, block: TermBlock, own: Float64Array): Float64Array {
  const n = block.effects;
  const result = Float64Array.from(loadings);
  own.forEach((value, at) => {
    result[(block.offset + Math.floor(at / n)) * size + block.offset + (at % n)] = value;
  });
  return result;
}

/** The Cholesky factor of the block's covariance with its effects in another order. */
function refactored(block: TermBlock, order: readonly number[], theta: readonly number[]): readonly number[] {
  const n = block.effects;
  const places = placesInBlock(block);
  const rows = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  places.forEach(([row, column], place) => {
    rows[row]![column] = theta[block.from + place]!;
  });
  const covariance = (a: number, b: number) =>
    rows[order[a]!]!.reduce((sum, value, c) => sum + value * rows[order[b]!]![c]!, 0);
  const factor = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let value = covariance(i, j);
      for (let m = 0; m < j; m++) value -= factor[i]![m]! * factor[j]![m]!;
      if (i === j) factor[j]![j] = Math.sqrt(Math.max(0, value));
      else factor[i]![j] = factor[j]![j]! > 1e-10 ? value / factor[j]![j]! : 0;
    }
  }
  const start = [...theta];
  places.forEach(([row, column], place) => {
    start[block.from + place] = factor[row]![column]!;
  });
  return start;
}

/** Diagonals and rows of Λ below this are tried at zero. */
const NEAR = 1e-3;

/**
 * What is zero but for rounding becomes zero: an effect that does not vary, an effect that others determine. Then
 * columns of Λ are turned to positive diagonals.
 */
export function tidied(deviance: Smooth, random: RandomPart, optimum: Optimum): Optimum {
  const cleared = withoutRounding(deviance, random, optimum.theta);
  const best = cleared === optimum.theta ? optimum : polished(deviance, cleared, 1e-10);
  const theta = upright(random, best.theta);
  if (theta.every((value, i) => value === best.theta[i])) return best;
  return { ...best, theta, value: deviance.value(theta), gradient: deviance.slopes(theta) };
}

function withoutRounding(
  deviance: Smooth,
  { blocks }: RandomPart,
  theta: readonly number[],
): readonly number[] {
  let current = theta;
  const tryAt = (tried: readonly number[]) => {
    if (tried.every((value, i) => value === current[i])) return;
    const value = deviance.value(current);
    if (deviance.value(tried) <= value + 1e-12 * Math.max(1, Math.abs(value))) current = tried;
  };
  for (const block of blocks) {
    for (let i = 0; i < block.effects; i++) {
      if (rowLength(block, current, i) < NEAR) tryAt(withoutEffect(block, current, i));
    }
    placesInBlock(block).forEach(([row, column], place) => {
      const at = block.from + place;
      if (row === column && Math.abs(current[at]!) < NEAR)
        tryAt(current.map((value, i) => (i === at ? 0 : value)));
    });
  }
  return current;
}

function rowLength(block: TermBlock, theta: readonly number[], effect: number): number {
  return Math.hypot(
    ...placesInBlock(block).flatMap(([row], place) => (row === effect ? [theta[block.from + place]!] : [])),
  );
}

/** θ where one effect does not vary: its column of Λ, which could be any, is folded into those after it. */
function withoutEffect(block: TermBlock, theta: readonly number[], effect: number): readonly number[] {
  const without = [...theta];
  placesInBlock(block).forEach(([row], place) => {
    if (row === effect) without[block.from + place] = 0;
  });
  return refactored(block, [...Array(block.effects).keys()], without);
}

function upright({ blocks }: RandomPart, theta: readonly number[]): readonly number[] {
  const turned = [...theta];
  for (const block of blocks) {
    const places = placesInBlock(block);
    places.forEach(([row, column], place) => {
      if (row !== column || turned[block.from + place]! >= 0) return;
      places.forEach(([, other], below) => {
        if (other === column) turned[block.from + below]! *= -1;
      });
    });
  }
  return turned.map((value) => (value === 0 ? 0 : value));
}

import { loadingsOf, placesInBlock, type RandomPart, slopesInTheta, type TermBlock } from "./random-part.ts";

/** Λ with the rows of one block turned so that chosen effects come first: a root of the same covariance. */
export interface TurnedBlock {
  readonly loadings: (theta: readonly number[]) => readonly Float64Array[];
  readonly slopes: (inLoadings: readonly Float64Array[]) => number[];
  readonly start: readonly number[];
}

export function turnedBlock(
  random: RandomPart,
  block: TermBlock,
  first: readonly number[],
  theta: readonly number[],
): TurnedBlock {
  const order = [
    ...first,
    ...Array.from({ length: block.effects }, (_, i) => i).filter((i) => !first.includes(i)),
  ];
  const q = random.factors[block.factor]!.effects;
  const rearranged = (loadings: readonly Float64Array[], back: boolean) =>
    loadings.map((own, factor) => {
      if (factor !== block.factor) return own;
      const result = Float64Array.from(own);
      order.forEach((effect, position) => {
        const [to, from] = back ? [position, effect] : [effect, position];
        for (let c = 0; c < block.effects; c++) {
          result[(block.offset + to) * q + block.offset + c] =
            own[(block.offset + from) * q + block.offset + c]!;
        }
      });
      return result;
    });
  return {
    loadings: (own) => rearranged(loadingsOf(random, own), false),
    slopes: (inLoadings) => [...slopesInTheta(random, rearranged(inLoadings, true))],
    start: refactored(block, order, theta),
  };
}

/** The Cholesky factor of the block's covariance with its effects in another order. */
export function refactored(
  block: TermBlock,
  order: readonly number[],
  theta: readonly number[],
): readonly number[] {
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

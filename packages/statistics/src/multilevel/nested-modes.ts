import type { EliminatedFactor, FactorModes } from "./elimination.ts";
import { type BlockSpace, unpack } from "./small-blocks.ts";
import { multiplySmall, transposeSmall } from "./small-matrices.ts";

/** One level of the hierarchy, with what its groups hold. */
export interface NestedLevel {
  readonly factor: EliminatedFactor;
  readonly place: number;
  /** The group above of each group; undefined at the top. */
  readonly parent: Int32Array | undefined;
  /** Packed sums of each group, before its own effects are taken out. */
  readonly sums: Float64Array;
  /** After elimination, SE of each group: all that slopes and modes need of it. */
  readonly reached: Float64Array;
  /** H of each group, relative to σ²; of levels above the finest, where slopes pass through. */
  readonly conditional: Float64Array;
  readonly space: BlockSpace;
}

/** b = H E′S c and its covariance, downwards: what a group above explains is taken out of the residual first. */
export function modesOfLevel(
  level: NestedLevel,
  coefficients: Float64Array,
  spread: Float64Array,
): FactorModes & { readonly coefficients: Float64Array; readonly spread: Float64Array } {
  const { factor, parent, sums, conditional, space } = level;
  const { size, effects: q } = space;
  const { basis, groups } = factor;
  const found = {
    modes: new Float64Array(groups * q),
    covariances: new Float64Array(groups * q * q),
    coefficients: new Float64Array(groups * size),
    spread: new Float64Array(groups * size * size),
  };
  const transposed = transposeSmall(basis, size, q);
  for (let group = 0; group < groups; group++) {
    const up = parent === undefined ? 0 : parent[group]!;
    const c = coefficients.subarray(up * size, (up + 1) * size);
    const outer = spread.subarray(up * size * size, (up + 1) * size * size);
    const own = conditional.subarray(group * q * q, (group + 1) * q * q);
    unpack(space, sums, (group * (size * (size + 1))) / 2);
    const reach = multiplySmall(multiplySmall(own, transposed, q, q, size), space.sums, q, size, size);
    const mode = multiplySmall(reach, c, q, size, 1);
    found.modes.set(mode, group * q);
    const handed = multiplySmall(reach, outer, q, size, size);
    const covariance = multiplySmall(handed, transposeSmall(reach, q, size), q, size, q);
    for (let i = 0; i < q * q; i++) covariance[i]! += own[i]!;
    found.covariances.set(covariance, group * q * q);
    const explained = multiplySmall(basis, mode, size, q, 1);
    found.coefficients.set(
      c.map((value, i) => value - explained[i]!),
      group * size,
    );
    found.spread.set(spreadBelow(basis, reach, outer, own, size, q), group * size * size);
  }
  return found;
}

/** (I − EJ) C (I − EJ)′ + E H E′: how uncertain the residual's mean is that the next level sees. */
function spreadBelow(
  basis: Float64Array,
  reach: Float64Array,
  outer: Float64Array,
  own: Float64Array,
  size: number,
  q: number,
): Float64Array {
  const kept = multiplySmall(basis, reach, size, q, size).map((value) => -value);
  for (let i = 0; i < size; i++) kept[i * size + i]! += 1;
  const passed = multiplySmall(
    multiplySmall(kept, outer, size, size, size),
    transposeSmall(kept, size, size),
    size,
    size,
    size,
  );
  const added = multiplySmall(
    multiplySmall(basis, own, size, q, q),
    transposeSmall(basis, size, q),
    size,
    q,
    size,
  );
  return passed.map((value, i) => value + added[i]!);
}

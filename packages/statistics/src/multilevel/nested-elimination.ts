import type { EliminatedFactor, Elimination, FactorModes } from "./elimination.ts";
import { modesOfLevel, type NestedLevel } from "./nested-modes.ts";
import type { Nesting } from "./nesting.ts";
import type { ScaledSums } from "./scaled-sums.ts";
import {
  blockSpace,
  conditionalCovariance,
  eliminateBlock,
  load,
  multiplySmall,
  transposeSmall,
  unpack,
} from "./small-blocks.ts";

/**
 * Groups inside groups are eliminated from the finest level up: a group's sums S become S − SE H E′S with
 * H = Λ(I + Λ′E′SEΛ)⁻¹Λ′, and are added to those of the group that holds it. The cost is that of the groups.
 *
 * Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, section 2.2; slopes by the same recursion
 * downwards: dV = −VE dD E′V for D = ΛΛ′.
 */
export function nestedElimination(
  factors: readonly EliminatedFactor[],
  { order, parents }: Nesting,
  scaled: ScaledSums,
): Elimination {
  const { size } = scaled;
  const triangle = (size * (size + 1)) / 2;
  const levels = order.map((place, l): NestedLevel => {
    const factor = factors[place]!;
    const { effects, groups } = factor;
    return {
      factor,
      place,
      parent: parents[l],
      sums: l === 0 ? sumsByGroup(factor, scaled, triangle) : new Float64Array(groups * triangle),
      reached: new Float64Array(groups * size * effects),
      conditional: new Float64Array(groups * effects * effects),
      space: blockSpace(size, effects),
    };
  });
  const top = new Float64Array(triangle);

  const eliminate = (loadings: readonly Float64Array[]) => {
    let logDeterminant = 0;
    levels.forEach((level, l) => {
      const above = levels[l + 1]?.sums ?? top;
      above.fill(0);
      logDeterminant += eliminateLevel(level, loadings[level.place]!, above, l > 0);
    });
    const remainder = new Float64Array(size * size);
    for (let j = 0, at = 0; j < size; j++) {
      for (let i = 0; i <= j; i++, at++) {
        remainder[i * size + j] = top[at]!;
        remainder[j * size + i] = top[at]!;
      }
    }
    return { remainder, logDeterminant };
  };

  const slopes = (inRemainder: Float64Array) => {
    const byFactor: Float64Array[] = factors.map(({ effects }) => new Float64Array(effects * effects));
    let above: Float64Array = inRemainder;
    for (let l = levels.length - 1; l >= 0; l--) {
      const level = levels[l]!;
      const own = byFactor[level.place]!;
      const next = l > 0 ? new Float64Array(level.factor.groups * size * size) : undefined;
      slopesOfLevel(level, above, own, next);
      if (next !== undefined) above = next;
    }
    return byFactor;
  };

  const modes = (residual: Float64Array): readonly FactorModes[] => {
    const result: FactorModes[] = [];
    let coefficients: Float64Array = residual;
    let spread: Float64Array = new Float64Array(size * size);
    for (let l = levels.length - 1; l >= 0; l--) {
      const level = levels[l]!;
      const found = modesOfLevel(level, coefficients, spread);
      result[level.place] = found;
      coefficients = found.coefficients;
      spread = found.spread;
    }
    return result;
  };

  let last: readonly Float64Array[] = [];
  return {
    kind: "nested",
    eliminate: (loadings) => {
      last = loadings;
      return eliminate(loadings);
    },
    // The slopes in D become slopes in Λ: dD = dΛ Λ′ + Λ dΛ′.
    slopes: (inRemainder) =>
      slopes(inRemainder).map((inD, f) => {
        const q = factors[f]!.effects;
        return multiplySmall(inD, last[f]!, q, q, q).map((value) => 2 * value);
      }),
    modes: (residual) => {
      fillConditional(levels[0]!, last[levels[0]!.place]!);
      return modes(residual);
    },
  };
}

/** Cells of a hierarchy are the groups of its finest factor, perhaps in another order. */
function sumsByGroup(factor: EliminatedFactor, { sums }: ScaledSums, triangle: number): Float64Array {
  const byGroup = new Float64Array(factor.groups * triangle);
  factor.groupOf.forEach((group, cell) => {
    for (let t = 0; t < triangle; t++) byGroup[group * triangle + t]! += sums[cell * triangle + t]!;
  });
  return byGroup;
}

function eliminateLevel(
  level: NestedLevel,
  loadings: Float64Array,
  above: Float64Array,
  keepsConditional: boolean,
): number {
  const { factor, parent, sums, reached, conditional, space } = level;
  const { size, effects: q } = space;
  const { basis, groups } = factor;
  const triangle = (size * (size + 1)) / 2;
  const block = size * q;
  load(space, basis, loadings);
  let logDeterminant = 0;
  let product = 1;
  const left = space.sums;
  for (let group = 0; group < groups; group++) {
    unpack(space, sums, group * triangle);
    // One logarithm for many groups.
    product *= eliminateBlock(space);
    if (product > 1e100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < q; j++) {
        let value = 0;
        for (let m = 0; m < size; m++) value += left[i * size + m]! * basis[m * q + j]!;
        reached[group * block + i * q + j] = value;
      }
    }
    if (keepsConditional) conditional.set(conditionalCovariance(space, loadings), group * q * q);
    let at = (parent === undefined ? 0 : parent[group]!) * triangle;
    for (let j = 0; j < size; j++) for (let i = 0; i <= j; i++) above[at++]! += left[i * size + j]!;
  }
  return logDeterminant + Math.log(product);
}

/** H of the finest groups, which only modes need. */
function fillConditional(level: NestedLevel, loadings: Float64Array): void {
  const { factor, sums, conditional, space } = level;
  const { size, effects: q } = space;
  load(space, factor.basis, loadings);
  for (let group = 0; group < factor.groups; group++) {
    unpack(space, sums, (group * (size * (size + 1))) / 2);
    eliminateBlock(space);
    conditional.set(conditionalCovariance(space, loadings), group * q * q);
  }
}

/** Adds E′(V − VGV)E of every group to `own`; hands P G P′ + E H E′ down to the level below. */
function slopesOfLevel(
  level: NestedLevel,
  above: Float64Array,
  own: Float64Array,
  next: Float64Array | undefined,
): void {
  const { factor, parent, reached, conditional, space } = level;
  const { size, effects: q } = space;
  const { basis, groups } = factor;
  const block = size * q;
  const held = new Float64Array(block);
  for (let group = 0; group < groups; group++) {
    const slope = (parent === undefined ? 0 : parent[group]!) * size * size;
    const at = group * block;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < q; j++) {
        let value = basis[i * q + j]!;
        for (let m = 0; m < size; m++) value -= above[slope + i * size + m]! * reached[at + m * q + j]!;
        held[i * q + j] = value;
      }
    }
    for (let i = 0; i < q; i++) {
      for (let j = 0; j < q; j++) {
        let value = 0;
        for (let m = 0; m < size; m++) value += reached[at + m * q + i]! * held[m * q + j]!;
        own[i * q + j]! += value;
      }
    }
    if (next === undefined) continue;
    passDown(level, conditional.subarray(group * q * q, (group + 1) * q * q), at, {
      from: above.subarray(slope, slope + size * size),
      into: next.subarray(group * size * size, (group + 1) * size * size),
    });
  }
}

/** P G P′ + E H E′ with P = I − E D (VE)′; at one group, where D(VE)′ = H(SE)′. */
function passDown(
  { factor, sums, space }: NestedLevel,
  conditional: Float64Array,
  at: number,
  slope: { readonly from: Float64Array; readonly into: Float64Array },
): void {
  const { size, effects: q } = space;
  const group = at / (size * q);
  unpack(space, sums, (group * (size * (size + 1))) / 2);
  const reach = multiplySmall(factor.basis, conditional, size, q, q);
  const covered = multiplySmall(reach, transposeSmall(factor.basis, size, q), size, q, size);
  const kept = multiplySmall(covered, space.sums, size, size, size).map((value) => -value);
  for (let i = 0; i < size; i++) kept[i * size + i]! += 1;
  const passed = multiplySmall(
    multiplySmall(kept, slope.from, size, size, size),
    transposeSmall(kept, size, size),
    size,
    size,
    size,
  );
  for (let i = 0; i < size * size; i++) slope.into[i] = passed[i]! + covered[i]!;
}

import type { Eliminated, EliminatedFactor, Elimination, FactorModes } from "./elimination.ts";
import { modesOfLevel, type NestedLevel } from "./nested-modes.ts";
import { slopesOfLevel } from "./nested-slopes.ts";
import type { Nesting } from "./nesting.ts";
import type { ScaledSums } from "./scaled-sums.ts";
import { addRemainder, blockSpace, conditionalCovariance, eliminateBlock, unpack } from "./small-blocks.ts";
import { multiplySmall } from "./small-matrices.ts";

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
      // Of the finest groups, which are many, H is computed when modes are asked for.
      conditional: new Float64Array(l === 0 ? 0 : groups * effects * effects),
      space: blockSpace(size, effects, factor.basis),
    };
  });
  const top = new Float64Array(triangle);

  let last: Eliminated | undefined;

  const eliminate = (loadings: readonly Float64Array[]): Eliminated => {
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
    last = { loadings, remainder, logDeterminant };
    return last;
  };

  const slopes = (at: Eliminated, inRemainder: Float64Array) => {
    if (last !== at) eliminate(at.loadings);
    const byFactor: Float64Array[] = factors.map(({ effects }) => new Float64Array(effects * effects));
    let above: Float64Array = inRemainder;
    for (let l = levels.length - 1; l >= 0; l--) {
      const level = levels[l]!;
      const next = l > 0 ? new Float64Array(level.factor.groups * size * size) : undefined;
      slopesOfLevel(level, above, byFactor[level.place]!, next);
      if (next !== undefined) above = next;
    }
    // The slopes in D become slopes in Λ: dD = dΛ Λ′ + Λ dΛ′.
    return byFactor.map((inD, f) => {
      const q = factors[f]!.effects;
      return multiplySmall(inD, at.loadings[f]!, q, q, q).map((value) => 2 * value);
    });
  };

  const modes = (at: Eliminated, residual: Float64Array): readonly FactorModes[] => {
    eliminate(at.loadings);
    const [finest] = levels;
    const { groups, effects } = finest!.factor;
    const complete = { ...finest!, conditional: new Float64Array(groups * effects * effects) };
    const aside = new Float64Array(levels[1]?.sums.length ?? triangle);
    eliminateLevel(complete, at.loadings[complete.place]!, aside, true);
    const result: FactorModes[] = [];
    let coefficients: Float64Array = residual;
    let spread: Float64Array = new Float64Array(size * size);
    for (let l = levels.length - 1; l >= 0; l--) {
      const level = l === 0 ? complete : levels[l]!;
      const found = modesOfLevel(level, coefficients, spread);
      result[level.place] = found;
      coefficients = found.coefficients;
      spread = found.spread;
    }
    return result;
  };

  return { kind: "nested", eliminate, slopes, modes };
}

/** Cells of a hierarchy are the groups of its finest factor, perhaps in another order. */
function sumsByGroup(factor: EliminatedFactor, { sums }: ScaledSums, triangle: number): Float64Array {
  if (factor.groupOf.every((group, cell) => group === cell)) return sums;
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
  const triangle = (size * (size + 1)) / 2;
  const block = size * q;
  let logDeterminant = 0;
  let product = 1;
  for (let group = 0; group < factor.groups; group++) {
    unpack(space, sums, group * triangle);
    // One logarithm for many groups.
    product *= eliminateBlock(space, loadings);
    if (product > 1e100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
    for (let i = 0; i < block; i++) reached[group * block + i] = space.reached[i]!;
    if (keepsConditional) conditionalCovariance(space, conditional, group * q * q);
    addRemainder(space, above, (parent === undefined ? 0 : parent[group]!) * triangle);
  }
  return logDeterminant + Math.log(product);
}

import type { ScaledSums } from "../sums/scaled-sums.ts";
import {
  addRemainder,
  type BlockSpace,
  blockSpace,
  conditionalCovariance,
  eliminateBlock,
  multiplySmall,
  transposeSmall,
  unpack,
} from "./blocks.ts";
import type { Eliminated, EliminatedFactor, Elimination, FactorModes } from "./elimination.ts";

/** Factors from the finest to the coarsest, each inside the next. */
export interface Nesting {
  /** Places of the factors. */
  readonly order: readonly number[];
  /** For each in order but the last, the group of the next that holds each group. */
  readonly parents: readonly Int32Array[];
}

/** How the factors lie inside each other, or undefined where two of them cross. */
export function nestingOf(factors: readonly EliminatedFactor[]): Nesting | undefined {
  const order = factors.map((_, i) => i).sort((a, b) => factors[b]!.groups - factors[a]!.groups);
  const parents: Int32Array[] = [];
  for (let l = 0; l + 1 < order.length; l++) {
    const fine = factors[order[l]!]!;
    const coarse = factors[order[l + 1]!]!;
    const parent = new Int32Array(fine.groups).fill(-1);
    for (let cell = 0; cell < fine.groupOf.length; cell++) {
      const group = fine.groupOf[cell]!;
      if (parent[group]! < 0) parent[group] = coarse.groupOf[cell]!;
      else if (parent[group] !== coarse.groupOf[cell]) return undefined;
    }
    parents.push(parent);
  }
  return { order, parents };
}

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
function modesOfLevel(
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

/**
 * The slopes of a criterion through the groups of one level, given its slope G in the sums that the level hands up.
 *
 * Adds E′(S′ − S′GS′)E of every group to `own`, its slope in D = ΛΛ′: S′ moves by −S′E dD E′S′, log|M| by tr(dD E′S′E).
 * Into `next` goes the slope in each group's sums S: (I − EHE′S) G (I − SEHE′) + EHE′.
 */
function slopesOfLevel(
  level: NestedLevel,
  above: Float64Array,
  own: Float64Array,
  next: Float64Array | undefined,
): void {
  const { factor, parent, reached, space } = level;
  const { size, effects: q, starts, places, weights } = space;
  const block = size * q;
  const square = size * size;
  const turned = new Float64Array(size);
  for (let group = 0; group < factor.groups; group++) {
    const slope = (parent === undefined ? 0 : parent[group]!) * square;
    const at = group * block;
    for (let j = 0; j < q; j++) {
      for (let i = 0; i < size; i++) {
        let value = 0;
        for (let m = 0; m < size; m++) value += above[slope + i * size + m]! * reached[at + m * q + j]!;
        turned[i] = value;
      }
      for (let i = 0; i < q; i++) {
        let value = 0;
        for (let k = starts[j]!; k < starts[j + 1]!; k++)
          value += weights[k]! * reached[at + places[k]! * q + i]!;
        for (let m = 0; m < size; m++) value -= reached[at + m * q + i]! * turned[m]!;
        own[i * q + j]! += value;
      }
    }
  }
  if (next !== undefined) passDown(level, above, next);
}

/** With X = HE′S: G − EXG − GX′E′ + E(XGX′ + H)E′. */
function passDown(
  { factor, parent, sums, conditional, space }: NestedLevel,
  above: Float64Array,
  next: Float64Array,
): void {
  const { size, effects: q, starts, places, weights } = space;
  const square = size * size;
  const crossed = new Float64Array(q * size);
  const shares = new Float64Array(q * size);
  const pushed = new Float64Array(q * size);
  for (let group = 0; group < factor.groups; group++) {
    const from = (parent === undefined ? 0 : parent[group]!) * square;
    const to = group * square;
    for (let j = 0; j < q; j++) {
      for (let i = 0; i < size; i++) {
        let value = 0;
        for (let k = starts[j]!; k < starts[j + 1]!; k++)
          value += weights[k]! * packed(sums, group, size, places[k]!, i);
        crossed[j * size + i] = value;
      }
    }
    multiplyInto(conditional, group * q * q, q, crossed, 0, size, shares);
    multiplyInto(shares, 0, size, above, from, size, pushed, q);
    for (let i = 0; i < square; i++) next[to + i] = above[from + i]!;
    for (let j = 0; j < q; j++) {
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        const place = places[k]!;
        for (let i = 0; i < size; i++) {
          const value = weights[k]! * pushed[j * size + i]!;
          next[to + place * size + i]! -= value;
          next[to + i * size + place]! -= value;
        }
      }
    }
    for (let j = 0; j < q; j++) {
      for (let l = 0; l < q; l++) {
        let value = conditional[group * q * q + j * q + l]!;
        for (let i = 0; i < size; i++) value += pushed[j * size + i]! * shares[l * size + i]!;
        for (let k = starts[j]!; k < starts[j + 1]!; k++) {
          for (let m = starts[l]!; m < starts[l + 1]!; m++)
            next[to + places[k]! * size + places[m]!]! += weights[k]! * weights[m]! * value;
        }
      }
    }
  }
}

/** An element of the packed upper triangle of a group's sums. */
function packed(sums: Float64Array, group: number, size: number, i: number, j: number): number {
  const high = Math.max(i, j);
  return sums[(group * (size * (size + 1))) / 2 + (high * (high + 1)) / 2 + Math.min(i, j)]!;
}

/** AB into a result, for A `rows` × `inner` from one place of its array and B `inner` × `columns` from another. */
function multiplyInto(
  a: Float64Array,
  fromA: number,
  inner: number,
  b: Float64Array,
  fromB: number,
  columns: number,
  result: Float64Array,
  rows = inner,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let value = 0;
      for (let m = 0; m < inner; m++) value += a[fromA + i * inner + m]! * b[fromB + m * columns + j]!;
      result[i * columns + j] = value;
    }
  }
}

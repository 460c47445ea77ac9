import { type CrossedSystem, crossedSystem } from "./crossed-system.ts";
import type { Eliminated, EliminatedFactor, Elimination } from "./elimination.ts";
import type { ScaledSums } from "./scaled-sums.ts";
import { multiplySmall, transposeSmall } from "./small-matrices.ts";
import { factorise, inverseOnPattern, solveSparseLower, solveSparseUpper } from "./sparse-cholesky.ts";

/** What the last loadings left behind. */
interface Crossed {
  readonly eliminated: Eliminated;
  readonly factor: Float64Array;
  /** R = A⁻¹Λ′Z′W. */
  readonly solved: Float64Array;
}

/**
 * Groups that cross are eliminated together: A = I + Λ′Z′ZΛ is factorised as a sparse matrix of the groups.
 *
 * Bates D et al. (2015). J Stat Softw 67(1), section 3. The slopes need A⁻¹ only where L has elements.
 */
export function crossedElimination(factors: readonly EliminatedFactor[], scaled: ScaledSums): Elimination {
  const { size } = scaled;
  const system = crossedSystem(factors, scaled);
  const { pattern } = system;
  const diagonal = new Float64Array(pattern.size);
  const values = new Float64Array(pattern.columns.length);
  const factor = new Float64Array(pattern.factorRows.length);
  let last: Crossed | undefined;

  const eliminate = (loadings: readonly Float64Array[]): Eliminated => {
    fill(system, factors, loadings, diagonal, values);
    const logDeterminant = factorise(pattern, diagonal, values, factor);
    const solved = loadedRows(system, factors, loadings, system.reached, size);
    solveSparseLower(pattern, factor, solved, size);
    const remainder = Float64Array.from(system.total);
    for (let row = 0; row < pattern.size; row++) {
      for (let i = 0; i < size; i++) {
        const left = solved[row * size + i]!;
        for (let j = 0; j < size; j++) remainder[i * size + j]! -= left * solved[row * size + j]!;
      }
    }
    solveSparseUpper(pattern, factor, solved, size);
    last = { eliminated: { loadings, remainder, logDeterminant }, factor, solved };
    return last.eliminated;
  };

  const remembered = (at: Eliminated): Crossed => {
    if (last?.eliminated !== at) eliminate(at.loadings);
    return last!;
  };

  return {
    kind: "crossed",
    eliminate,
    slopes: (at, inRemainder) => slopesOf(system, factors, remembered(at), inRemainder, size),
    modes: (at, residual) => modesOf(system, factors, remembered(at), residual, size),
  };
}

/** A = I + Λ′Z′ZΛ, block by block. */
function fill(
  { nodes, pairs }: CrossedSystem,
  factors: readonly EliminatedFactor[],
  loadings: readonly Float64Array[],
  diagonal: Float64Array,
  values: Float64Array,
): void {
  diagonal.fill(1);
  const half = new Float64Array(Math.max(...factors.map(({ effects }) => effects)) ** 2);
  const { blocks, slots } = pairs;
  for (let pair = 0; pair < pairs.count; pair++) {
    const from = pairs.starts[pair]!;
    const f = nodes[pairs.a[pair]!]!.factor;
    const g = nodes[pairs.b[pair]!]!.factor;
    const p = factors[f]!.effects;
    const q = factors[g]!.effects;
    const left = loadings[f]!;
    const right = loadings[g]!;
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < q; j++) {
        let value = 0;
        for (let r = 0; r < q; r++) value += blocks[from + i * q + r]! * right[r * q + j]!;
        half[i * q + j] = value;
      }
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < q; j++) {
        let value = 0;
        for (let r = 0; r < p; r++) value += left[r * p + i]! * half[r * q + j]!;
        const slot = slots[from + i * q + j]!;
        if (slot < 0) diagonal[-1 - slot]! += value;
        else values[slot] = value;
      }
    }
  }
}

/** Λ′ times rows that belong to the groups. */
function loadedRows(
  { nodes }: CrossedSystem,
  factors: readonly EliminatedFactor[],
  loadings: readonly Float64Array[],
  rows: Float64Array,
  size: number,
): Float64Array {
  const loaded = new Float64Array(rows.length);
  for (const { factor, at } of nodes) {
    const q = factors[factor]!.effects;
    const own = loadings[factor]!;
    for (let i = 0; i < q; i++) {
      for (let from = 0; from < q; from++) {
        const weight = own[from * q + i]!;
        if (weight === 0) continue;
        for (let c = 0; c < size; c++) {
          loaded[(at + i) * size + c]! += weight * rows[(at + from) * size + c]!;
        }
      }
    }
  }
  return loaded;
}

/** 2 Σ over groups of (Z′ZΛA⁻¹ − Z′M⁻¹W G R′), each group's own block. */
function slopesOf(
  system: CrossedSystem,
  factors: readonly EliminatedFactor[],
  { eliminated: { loadings }, factor, solved }: Crossed,
  inRemainder: Float64Array,
  size: number,
): readonly Float64Array[] {
  const { nodes, pairs, pattern, reached } = system;
  const inverse = inverseOnPattern(pattern, factor);
  const slopes = factors.map(({ effects }) => new Float64Array(effects * effects));
  // Z′M⁻¹W = Z′W − Z′ZΛR, gathered while the pairs are walked.
  const left = Float64Array.from(reached);
  const { blocks, places } = pairs;
  const gather = (pair: number, isTurned: boolean) => {
    const { factor: f, at } = nodes[isTurned ? pairs.b[pair]! : pairs.a[pair]!]!;
    const { factor: g, at: other } = nodes[isTurned ? pairs.a[pair]! : pairs.b[pair]!]!;
    const p = factors[f]!.effects;
    const q = factors[g]!.effects;
    // An element of the block, and of its place in L, seen from either side.
    const [alongOwn, alongOther] = isTurned ? [1, p] : [q, 1];
    const start = pairs.starts[pair]!;
    const own = slopes[f]!;
    const loading = loadings[g]!;
    for (let i = 0; i < p; i++) {
      for (let m = 0; m < q; m++) {
        let weight = 0;
        for (let r = 0; r < q; r++)
          weight += blocks[start + i * alongOwn + r * alongOther]! * loading[r * q + m]!;
        const to = (at + i) * size;
        const from = (other + m) * size;
        for (let c = 0; c < size; c++) left[to + c]! -= weight * solved[from + c]!;
        for (let j = 0; j < p; j++) {
          own[i * p + j]! += 2 * weight * inverse[places[start + j * alongOwn + m * alongOther]!]!;
        }
      }
    }
  };
  for (let pair = 0; pair < pairs.count; pair++) {
    gather(pair, false);
    if (pairs.a[pair] !== pairs.b[pair]) gather(pair, true);
  }
  for (const { factor: f, at } of nodes) {
    const q = factors[f]!.effects;
    for (let j = 0; j < q; j++) {
      for (let m = 0; m < size; m++) {
        let weighted = 0;
        for (let c = 0; c < size; c++) weighted += inRemainder[m * size + c]! * solved[(at + j) * size + c]!;
        for (let i = 0; i < q; i++) slopes[f]![i * q + j]! -= 2 * left[(at + i) * size + m]! * weighted;
      }
    }
  }
  return slopes;
}

/** b = ΛRc per group, and ΛA⁻¹Λ′. */
function modesOf(
  { nodes, pairs, pattern }: CrossedSystem,
  factors: readonly EliminatedFactor[],
  { eliminated: { loadings }, factor, solved }: Crossed,
  residual: Float64Array,
  size: number,
) {
  const inverse = inverseOnPattern(pattern, factor);
  const result = factors.map(({ groups, effects: q }) => ({
    modes: new Float64Array(groups * q),
    covariances: new Float64Array(groups * q * q),
  }));
  const met = factors.map(() => 0);
  nodes.forEach(({ factor: f, at }) => {
    const q = factors[f]!.effects;
    const group = met[f]!++;
    const spherical = new Float64Array(q);
    for (let i = 0; i < q; i++) {
      for (let c = 0; c < size; c++) spherical[i]! += solved[(at + i) * size + c]! * residual[c]!;
    }
    result[f]!.modes.set(multiplySmall(loadings[f]!, spherical, q, q, 1), group * q);
  });
  met.fill(0);
  const selfPairs = new Int32Array(nodes.length);
  for (let pair = 0; pair < pairs.count; pair++)
    if (pairs.a[pair] === pairs.b[pair]) selfPairs[pairs.a[pair]!] = pair;
  nodes.forEach(({ factor: f }, node) => {
    const q = factors[f]!.effects;
    const group = met[f]!++;
    const self = selfPairs[node]!;
    const places = pairs.places.subarray(pairs.starts[self]!, pairs.starts[self + 1]!);
    const own = Float64Array.from(places, (place) => inverse[place]!);
    const spread = multiplySmall(loadings[f]!, own, q, q, q);
    const transposed = transposeSmall(loadings[f]!, q, q);
    result[f]!.covariances.set(multiplySmall(spread, transposed, q, q, q), group * q * q);
  });
  return result;
}

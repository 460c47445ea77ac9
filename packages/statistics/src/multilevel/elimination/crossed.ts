import type { ScaledSums } from "../sums/scaled-sums.ts";
import { multiplySmall, transposeSmall } from "./blocks.ts";
import type { Eliminated, EliminatedFactor, Elimination } from "./elimination.ts";
import {
  analyse,
  factorise,
  inverseOnPattern,
  minimumDegreeOrder,
  type SparsePattern,
  solveSparseLower,
  solveSparseUpper,
} from "./sparse-cholesky.ts";

/** Pairs of groups that meet in a cell, each group with itself too, laid end to end: there may be very many. */
export interface NodePairs {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Where the elements of each pair begin, effects of a by effects of b. */
  readonly starts: Int32Array;
  /** Z′Z. */
  readonly blocks: Float64Array;
  /** For each element: its place among the values of A left of the diagonal, or −1 − row on the diagonal. */
  readonly slots: Int32Array;
  /** For each element: its place in L. */
  readonly places: Int32Array;
}

/** A pair while the system is laid out. */
export interface NodePair {
  readonly a: number;
  readonly b: number;
  readonly block: Float64Array;
}

/** The pairs end to end, with slots and places still to be found. */
function laidOut(pairs: readonly NodePair[]): NodePairs {
  const starts = new Int32Array(pairs.length + 1);
  pairs.forEach(({ block }, pair) => {
    starts[pair + 1] = starts[pair]! + block.length;
  });
  const elements = starts[pairs.length]!;
  const blocks = new Float64Array(elements);
  pairs.forEach(({ block }, pair) => {
    blocks.set(block, starts[pair]!);
  });
  return {
    count: pairs.length,
    a: Int32Array.from(pairs, ({ a }) => a),
    b: Int32Array.from(pairs, ({ b }) => b),
    starts,
    blocks,
    slots: new Int32Array(elements),
    places: new Int32Array(elements),
  };
}

/** Z′Z and Z′W of factors that cross, in blocks of groups, with the pattern of their Cholesky factor. */
export interface CrossedSystem {
  readonly nodes: readonly GroupNode[];
  readonly pairs: NodePairs;
  /** Z′W, `size` columns. */
  readonly reached: Float64Array;
  /** W′W. */
  readonly total: Float64Array;
  readonly pattern: SparsePattern;
}

/** One group of one factor. */
export interface GroupNode {
  readonly factor: number;
  /** Its first row in the permuted system. */
  readonly at: number;
}

function crossedSystem(factors: readonly EliminatedFactor[], scaled: ScaledSums): CrossedSystem {
  const { size } = scaled;
  const firstNode = firstNodes(factors);
  const blocks = blocksOf(factors, scaled, firstNode);
  const order = eliminationOrder(factors, firstNode, blocks);
  const nodes = positioned(factors, firstNode, order);
  const rows = factors.reduce((sum, { groups, effects }) => sum + groups * effects, 0);
  const effectsOf = (node: number) => factors[nodes[node]!.factor]!.effects;
  const { starts, columns } = rowPattern(rows, nodes, blocks.pairs, effectsOf);
  const pattern = analyse(rows, starts, columns);
  const reached = new Float64Array(rows * size);
  nodes.forEach(({ at }, node) => {
    reached.set(blocks.reached[node]!, at * size);
  });
  const pairs = laidOut(blocks.pairs);
  for (let pair = 0; pair < pairs.count; pair++) {
    const from = pairs.starts[pair]!;
    const width = effectsOf(pairs.b[pair]!);
    for (let t = from; t < pairs.starts[pair + 1]!; t++) {
      const i = nodes[pairs.a[pair]!]!.at + Math.floor((t - from) / width);
      const j = nodes[pairs.b[pair]!]!.at + ((t - from) % width);
      const [low, high] = i < j ? [i, j] : [j, i];
      const { factorRows, factorStarts } = pattern;
      pairs.slots[t] = low === high ? -1 - low : placeIn(columns, starts[high]!, starts[high + 1]!, low);
      pairs.places[t] = placeIn(factorRows, factorStarts[low]!, factorStarts[low + 1]!, high);
    }
  }
  return { nodes, pairs, reached, total: blocks.total, pattern };
}

interface Blocks {
  readonly pairs: readonly NodePair[];
  readonly reached: readonly Float64Array[];
  readonly total: Float64Array;
}

function firstNodes(factors: readonly EliminatedFactor[]): readonly number[] {
  let next = 0;
  return factors.map(({ groups }) => {
    next += groups;
    return next - groups;
  });
}

function blocksOf(
  factors: readonly EliminatedFactor[],
  { size, cells, sums }: ScaledSums,
  firstNode: readonly number[],
): Blocks {
  const nodeCount = factors.reduce((sum, { groups }) => sum + groups, 0);
  const transposed = factors.map(({ basis, effects }) => transposeSmall(basis, size, effects));
  const reached: Float64Array[] = factors.flatMap(({ groups, effects }) =>
    Array.from({ length: groups }, () => new Float64Array(effects * size)),
  );
  const total = new Float64Array(size * size);
  const pairs = new Map<number, { readonly a: number; readonly b: number; readonly block: Float64Array }>();
  const triangle = (size * (size + 1)) / 2;
  const square = new Float64Array(size * size);
  for (let cell = 0; cell < cells; cell++) {
    for (let j = 0, at = cell * triangle; j < size; j++) {
      for (let i = 0; i <= j; i++, at++) {
        square[i * size + j] = sums[at]!;
        square[j * size + i] = sums[at]!;
      }
    }
    add(total, square);
    factors.forEach((left, f) => {
      const a = firstNode[f]! + left.groupOf[cell]!;
      const own = multiplySmall(transposed[f]!, square, left.effects, size, size);
      add(reached[a]!, own);
      for (let g = f; g < factors.length; g++) {
        const right = factors[g]!;
        const b = firstNode[g]! + right.groupOf[cell]!;
        const key = a * nodeCount + b;
        const block = multiplySmall(own, right.basis, left.effects, size, right.effects);
        const known = pairs.get(key);
        if (known === undefined) pairs.set(key, { a, b, block });
        else add(known.block, block);
      }
    });
  }
  return { pairs: [...pairs.values()], reached, total };
}

/** The largest factor first, whose groups never meet each other; then by minimum degree what remains, with its fill. */
function eliminationOrder(
  factors: readonly EliminatedFactor[],
  firstNode: readonly number[],
  { pairs, reached }: Blocks,
): readonly number[] {
  const largest = factors.reduce((best, { groups }, f) => (groups > factors[best]!.groups ? f : best), 0);
  const isFirst = (node: number) =>
    node >= firstNode[largest]! && node < firstNode[largest]! + factors[largest]!.groups;
  const meetings = reached.map((): number[] => []);
  for (const { a, b } of pairs) {
    if (a === b) continue;
    meetings[a]!.push(b);
    meetings[b]!.push(a);
  }
  const first = meetings.flatMap((_, node) => (isFirst(node) ? [node] : []));
  const rest = meetings.flatMap((_, node) => (isFirst(node) ? [] : [node]));
  const placeOf = new Int32Array(meetings.length).fill(-1);
  rest.forEach((node, place) => {
    placeOf[node] = place;
  });
  const mark = new Int32Array(rest.length).fill(-1);
  const neighbours = rest.map((node, place) => {
    mark[place] = place;
    const found: number[] = [];
    const meet = (other: number) => {
      const to = placeOf[other]!;
      if (to < 0 || mark[to] === place) return;
      mark[to] = place;
      found.push(to);
    };
    for (const other of meetings[node]!) {
      if (isFirst(other)) for (const beyond of meetings[other]!) meet(beyond);
      else meet(other);
    }
    return found;
  });
  return [...first, ...Array.from(minimumDegreeOrder(neighbours), (place) => rest[place]!)];
}

function positioned(
  factors: readonly EliminatedFactor[],
  firstNode: readonly number[],
  order: readonly number[],
): readonly GroupNode[] {
  const nodes: GroupNode[] = new Array(order.length);
  let at = 0;
  for (const node of order) {
    const factor = firstNode.findLastIndex((start) => node >= start);
    nodes[node] = { factor, at };
    at += factors[factor]!.effects;
  }
  return nodes;
}

/** The columns left of the diagonal of each row, ascending. */
function rowPattern(
  size: number,
  nodes: readonly GroupNode[],
  pairs: readonly { readonly a: number; readonly b: number }[],
  effectsOf: (node: number) => number,
): { readonly starts: Int32Array; readonly columns: Int32Array } {
  const counts = new Int32Array(size + 1);
  const each = (meet: (high: number, low: number) => void) => {
    for (const { a, b } of pairs) {
      for (let i = nodes[a]!.at; i < nodes[a]!.at + effectsOf(a); i++) {
        for (let j = nodes[b]!.at; j < nodes[b]!.at + effectsOf(b); j++) {
          if (a === b ? j < i : j !== i) meet(Math.max(i, j), Math.min(i, j));
        }
      }
    }
  };
  each((high) => {
    counts[high + 1]!++;
  });
  for (let k = 0; k < size; k++) counts[k + 1]! += counts[k]!;
  const columns = new Int32Array(counts[size]!);
  const next = counts.slice(0, size);
  each((high, low) => {
    columns[next[high]!++] = low;
  });
  for (let k = 0; k < size; k++) columns.subarray(counts[k]!, counts[k + 1]!).sort();
  return { starts: counts, columns };
}

/** The place of a value in an ascending stretch. */
function placeIn(list: Int32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(to: Float64Array, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += what[i]!;
}

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

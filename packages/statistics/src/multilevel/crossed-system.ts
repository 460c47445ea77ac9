import type { EliminatedFactor } from "./elimination.ts";
import { minimumDegreeOrder } from "./minimum-degree.ts";
import { laidOut, type NodePair, type NodePairs } from "./node-pairs.ts";
import type { ScaledSums } from "./scaled-sums.ts";
import { multiplySmall, transposeSmall } from "./small-matrices.ts";
import { analyse, type SparsePattern } from "./sparse-cholesky.ts";

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

export function crossedSystem(factors: readonly EliminatedFactor[], scaled: ScaledSums): CrossedSystem {
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

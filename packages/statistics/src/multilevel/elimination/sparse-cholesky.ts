/**
 * An order of elimination that keeps the factor of a sparse symmetric matrix sparse: always the node next that has
 * the fewest neighbours left, with degrees bounded from above as each elimination joins its neighbours.
 *
 * Amestoy PR, Davis TA, Duff IS (1996). SIAM J Matrix Anal Appl 17: 886–905; without their supervariables.
 */
export function minimumDegreeOrder(neighbours: readonly (readonly number[])[]): Int32Array {
  const n = neighbours.length;
  const nodes = neighbours.map((list) => [...list]);
  const cliques: number[][] = Array.from({ length: n }, () => []);
  const members: (number[] | undefined)[] = new Array(n).fill(undefined);
  const degree = Int32Array.from(neighbours, (list) => list.length);
  const isGone = new Uint8Array(n);
  const mark = new Int32Array(n).fill(-1);
  const outside = new Int32Array(n);
  const seen = new Int32Array(n).fill(-1);
  const queue = degreeQueue(degree);
  const order = new Int32Array(n);
  for (let step = 0; step < n; step++) {
    const pivot = queue.take();
    order[step] = pivot;
    isGone[pivot] = 1;
    mark[pivot] = step;
    const joined: number[] = [];
    const join = (list: readonly number[]) => {
      for (const node of list) {
        if (isGone[node] === 1 || mark[node] === step) continue;
        mark[node] = step;
        joined.push(node);
      }
    };
    join(nodes[pivot]!);
    for (const clique of cliques[pivot]!) {
      join(members[clique] ?? []);
      members[clique] = undefined;
    }
    members[pivot] = joined;
    // How much of each older clique lies outside the new one.
    for (const node of joined) {
      for (const clique of cliques[node]!) {
        const own = members[clique];
        if (own === undefined) continue;
        if (seen[clique] !== step) {
          seen[clique] = step;
          own.splice(0, own.length, ...own.filter((member) => isGone[member] === 0));
          outside[clique] = own.length;
        }
        outside[clique]!--;
      }
    }
    const left = n - step - 1;
    for (const node of joined) {
      nodes[node] = nodes[node]!.filter((other) => isGone[other] === 0 && mark[other] !== step);
      const kept = cliques[node]!.filter((clique) => members[clique] !== undefined && outside[clique]! > 0);
      let bound = nodes[node]!.length + joined.length - 1;
      for (const clique of kept) bound += outside[clique]!;
      cliques[node] = [...kept, pivot];
      queue.change(node, Math.min(bound, left - 1));
    }
  }
  return order;
}

/** Nodes by degree, in linked lists. */
function degreeQueue(degree: Int32Array) {
  const n = degree.length;
  const head = new Int32Array(n + 1).fill(-1);
  const next = new Int32Array(n).fill(-1);
  const previous = new Int32Array(n).fill(-1);
  let least = 0;
  const insert = (node: number) => {
    const d = degree[node]!;
    next[node] = head[d]!;
    previous[node] = -1;
    if (head[d]! >= 0) previous[head[d]!] = node;
    head[d] = node;
    if (d < least) least = d;
  };
  const remove = (node: number) => {
    const before = previous[node]!;
    const after = next[node]!;
    if (before >= 0) next[before] = after;
    else head[degree[node]!] = after;
    if (after >= 0) previous[after] = before;
  };
  for (let node = n - 1; node >= 0; node--) insert(node);
  return {
    take: (): number => {
      while (head[least]! < 0) least++;
      const node = head[least]!;
      remove(node);
      return node;
    },
    change: (node: number, to: number) => {
      remove(node);
      degree[node] = Math.max(0, to);
      insert(node);
    },
  };
}

/** A symmetric matrix by the pattern of its rows left of the diagonal, and what its Cholesky factor will hold. */
export interface SparsePattern {
  readonly size: number;
  /** Row k of A left of the diagonal: columns in `columns[starts[k] … starts[k + 1])`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** The same of L, columns ascending. */
  readonly factorRowStarts: Int32Array;
  readonly factorRowColumns: Int32Array;
  /** Where each column of L begins; its diagonal comes first, then rows ascending. */
  readonly factorStarts: Int32Array;
  readonly factorRows: Int32Array;
}

/** The pattern of L, from the elimination tree. Davis TA (2006). Direct Methods for Sparse Linear Systems, chapter 4. */
export function analyse(size: number, starts: Int32Array, columns: Int32Array): SparsePattern {
  const parent = new Int32Array(size).fill(-1);
  const ancestor = new Int32Array(size).fill(-1);
  for (let k = 0; k < size; k++) {
    for (let at = starts[k]!; at < starts[k + 1]!; at++) {
      let node = columns[at]!;
      while (node >= 0 && node < k) {
        const up = ancestor[node]!;
        ancestor[node] = k;
        if (up < 0) {
          parent[node] = k;
          break;
        }
        node = up;
      }
    }
  }
  const mark = new Int32Array(size).fill(-1);
  const counts = new Int32Array(size).fill(1);
  const factorRowStarts = new Int32Array(size + 1);
  const visit = (k: number, meet: (column: number) => void) => {
    mark[k] = k;
    for (let at = starts[k]!; at < starts[k + 1]!; at++) {
      for (let node = columns[at]!; node >= 0 && mark[node] !== k; node = parent[node]!) {
        mark[node] = k;
        meet(node);
      }
    }
  };
  for (let k = 0; k < size; k++) {
    let found = 0;
    visit(k, (column) => {
      counts[column]!++;
      found++;
    });
    factorRowStarts[k + 1] = factorRowStarts[k]! + found;
  }
  const factorRowColumns = new Int32Array(factorRowStarts[size]!);
  const factorStarts = new Int32Array(size + 1);
  for (let j = 0; j < size; j++) factorStarts[j + 1] = factorStarts[j]! + counts[j]!;
  const factorRows = new Int32Array(factorStarts[size]!);
  const next = factorStarts.slice(0, size);
  mark.fill(-1);
  for (let k = 0; k < size; k++) {
    let at = factorRowStarts[k]!;
    const from = at;
    visit(k, (column) => {
      factorRowColumns[at++] = column;
    });
    const row = factorRowColumns.subarray(from, at).sort();
    factorRows[next[k]!] = k;
    next[k]!++;
    for (const column of row) factorRows[next[column]!++] = k;
  }
  return { size, starts, columns, factorRowStarts, factorRowColumns, factorStarts, factorRows };
}

/** L row by row from A; returns log|A|, NaN where a pivot is not positive. */
export function factorise(
  pattern: SparsePattern,
  diagonal: Float64Array,
  values: Float64Array,
  factor: Float64Array,
): number {
  const { size, starts, columns, factorRowStarts, factorRowColumns, factorStarts, factorRows } = pattern;
  const next = new Int32Array(size);
  const row = new Float64Array(size);
  let logDeterminant = 0;
  for (let k = 0; k < size; k++) {
    for (let at = starts[k]!; at < starts[k + 1]!; at++) row[columns[at]!] = values[at]!;
    let pivot = diagonal[k]!;
    for (let at = factorRowStarts[k]!; at < factorRowStarts[k + 1]!; at++) {
      const j = factorRowColumns[at]!;
      const begin = factorStarts[j]!;
      const value = row[j]! / factor[begin]!;
      row[j] = 0;
      const end = next[j]!;
      for (let p = begin + 1; p < end; p++) row[factorRows[p]!]! -= factor[p]! * value;
      pivot -= value * value;
      factor[end] = value;
      next[j] = end + 1;
    }
    if (!(pivot > 0)) return Number.NaN;
    factor[factorStarts[k]!] = Math.sqrt(pivot);
    next[k] = factorStarts[k]! + 1;
    logDeterminant += Math.log(pivot);
  }
  return logDeterminant;
}

/** L⁻¹B in place, B with `width` columns, row after row. */
export function solveSparseLower(
  { size, factorStarts, factorRows }: SparsePattern,
  factor: Float64Array,
  b: Float64Array,
  width: number,
): void {
  for (let j = 0; j < size; j++) {
    const begin = factorStarts[j]!;
    for (let c = 0; c < width; c++) b[j * width + c]! /= factor[begin]!;
    for (let p = begin + 1; p < factorStarts[j + 1]!; p++) {
      const to = factorRows[p]! * width;
      for (let c = 0; c < width; c++) b[to + c]! -= factor[p]! * b[j * width + c]!;
    }
  }
}

/** L⁻ᵀB in place. */
export function solveSparseUpper(
  { size, factorStarts, factorRows }: SparsePattern,
  factor: Float64Array,
  b: Float64Array,
  width: number,
): void {
  for (let j = size - 1; j >= 0; j--) {
    const begin = factorStarts[j]!;
    for (let p = begin + 1; p < factorStarts[j + 1]!; p++) {
      const from = factorRows[p]! * width;
      for (let c = 0; c < width; c++) b[j * width + c]! -= factor[p]! * b[from + c]!;
    }
    for (let c = 0; c < width; c++) b[j * width + c]! /= factor[begin]!;
  }
}

/**
 * The elements of A⁻¹ where L has elements, which is all that slopes need.
 *
 * Takahashi K, Fagan J, Chen M-S (1973); Erisman AM, Tinney WF (1975). Commun ACM 18: 177–179.
 */
export function inverseOnPattern(
  { size, factorStarts, factorRows }: SparsePattern,
  factor: Float64Array,
): Float64Array {
  const inverse = new Float64Array(factor.length);
  const mark = new Int32Array(size).fill(-1);
  const own = new Float64Array(size);
  const sum = new Float64Array(size);
  for (let j = size - 1; j >= 0; j--) {
    const begin = factorStarts[j]!;
    const end = factorStarts[j + 1]!;
    for (let p = begin + 1; p < end; p++) {
      const row = factorRows[p]!;
      mark[row] = j;
      own[row] = factor[p]!;
      sum[row] = 0;
    }
    for (let p = begin + 1; p < end; p++) {
      const k = factorRows[p]!;
      const first = factorStarts[k]!;
      sum[k]! += own[k]! * inverse[first]!;
      for (let at = first + 1; at < factorStarts[k + 1]!; at++) {
        const row = factorRows[at]!;
        if (mark[row] !== j) continue;
        sum[row]! += own[k]! * inverse[at]!;
        sum[k]! += own[row]! * inverse[at]!;
      }
    }
    const pivot = factor[begin]!;
    let diagonal = 1 / (pivot * pivot);
    for (let p = begin + 1; p < end; p++) {
      const row = factorRows[p]!;
      const value = -sum[row]! / pivot;
      inverse[p] = value;
      diagonal -= (own[row]! * value) / pivot;
    }
    inverse[begin] = diagonal;
  }
  return inverse;
}

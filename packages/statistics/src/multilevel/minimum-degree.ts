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

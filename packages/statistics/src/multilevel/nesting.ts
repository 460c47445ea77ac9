import type { EliminatedFactor } from "./elimination.ts";

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

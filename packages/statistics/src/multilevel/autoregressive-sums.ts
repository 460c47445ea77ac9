import type { SeriesData } from "./autoregressive-data.ts";

/** Sums over the pairs of neighbours of one group that lie the same gap apart; gap 0 holds first rows alone. */
export interface GapSums {
  readonly gap: number;
  /** Σ wₜwₜᵀ over the later rows, Σ (wₜwₛᵀ + wₛwₜᵀ), and Σ wₛwₛᵀ over the rows before them. */
  readonly later: Float64Array;
  readonly crossed: Float64Array;
  readonly earlier: Float64Array;
}

/** All that the likelihood needs of the rows, whatever the correlation: it costs groups and gaps, not rows. */
export interface SeriesSums {
  readonly rows: number;
  /** Random effects from the lowest level up, then the basis of the fixed effects, then the outcome. */
  readonly width: number;
  readonly fixed: number;
  /** For each group of the lowest level. */
  readonly groups: readonly (readonly GapSums[])[];
  /** How many pairs lie a gap apart, over all groups. */
  readonly pairs: ReadonlyMap<number, number>;
  /** What each random column was divided by, so that all are of one size. */
  readonly scales: readonly number[];
  /** Coefficients of the basis that were taken off the outcome, so that sums of squares keep their digits. */
  readonly taken: readonly number[];
  /** For each level from the lowest: its number of groups, and the group above for each. */
  readonly parents: readonly (readonly number[])[];
}

/**
 * One pass over the rows. With w the row of all columns and d the gap to the row before, an AR(1) residual is made
 * independent by (wₜ − φᵈwₛ)/√(1 − φ²ᵈ), whose sums of products are combinations of three sums that φ does not enter.
 *
 * Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, 5.3.
 */
export function seriesSums(data: SeriesData): SeriesSums {
  const rows = data.outcome.length;
  const fixed = data.basis.columns;
  const lowestFirst = [...data.levels].reverse();
  const random = lowestFirst.flatMap((level) => level.blocks.flatMap((block) => block.columns));
  const scales = random.map((column) => Math.sqrt(column.reduce((total, x) => total + x * x, 0) / rows) || 1);
  const width = random.length + fixed + 1;
  const taken = Array.from({ length: fixed }, (_, j) =>
    data.outcome.reduce((total, y, i) => total + y * data.basis.values[i * fixed + j]!, 0),
  );
  const stretch = Math.sqrt(rows);
  const fill = (row: number, into: Float64Array) => {
    random.forEach((column, j) => {
      into[j] = column[row]! / scales[j]!;
    });
    let rest = data.outcome[row]!;
    for (let j = 0; j < fixed; j++) {
      const value = data.basis.values[row * fixed + j]!;
      into[random.length + j] = value * stretch;
      rest -= value * taken[j]!;
    }
    into[width - 1] = rest;
  };

  const lowest = lowestFirst[0];
  const groups: Map<number, GapSums>[] = Array.from({ length: lowest?.labels.length ?? 1 }, () => new Map());
  const pairs = new Map<number, number>();
  let current = new Float64Array(width);
  let before = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    fill(row, current);
    const gap = data.gaps[row]!;
    const group = groups[lowest?.codes[row] ?? 0]!;
    const sums = group.get(gap) ?? emptySums(gap, width);
    group.set(gap, sums);
    addProducts(sums.later, current, current, width);
    if (gap > 0) {
      addProducts(sums.crossed, current, before, width);
      addProducts(sums.crossed, before, current, width);
      addProducts(sums.earlier, before, before, width);
      pairs.set(gap, (pairs.get(gap) ?? 0) + 1);
    }
    [before, current] = [current, before];
  }
  return {
    rows,
    width,
    fixed,
    groups: groups.map((group) => [...group.values()]),
    pairs,
    scales,
    taken,
    parents: lowestFirst.map((level, i) => {
      const above = lowestFirst[i + 1];
      const parent = new Array<number>(level.labels.length).fill(0);
      if (above !== undefined)
        level.codes.forEach((code, row) => {
          parent[code] = above.codes[row]!;
        });
      return parent;
    }),
  };
}

function emptySums(gap: number, width: number): GapSums {
  const size = width * width;
  const none = new Float64Array(0);
  return {
    gap,
    later: new Float64Array(size),
    crossed: gap === 0 ? none : new Float64Array(size),
    earlier: gap === 0 ? none : new Float64Array(size),
  };
}

function addProducts(into: Float64Array, a: Float64Array, b: Float64Array, width: number): void {
  for (let i = 0; i < width; i++) {
    const factor = a[i]!;
    if (factor === 0) continue;
    for (let j = 0; j < width; j++) into[i * width + j]! += factor * b[j]!;
  }
}

import { orthogonalBasis } from "@concord/numerics";
import type { SeriesData } from "./autoregressive-data.ts";
import type { EffectBlock } from "./autoregressive-levels.ts";
import { inverseSmall } from "./small-matrices.ts";

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
  /** For each level from the lowest: B, by which effects of the computation are turned into those of the data. */
  readonly backs: readonly Float64Array[];
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
  const turned = lowestFirst.map((level) => level.blocks.map((block) => turnedEffects(block, rows)));
  const random = turned.flatMap((blocks) => blocks.flatMap(({ columns }) => columns));
  const width = random.length + fixed + 1;
  const taken = Array.from({ length: fixed }, (_, j) =>
    data.outcome.reduce((total, y, i) => total + y * data.basis.values[i * fixed + j]!, 0),
  );
  const stretch = Math.sqrt(rows);
  const fill = (row: number, into: Float64Array) => {
    random.forEach((column, j) => {
      into[j] = column[row]!;
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
    backs: turned.map(besideEachOther),
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

interface TurnedEffects {
  readonly columns: readonly ArrayLike<number>[];
  /** Row after row: effects in the columns as they were from those in these columns. */
  readonly back: Float64Array;
}

/**
 * The columns of a block of unit mean square and, where it has an intercept, orthogonal: the same model, in which no
 * origin or unit of a predictor is left.
 */
function turnedEffects({ names, columns }: EffectBlock, rows: number): TurnedEffects {
  const q = columns.length;
  const stretch = Math.sqrt(rows);
  if (names.includes("(Intercept)")) {
    const values = new Float64Array(rows * q);
    columns.forEach((column, j) => {
      column.forEach((value, row) => {
        values[row * q + j] = value;
      });
    });
    const found = orthogonalBasis({ rows, columns: q, values });
    if (found.kind === "full-rank") {
      const back = inverseSmall(found.triangle.values, q).map((value) => value * stretch);
      const column = (j: number) =>
        Float64Array.from({ length: rows }, (_, row) => found.basis.values[row * q + j]! * stretch);
      return { columns: columns.map((_, j) => column(j)), back };
    }
  }
  const back = new Float64Array(q * q);
  return {
    columns: columns.map((column, j) => {
      const size = Math.sqrt(column.reduce((total, x) => total + x * x, 0) / rows) || 1;
      back[j * q + j] = 1 / size;
      return column.map((value) => value / size);
    }),
    back,
  };
}

/** The blocks of a level along the diagonal of one matrix. */
function besideEachOther(blocks: readonly TurnedEffects[]): Float64Array {
  const size = blocks.reduce((total, { columns }) => total + columns.length, 0);
  const whole = new Float64Array(size * size);
  let from = 0;
  for (const { columns, back } of blocks) {
    const q = columns.length;
    back.forEach((value, at) => {
      whole[(from + Math.floor(at / q)) * size + from + (at % q)] = value;
    });
    from += q;
  }
  return whole;
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

import type { ColumnMeaning } from "./column-meaning.ts";

/**
 * All that a multilevel model needs of its rows: for each cell (a combination of groups that occurs) the sums of the
 * products of its columns. They may come from rows, or from a grouped query of a database.
 */
export interface CrossProducts {
  /** The columns whose products are summed: a constant 1 first, then predictors, the outcome last. */
  readonly columns: readonly string[];
  /** The grouping factors of the model, each once. */
  readonly factors: readonly CellFactor[];
  readonly cells: number;
  /** Cell after cell the products of columns i ≤ j: 11, 12, 22, 13, 23, 33, … */
  readonly sums: Float64Array;
  /** The rows that were summed. */
  readonly rows: number;
  /** The rows left out because a value is missing. */
  readonly leftOut: number;
}

/** The groups of one factor, and the group of each cell. */
export interface CellFactor {
  readonly name: string;
  readonly groupOf: Int32Array;
  /** What the groups are called, in the order of R's levels. */
  readonly groups: readonly string[];
}

/** What a grouped query must return, one row per combination of `groupBy`. */
export interface SumsNeeded {
  /** The columns that name the groups. */
  readonly groupBy: readonly string[];
  /** The columns of the products: the first is the constant 1, so that its square is the count of rows. */
  readonly columns: readonly ColumnMeaning[];
  /** Pairs of places in `columns`, in the order of `CrossProducts.sums`. */
  readonly products: readonly (readonly [number, number])[];
}

import type { ColumnMeaning } from "../design.ts";

/**
 * All that a multilevel model needs of its rows: for each cell (a combination of groups that occurs) the sums of the
 * products of its columns. They may come from rows, or from a grouped query of a database.
 */
export interface CrossProducts {
  /** The names of the columns that are multiplied: a constant 1 first, then predictors, the outcome last. */
  readonly columns: readonly string[];
  /** What was taken from each column before the products, so that large values keep their digits; 0 for the first. */
  readonly origins: readonly number[];
  /** The grouping factors of the model, each once. */
  readonly factors: readonly CellFactor[];
  readonly cells: number;
  /** Cell after cell the products of columns i ≤ j: 00, 01, 11, 02, 12, 22, … */
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
  readonly count: number;
  /** For each column of the data that names the groups, its value in each group; groups in the order of R's levels. */
  readonly values: readonly (readonly GroupValue[])[];
}

export type GroupValue = number | string | boolean;

/** What a grouped query must return, one row per combination of `groupBy`. */
export interface SumsNeeded {
  /** The columns that name the groups. */
  readonly groupBy: readonly string[];
  /** The columns of the products: the first is the constant 1, so that its square is the count of rows. */
  readonly columns: readonly ColumnMeaning[];
  /** Pairs of places in `columns`, in the order of `CrossProducts.sums`. */
  readonly products: readonly (readonly [number, number])[];
}

/** What a group is called: the values of its columns, as R writes levels of an interaction. */
export function groupLabels({ values, count }: CellFactor): readonly string[] {
  return Array.from({ length: count }, (_, group) =>
    values.map((column) => textOf(column[group]!)).join(":"),
  );
}

function textOf(value: GroupValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

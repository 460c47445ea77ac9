/** A table of a result: the first column names the rows, the others hold numbers, words or nothing. */
export interface ModelTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A table, or a line of text between tables; an empty line separates. */
export type TablePart = string | ModelTable;

/** Returns one table as the parts of a result. */
export function modelTable(
  titles: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly TablePart[] {
  return [{ titles, rows }];
}

/** An estimate with its test and interval, as every fit states it. */
interface Tested {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/** What stands over `testedCells`. */
export const testedTitles = ["b", "SE", "t", "p", "lower", "upper"] as const;

/** The cells of one estimate in a table. */
export function testedCells(one: Tested): readonly number[] {
  return [one.estimate, one.standardError, one.statistic, one.p, one.lower, one.upper];
}

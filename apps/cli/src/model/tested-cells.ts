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

/** Ratings: a row for each person or thing rated, a column for each rater; null where one is missing. */
export type RatingTable = readonly (readonly (number | null)[])[];

/** What two-way analysis makes of ratings: mean squares, and what they count on. */
export interface MeanSquares {
  readonly targets: number;
  readonly raters: number;
  readonly between: number; // MSB
  readonly within: number; // MSW
  readonly judges: number; // MSJ
  readonly error: number; // MSE
}

/** Mean squares of a complete table: Shrout PE, Fleiss JL (1979), Psychol Bull 86, table 3. */
export function meanSquares(ratings: readonly (readonly number[])[]): MeanSquares {
  const n = ratings.length;
  const k = ratings[0]!.length;
  const total = ratings.reduce((all, row) => all + row.reduce((sum, x) => sum + x, 0), 0);
  const grand = total / (n * k);
  const rowMeans = ratings.map((row) => row.reduce((sum, x) => sum + x, 0) / k);
  const raterMeans = ratings[0]!.map((_, j) => ratings.reduce((sum, row) => sum + row[j]!, 0) / n);
  const between = k * rowMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const judges = n * raterMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  let within = 0;
  let error = 0;
  ratings.forEach((row, i) => {
    row.forEach((x, j) => {
      within += (x - rowMeans[i]!) ** 2;
      error += (x - rowMeans[i]! - raterMeans[j]! + grand) ** 2;
    });
  });
  return {
    targets: n,
    raters: k,
    between: between / (n - 1),
    within: within / (n * (k - 1)),
    judges: judges / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  };
}

import { fSurvival, fUpperQuantile } from "@concord/numerics";
import { type CrossedComponents, crossedComponents } from "./crossed-components.ts";
import { type MeanSquares, meanSquares, type RatingTable } from "./rating-table.ts";

/** Shrout and Fleiss' six: raters drawn again for each target (1), drawn once (2), the only ones (3); one rating or the mean of k. */
export type IntraclassForm = "ICC1" | "ICC2" | "ICC3" | "ICC1k" | "ICC2k" | "ICC3k";

export interface IntraclassCorrelation {
  readonly form: IntraclassForm;
  readonly estimate: number;
  readonly f: number;
  readonly numeratorDegrees: number;
  readonly denominatorDegrees: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export type IntraclassResult =
  | {
      readonly kind: "fitted";
      readonly targets: number;
      readonly raters: number;
      readonly missing: number;
      /** From sums of squares, or from restricted likelihood where ratings are missing. */
      readonly by: "analysis-of-variance" | "restricted-likelihood";
      readonly forms: readonly IntraclassCorrelation[];
      readonly components: CrossedComponents | undefined;
      readonly cautions: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * How far do raters agree about who is high and who is low?
 *
 * Shrout PE, Fleiss JL (1979). Psychol Bull 86: 420–428; intervals on pp. 424–425. With missing ratings the mean squares are
 * those that the variances by restricted likelihood imply, as psych does; `by` asks for either way on complete tables.
 */
export function intraclassCorrelations(
  ratings: RatingTable,
  options: {
    readonly level?: number;
    readonly by?: "analysis-of-variance" | "restricted-likelihood";
  } = {},
): IntraclassResult {
  const rows = ratings.filter((row) => row.some((value) => value !== null));
  const k = rows[0]?.length ?? 0;
  if (k < 2) throw new RangeError(`agreement requires two or more raters: ${k}`);
  const missing = rows.reduce((total, row) => total + row.filter((value) => value === null).length, 0);
  const by = missing > 0 ? "restricted-likelihood" : (options.by ?? "analysis-of-variance");
  if (rows.length < 2)
    return { kind: "refused", reason: "agreement requires two or more people or things rated" };
  const first = rows[0]!.find((value) => value !== null);
  if (rows.every((row) => row.every((value) => value === null || value === first)))
    return { kind: "refused", reason: "all ratings are the same: nobody can be told from anybody" };
  const components = by === "restricted-likelihood" ? crossedComponents(rows) : undefined;
  const squares =
    components === undefined
      ? meanSquares(rows as readonly (readonly number[])[])
      : impliedSquares(components, rows.length, k);
  if (!(squares.error > 0) || !(squares.within > 0))
    return { kind: "refused", reason: "raters agree on every difference: there is no error to compare with" };
  return {
    kind: "fitted",
    targets: rows.length,
    raters: k,
    missing,
    by,
    forms: formsOf(squares, options.level ?? 0.95),
    components,
    cautions: [
      ...(missing > 0
        ? [`${missing} of ${rows.length * k} ratings are missing; variances are by restricted likelihood`]
        : []),
      ...(components?.isSettled === false ? ["the search for the variances did not settle"] : []),
    ],
  };
}

/** The mean squares a complete table with these variances would be expected to have. */
function impliedSquares({ targets, raters, error }: CrossedComponents, n: number, k: number): MeanSquares {
  return {
    targets: n,
    raters: k,
    between: k * targets + error,
    within: raters + error,
    judges: n * raters + error,
    error,
  };
}

function formsOf(squares: MeanSquares, level: number): readonly IntraclassCorrelation[] {
  const { targets: n, raters: k, between, within, judges, error } = squares;
  const tail = (1 - level) / 2;
  const first = n - 1;
  const inner = n * (k - 1);
  const crossed = (n - 1) * (k - 1);
  const one = (between - within) / (between + (k - 1) * within);
  const two = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n);
  const three = (between - error) / (between + (k - 1) * error);
  const fOne = between / within;
  const fTwo = between / error;
  const single = ratioBounds(fOne, first, inner, tail);
  const fixed = ratioBounds(fTwo, first, crossed, tail);
  const random = randomRaterBounds(squares, two, tail);
  const ofOne = ([low, high]: Bounds): Bounds => [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
  const ofMean = ([low, high]: Bounds): Bounds => [1 - 1 / low, 1 - 1 / high];
  // The mean of k ratings has its pole at −1/(k − 1): from there down nothing bounds it from below.
  const steppedAt = (single: number): number =>
    1 + single * (k - 1) > 0 ? (single * k) / (1 + single * (k - 1)) : Number.NEGATIVE_INFINITY;
  const stepped = ([low, high]: Bounds): Bounds => [steppedAt(low), steppedAt(high)];
  const form = (
    name: IntraclassForm,
    estimate: number,
    f: number,
    second: number,
    [lower, upper]: Bounds,
  ) => ({
    form: name,
    estimate,
    f,
    numeratorDegrees: first,
    denominatorDegrees: second,
    p: fSurvival(f, first, second),
    lower,
    upper,
  });
  return [
    form("ICC1", one, fOne, inner, ofOne(single)),
    form("ICC2", two, fTwo, crossed, random),
    form("ICC3", three, fTwo, crossed, ofOne(fixed)),
    form("ICC1k", (between - within) / between, fOne, inner, ofMean(single)),
    form("ICC2k", (between - error) / (between + (judges - error) / n), fTwo, crossed, stepped(random)),
    form("ICC3k", (between - error) / between, fTwo, crossed, ofMean(fixed)),
  ];
}

type Bounds = readonly [number, number];

/** The ratio of the true mean squares. */
function ratioBounds(f: number, first: number, second: number, tail: number): Bounds {
  return [f / fUpperQuantile(tail, first, second), f * fUpperQuantile(tail, second, first)];
}

/** With raters drawn at random the degrees of freedom are approximate (Satterthwaite): p. 424. */
function randomRaterBounds(
  { targets: n, raters: k, between, judges, error }: MeanSquares,
  estimate: number,
  tail: number,
): Bounds {
  const f = judges / error;
  const spread = n * (1 + (k - 1) * estimate) - k * estimate;
  const degrees =
    ((n - 1) * (k - 1) * (k * estimate * f + spread) ** 2) /
    ((n - 1) * (k * estimate * f) ** 2 + spread ** 2);
  const above = fUpperQuantile(tail, n - 1, degrees);
  const below = fUpperQuantile(tail, degrees, n - 1);
  const rest = k * judges + (k * n - k - n) * error;
  return [
    (n * (between - above * error)) / (above * rest + n * between),
    (n * (below * between - error)) / (rest + n * below * between),
  ];
}

import { normalQuantile, normalSurvival } from "@concord/numerics";
import { orderedCategories } from "./cohen-kappa.ts";

export type FleissKappa =
  | {
      readonly kind: "fitted";
      readonly subjects: number;
      readonly raters: number;
      readonly estimate: number;
      /** Under no agreement beyond chance. */
      readonly standardError: number;
      readonly z: number;
      readonly p: number;
      readonly lower: number;
      readonly upper: number;
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * How far do many raters choose the same category, beyond chance?
 *
 * Fleiss JL (1971). Psychol Bull 76: 378–382; the standard error is that of Fleiss JL, Nee JCM, Landis JR (1979), Psychol Bull
 * 86: 974–977, which holds without agreement: the interval built on it is approximate. Incomplete rows are left out.
 */
export function fleissKappa(
  ratings: readonly (readonly (number | string | null)[])[],
  level = 0.95,
): FleissKappa {
  const complete = ratings.filter((row) => row.every((value) => value !== null)) as readonly (readonly (
    | number
    | string
  )[])[];
  const n = complete.length;
  const m = complete[0]?.length ?? 0;
  if (n < 2 || m < 2)
    return { kind: "refused", reason: "agreement requires two or more complete rows of two or more raters" };
  const categories = orderedCategories(complete.flat());
  if (categories.length < 2) return { kind: "refused", reason: "only one category was ever used" };
  const counts = complete.map((row) =>
    categories.map((c) => row.filter((value) => String(value) === c).length),
  );
  const agreement =
    counts.reduce((sum, row) => sum + row.reduce((squares, x) => squares + x * (x - 1), 0), 0) /
    (n * m * (m - 1));
  const shares = categories.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0) / (n * m));
  const chance = shares.reduce((sum, p) => sum + p * p, 0);
  const estimate = (agreement - chance) / (1 - chance);
  const varied = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skewed = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const standardError = Math.sqrt((2 * (varied * varied - skewed)) / (varied * varied * n * m * (m - 1)));
  const z = estimate / standardError;
  const width = normalQuantile((1 + level) / 2) * standardError;
  return {
    kind: "fitted",
    subjects: n,
    raters: m,
    estimate,
    standardError,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
    lower: estimate - width,
    upper: estimate + width,
  };
}

import { normalQuantile, normalSurvival } from "@concord/numerics";

/** Two raters' categories side by side: counts, rows for the first, columns for the second. */
export interface AgreementTable {
  readonly categories: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** How near two categories count as the same. */
export type AgreementWeights = "quadratic" | "linear" | readonly (readonly number[])[];

export interface KappaEstimate {
  readonly estimate: number;
  readonly variance: number;
  readonly lower: number;
  readonly upper: number;
}

export type CohenKappa =
  | {
      readonly kind: "fitted";
      readonly count: number;
      readonly agreement: number;
      readonly plain: KappaEstimate;
      readonly weighted: KappaEstimate;
      readonly weights: readonly (readonly number[])[];
      /** Of the plain κ against no agreement beyond chance, with the variance that then holds. */
      readonly z: number;
      readonly p: number;
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * How often do two raters choose the same, beyond what their habits alone would bring?
 *
 * Cohen J (1960). Educ Psychol Meas 20: 37–46; (1968) Psychol Bull 70: 213–220. Variances: Fleiss JL, Cohen J, Everitt BS
 * (1969). Psychol Bull 72: 323–327. Where both use one category only there is nothing to compare.
 */
export function cohenKappa(
  { counts }: AgreementTable,
  weights: AgreementWeights = "quadratic",
  level = 0.95,
): CohenKappa {
  const k = counts.length;
  if (k < 2 || counts.some((row) => row.length !== k))
    throw new RangeError(`kappa requires a square table of two or more categories: ${k}`);
  const count = counts.reduce((all, row) => all + row.reduce((sum, x) => sum + x, 0), 0);
  if (count === 0) return { kind: "refused", reason: "no case was rated by both" };
  const shares = counts.map((row) => row.map((x) => x / count));
  const first = shares.map((row) => row.reduce((sum, x) => sum + x, 0));
  const second = shares.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0));
  if (first.some((share, i) => share === 1 && second[i] === 1))
    return { kind: "refused", reason: "both raters use one category only: agreement by chance is certain" };
  const same = counts.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const chosen = weightsOf(weights, k);
  const plain = estimateOf(shares, first, second, same, count, level);
  const chance = first.reduce((sum, share, i) => sum + share * second[i]!, 0);
  const habit = first.reduce((sum, share, i) => sum + share * second[i]! * (share + second[i]!), 0);
  const nullVariance = (chance + chance * chance - habit) / (count * (1 - chance) ** 2);
  const z = plain.estimate / Math.sqrt(nullVariance);
  return {
    kind: "fitted",
    count,
    agreement: shares.reduce((sum, row, i) => sum + row[i]!, 0),
    plain,
    weighted: estimateOf(shares, first, second, chosen, count, level),
    weights: chosen,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
  };
}

function weightsOf(weights: AgreementWeights, k: number): readonly (readonly number[])[] {
  if (typeof weights !== "string") return weights;
  const power = weights === "quadratic" ? 2 : 1;
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (__, j) => 1 - (Math.abs(i - j) / (k - 1)) ** power),
  );
}

function estimateOf(
  shares: readonly (readonly number[])[],
  first: readonly number[],
  second: readonly number[],
  weights: readonly (readonly number[])[],
  count: number,
  level: number,
): KappaEstimate {
  let observed = 0;
  let chance = 0;
  const rowWeights = weights.map((row) => row.reduce((sum, w, j) => sum + w * second[j]!, 0));
  const columnWeights = weights.map((_, j) => weights.reduce((sum, row, i) => sum + row[j]! * first[i]!, 0));
  shares.forEach((row, i) => {
    row.forEach((share, j) => {
      observed += weights[i]![j]! * share;
      chance += weights[i]![j]! * first[i]! * second[j]!;
    });
  });
  let spread = 0;
  shares.forEach((row, i) => {
    row.forEach((share, j) => {
      spread +=
        share * (weights[i]![j]! * (1 - chance) - (rowWeights[i]! + columnWeights[j]!) * (1 - observed)) ** 2;
    });
  });
  const estimate = (observed - chance) / (1 - chance);
  const variance = (spread - (observed * chance - 2 * chance + observed) ** 2) / (count * (1 - chance) ** 4);
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  return { estimate, variance, lower: estimate - width, upper: estimate + width };
}

/** The table of two raters' judgements, categories in order; rows that one of them missed are left out. */
export function agreementTable(
  first: readonly (number | string | null)[],
  second: readonly (number | string | null)[],
): AgreementTable {
  const both = first.flatMap((a, i) => {
    const b = second[i] ?? null;
    return a === null || b === null ? [] : [[a, b] as const];
  });
  const categories = orderedCategories(both.flat());
  const position = new Map(categories.map((category, i) => [category, i]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const [a, b] of both) counts[position.get(String(a))!]![position.get(String(b))!]! += 1;
  return { categories, counts };
}

/** Numbers by size, texts by their letters. */
export function orderedCategories(values: readonly (number | string)[]): readonly string[] {
  const isNumeric = values.every((value) => Number.isFinite(Number(value)) && value !== "");
  const distinct = [...new Set(values.map(String))];
  return isNumeric ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}

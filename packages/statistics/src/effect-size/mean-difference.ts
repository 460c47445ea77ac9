import { logGamma } from "@concord/numerics";
import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** Size, mean and standard deviation of two independent groups. */
export interface TwoGroups {
  readonly firstSize: number;
  readonly firstMean: number;
  readonly firstDeviation: number;
  readonly secondSize: number;
  readonly secondMean: number;
  readonly secondDeviation: number;
}

/** Whether the groups share one variance. */
export type Spread = "separate" | "pooled";

/** The difference of the means (MD), with separate or pooled variances. */
export function meanDifference(groups: TwoGroups, spread: Spread = "separate"): EffectSize {
  const unfit = unfitGroups(groups);
  if (unfit !== undefined) return notMeasurable(unfit);
  const { firstSize, firstDeviation, secondSize, secondDeviation } = groups;
  const variance =
    spread === "separate"
      ? firstDeviation ** 2 / firstSize + secondDeviation ** 2 / secondSize
      : pooledVariance(groups) * (1 / firstSize + 1 / secondSize);
  return measured(groups.firstMean - groups.secondMean, variance);
}

/** Large-sample variance at g, the same at d and shrunk by J², or Hedges' unbiased estimate. */
export type StandardizedVariance = "large-sample" | "large-sample-of-d" | "unbiased";

/**
 * The difference of the means in pooled standard deviations, freed from its small-sample bias (SMD, Hedges' g):
 * g = J d, J = Γ(m/2)/(√(m/2) Γ((m − 1)/2)), m = n₁ + n₂ − 2.
 *
 * Hedges LV (1981). J Educ Stat 6: 107–128, equations 6d and 9; J exactly, not by its approximation.
 */
export function standardizedMeanDifference(
  groups: TwoGroups,
  variance: StandardizedVariance = "large-sample",
): EffectSize {
  const unfit = unfitGroups(groups);
  if (unfit !== undefined) return notMeasurable(unfit);
  const { firstSize, secondSize } = groups;
  const m = firstSize + secondSize - 2;
  const spread = Math.sqrt(pooledVariance(groups));
  if (!(spread > 0)) return notMeasurable("a standardized difference requires some spread within the groups");
  const correction = hedgesCorrection(m);
  const d = (groups.firstMean - groups.secondMean) / spread;
  const g = correction * d;
  const sizes = 1 / firstSize + 1 / secondSize;
  if (variance === "unbiased") return measured(g, sizes + (1 - (m - 2) / (m * correction ** 2)) * g * g);
  if (variance === "large-sample") return measured(g, sizes + (g * g) / (2 * (firstSize + secondSize)));
  return measured(g, correction ** 2 * (sizes + (d * d) / (2 * (firstSize + secondSize))));
}

/**
 * The same for groups of unequal variance (SMDH): the difference over the root of the mean variance.
 *
 * Bonett DG (2009). Psychol Methods 14: 225–238, equation 5, its variance shrunk by J² as metafor does.
 */
export function standardizedMeanDifferenceUnequal(groups: TwoGroups): EffectSize {
  const unfit = unfitGroups(groups);
  if (unfit !== undefined) return notMeasurable(unfit);
  const { firstSize, firstDeviation, secondSize, secondDeviation } = groups;
  const average = (firstDeviation ** 2 + secondDeviation ** 2) / 2;
  if (!(average > 0))
    return notMeasurable("a standardized difference requires some spread within the groups");
  const correction = hedgesCorrection(firstSize + secondSize - 2);
  const estimate = (correction * (groups.firstMean - groups.secondMean)) / Math.sqrt(average);
  const fourth = firstDeviation ** 4 / (firstSize - 1) + secondDeviation ** 4 / (secondSize - 1);
  const second = firstDeviation ** 2 / (firstSize - 1) + secondDeviation ** 2 / (secondSize - 1);
  return measured(
    estimate,
    correction ** 2 * ((estimate ** 2 * fourth) / (8 * average ** 2) + second / average),
  );
}

/**
 * The logarithm of the ratio of the means (ROM), for quantities that cannot be negative.
 *
 * Hedges LV, Gurevitch J, Curtis PS (1999). Ecology 80: 1150–1156.
 */
export function logRatioOfMeans(groups: TwoGroups): EffectSize {
  const unfit = unfitGroups(groups);
  if (unfit !== undefined) return notMeasurable(unfit);
  const ratio = groups.firstMean / groups.secondMean;
  if (!(ratio > 0))
    return notMeasurable(
      `a ratio of means requires means of one sign: ${groups.firstMean}, ${groups.secondMean}`,
    );
  const variance =
    groups.firstDeviation ** 2 / (groups.firstSize * groups.firstMean ** 2) +
    groups.secondDeviation ** 2 / (groups.secondSize * groups.secondMean ** 2);
  return measured(Math.log(ratio), variance);
}

/** J(m), by which a standardized difference on m degrees of freedom is too large. */
export function hedgesCorrection(m: number): number {
  return Math.exp(logGamma(m / 2) - 0.5 * Math.log(m / 2) - logGamma((m - 1) / 2));
}

function pooledVariance(groups: TwoGroups): number {
  const { firstSize, firstDeviation, secondSize, secondDeviation } = groups;
  return (
    ((firstSize - 1) * firstDeviation ** 2 + (secondSize - 1) * secondDeviation ** 2) /
    (firstSize + secondSize - 2)
  );
}

function unfitGroups(groups: TwoGroups): string | undefined {
  for (const [name, value] of Object.entries(groups)) {
    if (!Number.isFinite(value)) return `${name} is missing`;
  }
  const { firstSize, secondSize, firstDeviation, secondDeviation } = groups;
  if (firstSize < 2 || secondSize < 2)
    return `two groups require two or more people each: ${firstSize}, ${secondSize}`;
  if (firstDeviation < 0 || secondDeviation < 0) {
    return `a standard deviation cannot be negative: ${firstDeviation}, ${secondDeviation}`;
  }
  return undefined;
}

import { type Matrix, zeros } from "@concord/numerics";
import { metaAnalysis } from "./meta-analysis.ts";
import type { Coefficient, FittedMetaAnalysis, NotEstimable } from "./model.ts";
import {
  predictorValues,
  type SmallStudyPredictor,
  vanishesForLargeStudies,
} from "./small-study-predictor.ts";
import { weightedRegression } from "./weighted-regression.ts";

/** How the line through the funnel is fitted: with multiplicative dispersion, or with τ² added. */
export type AsymmetryModel = "lm" | "rma";

export type AsymmetryTest =
  | {
      readonly kind: "tested";
      readonly model: AsymmetryModel;
      readonly predictor: SmallStudyPredictor;
      readonly slope: Coefficient;
      readonly intercept: Coefficient;
      /** The effect expected of an endless study; absent where the predictor does not vanish for one. */
      readonly limit?: { readonly estimate: number; readonly lower: number; readonly upper: number };
      /** τ² around the line, for the additive model. */
      readonly betweenStudyVariance?: number;
    }
  | NotEstimable;

/**
 * Do small studies show other effects than large ones? Egger's regression, in its classical form and with other
 * predictors and error models.
 *
 * Egger M et al. (1997). BMJ 315: 629–634; Sterne JAC, Egger M (2005), in Publication Bias in Meta-Analysis, p. 99.
 * Asymmetry has other causes than unpublished studies, and below ten studies the test sees little.
 */
export function asymmetryTest(
  fit: FittedMetaAnalysis,
  model: AsymmetryModel = "rma",
  predictor: SmallStudyPredictor = "sei",
  sampleSizes?: readonly number[],
): AsymmetryTest {
  if (!fit.interceptOnly) throw new RangeError("the asymmetry test requires a model without moderators");
  const variances = fit.effects.map(({ variance }) => variance);
  const values = predictorValues(predictor, variances, sampleSizes);
  if (model === "lm") {
    const line = weightedRegression(fit.effects, [{ name: predictor, values }], fit.level);
    if (line.kind === "not-estimable") return line;
    return tested(model, predictor, line.coefficients);
  }
  const matrix: Matrix = zeros(values.length, 2);
  values.forEach((value, i) => {
    matrix.values.set([1, value], 2 * i);
  });
  const names = ["(Intercept)", predictor];
  const design = { names, matrix, kept: values.map((_, i) => i), termOf: [-1, 0], intercept: true };
  const line = metaAnalysis(fit.effects, { ...fit.model, design });
  if (line.kind !== "fitted") {
    const reason = line.kind === "not-estimable" ? line.reason : "the predictor is the same for all studies";
    return { kind: "not-estimable", reason };
  }
  if (line.untested !== undefined) return { kind: "not-estimable", reason: line.untested };
  return {
    ...tested(model, predictor, line.coefficients),
    betweenStudyVariance: line.betweenStudyVariance.value,
  };
}

function tested(
  model: AsymmetryModel,
  predictor: SmallStudyPredictor,
  coefficients: readonly Coefficient[],
): Extract<AsymmetryTest, { readonly kind: "tested" }> {
  const [intercept, slope] = coefficients as readonly [Coefficient, Coefficient];
  const { estimate, lower, upper } = intercept;
  return {
    kind: "tested",
    model,
    predictor,
    slope,
    intercept,
    ...(vanishesForLargeStudies(predictor) ? { limit: { estimate, lower, upper } } : {}),
  };
}

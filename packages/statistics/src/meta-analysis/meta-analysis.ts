import { chiSquareSurvival, type Matrix, multiply, transpose, zeros } from "@concord/numerics";
import type { BetweenStudyVariance } from "./between-study-variance.ts";
import { type CoefficientTest, coefficientsTested, omnibusTest } from "./coefficients.ts";
import { type Effect, requireUsable } from "./effect.ts";
import { fitsExactly } from "./exact-fit.ts";
import { likelihoodsOf } from "./fit-statistics.ts";
import { likelihoodStandardError } from "./likelihood-variance.ts";
import {
  estimateBetweenStudyVariance,
  isCommonEffect,
  type Method,
  needsPositiveVariances,
} from "./methods.ts";
import type { Heterogeneity, MetaAnalysis, MetaAnalysisModel, Test } from "./model.ts";
import { tracesOf } from "./projection.ts";
import { covarianceOfCoefficients, prepareRegression, type Regression } from "./regression.ts";
import { coefficientsOf, inverseVarianceWeights, type WeightedFit, weightedFit } from "./weighted-fit.ts";

/**
 * What do the studies say together, and how far do they differ?
 *
 * Common-effect and random-effects models, with or without moderators: yᵢ = xᵢβ + uᵢ + eᵢ with Var(eᵢ) = vᵢ known
 * and Var(uᵢ) = τ² estimated. A single study gives itself, tested by the normal. Missing rows are the caller's to
 * leave out (see `Design.kept`).
 *
 * Viechtbauer W (2010). J Stat Softw 36(3): 1–48; Knapp G, Hartung J (2003). Stat Med 22: 2693–2710.
 */
export function metaAnalysis(effects: readonly Effect[], model: MetaAnalysisModel = {}): MetaAnalysis {
  requireUsable(effects);
  const method = model.method ?? "REML";
  const level = requireLevel(model.level ?? 0.95);
  const { design } = model;
  if (design !== undefined && design.matrix.rows !== effects.length) {
    throw new RangeError(
      `metaAnalysis requires one row per effect: ${design.matrix.rows} for ${effects.length}`,
    );
  }
  const prepared = prepareRegression(effects, design?.matrix);
  const names = design?.names ?? ["(Intercept)"];
  if (prepared.kind === "rank-deficient") {
    if (effects.length < names.length) return tooFew(effects.length, names.length);
    return { kind: "rank-deficient", redundant: prepared.redundant.map((column) => names[column]!) };
  }
  const { regression } = prepared;
  const { k, p } = regression;
  const interceptOnly = p === 1 && (design === undefined || design.intercept);
  if (k <= p && !(k === 1 && interceptOnly)) return tooFew(k, p);
  const hasZeroVariance = effects.some(({ variance }) => variance === 0);
  if (
    hasZeroVariance &&
    (k === 1 || (model.betweenStudyVariance === undefined && needsPositiveVariances(method)))
  ) {
    return { kind: "not-estimable", reason: `${method} requires sampling variances above zero` };
  }

  const between = variance(regression, model, method);
  if (between.kind === "unsettled") {
    return { kind: "unsettled", betweenStudyVariance: between.value, steps: between.steps };
  }
  if (hasZeroVariance && between.value === 0) {
    return {
      kind: "not-estimable",
      reason: "a sampling variance of zero and no variance between studies leave one study alone to count",
    };
  }

  const test: Test = k === 1 ? "z" : (model.test ?? "z");
  const natural = weightedFit(regression, inverseVarianceWeights(regression, between.value));
  const chosen = chosenFit(regression, model, natural);
  const squares = residualSquares(natural.weights, chosen.residuals);
  const isExact = k > p && fitsExactly(regression.estimates, natural.residuals);
  const scale = scaleOf(test, natural.weightedSquares / (k - p), isExact);
  const unscaled = sandwich(regression, chosen, natural);
  const covariance = covarianceOfCoefficients(regression, unscaled);
  covariance.values.forEach((value, i) => {
    covariance.values[i] = value * scale;
  });
  const degreesOfFreedom = test === "z" ? Number.POSITIVE_INFINITY : k - p;
  const coefficientTest: CoefficientTest = { covariance, degreesOfFreedom, level };
  const beta = coefficientsOf(regression, chosen);
  const coefficients = coefficientsTested(names, beta, coefficientTest);
  const tested = coefficients.map((_, i) => i).slice(design?.intercept === true && p > 1 ? 1 : 0);
  const total = chosen.weights.reduce((sum, weight) => sum + weight, 0);
  const parameters = p + (isCommonEffect(method) || model.betweenStudyVariance !== undefined ? 0 : 1);
  return {
    kind: "fitted",
    method,
    test,
    level,
    effects,
    regression,
    coefficients,
    ...(Number.isNaN(scale) ? { untested: NO_SPREAD } : {}),
    covariance,
    covarianceFactor: scale,
    betweenStudyVariance: between,
    heterogeneity: heterogeneityOf(regression, method, between.value, hasZeroVariance),
    weights: Array.from(chosen.weights, (weight) => (100 * weight) / total),
    omnibus: omnibusTest(beta, tested, coefficientTest),
    likelihoods: likelihoodsOf(regression, natural, squares, parameters),
    interceptOnly,
    inBasis: { chosen, sandwich: unscaled },
    model,
  };
}

function variance(regression: Regression, model: MetaAnalysisModel, method: Method): BetweenStudyVariance {
  const { betweenStudyVariance: value } = model;
  if (value === undefined) return estimateBetweenStudyVariance(regression, method);
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a given variance between studies requires a value of at least 0: ${value}`);
  }
  const standardError = likelihoodStandardError(regression, value, method === "ML" ? "ML" : "REML");
  return { kind: "given", value, standardError };
}

/** The fit whose coefficients are reported: by inverse variances, or by the weights that were asked for. */
function chosenFit(regression: Regression, model: MetaAnalysisModel, natural: WeightedFit): WeightedFit {
  const { weights } = model;
  if (weights === undefined) return natural;
  if (weights === "equal") return weightedFit(regression, new Float64Array(regression.k).fill(1));
  if (weights.length !== regression.k || !weights.every((weight) => weight >= 0 && Number.isFinite(weight))) {
    throw new RangeError(
      `weights require one finite value of at least 0 per study: ${weights.length} for ${regression.k}`,
    );
  }
  return weightedFit(regression, Float64Array.from(weights));
}

/** (Q′AQ)⁻¹ Q′A W⁻¹ A Q (Q′AQ)⁻¹; with the natural weights A = W it is the inverse alone. */
function sandwich(regression: Regression, chosen: WeightedFit, natural: WeightedFit): Matrix {
  if (chosen === natural) return natural.inverse;
  const { k, p } = regression;
  const q = regression.basis.values;
  const inner = zeros(p, p);
  for (let i = 0; i < k; i++) {
    const factor = chosen.weights[i]! ** 2 / natural.weights[i]!;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) inner.values[a * p + b]! += factor * q[i * p + a]! * q[i * p + b]!;
    }
  }
  return multiply(multiply(chosen.inverse, inner), transpose(chosen.inverse));
}

function residualSquares(weights: Float64Array, residuals: Float64Array): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]! * residuals[i]! ** 2;
  return total;
}

const NO_SPREAD =
  "the model fits every effect exactly, and Knapp and Hartung's standard errors are made from what it leaves; " +
  "the tests z, t and adhoc rest on the sampling variances";

/**
 * Returns what the covariance is multiplied by. Knapp and Hartung's factor is the mean square of the weighted
 * residuals; without residuals there is none (NaN), and the test that is never narrower takes the plain covariance.
 */
function scaleOf(test: Test, meanSquare: number, isExact: boolean): number {
  if (test === "knha") return isExact ? Number.NaN : meanSquare;
  return test === "adhoc" && !isExact ? Math.max(1, meanSquare) : 1;
}

function heterogeneityOf(
  regression: Regression,
  method: Method,
  betweenStudyVariance: number,
  hasZeroVariance: boolean,
): Heterogeneity {
  const degreesOfFreedom = regression.k - regression.p;
  if (hasZeroVariance) {
    return {
      q: Number.NaN,
      degreesOfFreedom,
      p: Number.NaN,
      typicalVariance: 0,
      iSquared: 100,
      hSquared: Number.POSITIVE_INFINITY,
    };
  }
  if (degreesOfFreedom === 0) {
    return { q: 0, degreesOfFreedom, p: 1, typicalVariance: 0, iSquared: 0, hSquared: 1 };
  }
  const common = weightedFit(regression, inverseVarianceWeights(regression, 0));
  const q = fitsExactly(regression.estimates, common.residuals) ? 0 : common.weightedSquares;
  const typicalVariance = degreesOfFreedom / tracesOf(regression, common).trace;
  const p = chiSquareSurvival(q, degreesOfFreedom);
  if (isCommonEffect(method)) {
    const iSquared = Math.max(0, (100 * (q - degreesOfFreedom)) / q);
    return {
      q,
      degreesOfFreedom,
      p,
      typicalVariance,
      iSquared: q > 0 ? iSquared : 0,
      hSquared: q / degreesOfFreedom,
    };
  }
  return {
    q,
    degreesOfFreedom,
    p,
    typicalVariance,
    iSquared: (100 * betweenStudyVariance) / (typicalVariance + betweenStudyVariance),
    hSquared: betweenStudyVariance / typicalVariance + 1,
  };
}

function requireLevel(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`a level requires a share between 0 and 1, as 0.95: ${level}`);
  return level;
}

function tooFew(studies: number, coefficients: number): MetaAnalysis {
  return {
    kind: "not-estimable",
    reason: `${coefficients} coefficients require more than ${coefficients} studies: ${studies}`,
  };
}

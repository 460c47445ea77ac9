import type { BetweenStudyVariance } from "./between-study-variance.ts";
import { logLikelihoodAt } from "./fit-statistics.ts";
import { unweightedVariance } from "./hedges-olkin.ts";
import { project, type Traces, tracesOf } from "./projection.ts";
import type { Regression } from "./regression.ts";
import { inverseVarianceWeights, type WeightedFit, weightedFit } from "./weighted-fit.ts";

type Likelihood = "ML" | "REML";

/** The multiples of the typical sampling variance at which the likelihood is looked at first. */
export const SCAN = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((power) => 3 ** power);

/** Twice the slope of the log-likelihood at one τ², how that slope changes, and how it changes on average. */
interface Score {
  readonly score: number;
  readonly change: number;
  readonly information: number;
}

/**
 * The τ² under which the effects are most likely, over all coefficients (ML) or over all contrasts free of them
 * (REML).
 *
 * Newton's steps on the score y′PPy − tr P (for ML tr W instead), Fisher's where the curvature points the wrong
 * way, kept in a bracket. The standard error comes from the expected information: √(2/tr P²), for ML √(2/tr W²).
 *
 * Viechtbauer W (2005). J Educ Behav Stat 30: 261–293, equations 12 and 15; Harville DA (1977). J Am Stat Assoc 72:
 * 320–338. At the boundary the slope at zero is not positive; then τ² = 0.
 */
export function likelihoodVariance(
  regression: Regression,
  method: Likelihood,
  limit = 200,
): BetweenStudyVariance {
  const canBeZero = regression.variances.every((variance) => variance > 0);
  const atZero = canBeZero ? scoreAt(regression, 0, method) : undefined;
  const start = Math.max(0, unweightedVariance(regression));
  if (atZero === undefined) {
    if (start === 0) return { kind: "boundary", value: 0, standardError: Number.NaN };
    return climb(regression, method, start, limit);
  }
  const better = likeliestStart(regression, method, start);
  if (better > 0) return climb(regression, method, better, limit);
  return atZero.score > 0
    ? climb(regression, method, 1e-3 * typicalVariance(regression), limit)
    : boundary(atZero);
}

/** Newton's steps from a start, within the bracket that the signs of the score have shown so far. */
function climb(
  regression: Regression,
  method: Likelihood,
  start: number,
  limit: number,
): BetweenStudyVariance {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let value = start;
  for (let steps = 1; steps <= limit; steps++) {
    const { score, change, information } = scoreAt(regression, value, method);
    const standardError = Math.sqrt(2 / information);
    if (score > 0) low = Math.max(low, value);
    else high = Math.min(high, value);
    const step = change < 0 ? -score / change : score / information;
    let next = value + step;
    // The steps double their digits: one this small leaves the next value right to the last.
    if (Math.abs(step) <= 1e-9 * value) return { kind: "interior", value: next, standardError, steps };
    if (!(next > low && next < high)) {
      next = high === Number.POSITIVE_INFINITY ? value * 4 : low + (high - low) / 2;
    }
    value = next;
  }
  return { kind: "unsettled", value, steps: limit };
}

/** The expected information's standard error at any τ², for one that was given. */
export function likelihoodStandardError(regression: Regression, value: number, method: Likelihood): number {
  return Math.sqrt(2 / scoreAt(regression, value, method).information);
}

function scoreAt(regression: Regression, value: number, method: Likelihood): Score {
  const fit = weightedFit(regression, inverseVarianceWeights(regression, value));
  const traces = method === "REML" ? tracesOf(regression, fit) : weightTraces(fit);
  const k = regression.k;
  const once = new Float64Array(k);
  let squares = 0;
  for (let i = 0; i < k; i++) {
    once[i] = fit.weights[i]! * fit.residuals[i]!;
    squares += once[i]! ** 2;
  }
  const twice = project(regression, fit, once);
  let cubes = 0;
  for (let i = 0; i < k; i++) cubes += once[i]! * twice[i]!;
  return {
    score: squares - traces.trace,
    change: traces.traceOfSquare - 2 * cubes,
    information: traces.traceOfSquare,
  };
}

function weightTraces(fit: WeightedFit): Traces {
  let trace = 0;
  let traceOfSquare = 0;
  for (const weight of fit.weights) {
    trace += weight;
    traceOfSquare += weight * weight;
  }
  return { trace, traceOfSquare };
}

function boundary(atZero: Score): BetweenStudyVariance {
  return { kind: "boundary", value: 0, standardError: Math.sqrt(2 / atZero.information) };
}

/**
 * Where to start climbing: the likelihood may fall at zero and still rise higher further out, or have two hills. A
 * scan over four decades around the typical sampling variance, and a first estimate, find the highest.
 */
function likeliestStart(regression: Regression, method: Likelihood, first: number): number {
  const likelihood = (value: number) =>
    logLikelihoodAt(regression, value)[method === "ML" ? "maximum" : "restricted"];
  const typical = typicalVariance(regression);
  let at = 0;
  let best = likelihood(0);
  for (const value of [first, ...SCAN.map((factor) => factor * typical)]) {
    const here = likelihood(value);
    if (here > best) {
      best = here;
      at = value;
    }
  }
  return at;
}

/** The harmonic mean of the sampling variances. */
export function typicalVariance(regression: Regression): number {
  let total = 0;
  for (const variance of regression.variances) total += 1 / variance;
  return regression.k / total;
}

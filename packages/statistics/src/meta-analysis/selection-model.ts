import {
  chiSquareSurvival,
  minimizeWithinBounds,
  normalQuantile,
  normalSurvival,
  zeros,
} from "@concord/numerics";
import { coefficientTested } from "./coefficients.ts";
import { logLikelihoodAt } from "./fit-statistics.ts";
import { inverseOfHessian } from "./inverse-hessian.ts";
import { typicalVariance } from "./likelihood-variance.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { Coefficient, FittedMetaAnalysis, NotEstimable } from "./model.ts";
import { covarianceOfCoefficients } from "./regression.ts";
import { type SelectionProblem, selectionLogLikelihood, selectionProblem } from "./selection-likelihood.ts";
import { coefficientsOf } from "./weighted-fit.ts";

/** Which direction of results is thought to be published more readily. */
export type SelectedDirection = "greater" | "less";

/** The relative chance that a result in one interval of p was published; the first interval is the yardstick. */
export interface SelectionWeight {
  /** The interval of one-sided p: above `from`, up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly studies: number;
  readonly weight: number;
  /** Absent for the yardstick, and where the weight lies on a bound. */
  readonly standardError?: number;
  /** The test that the weight is 1. */
  readonly p?: number;
  readonly lower?: number;
  readonly upper?: number;
}

export interface FittedSelectionModel {
  readonly kind: "fitted";
  readonly coefficients: readonly Coefficient[];
  readonly betweenStudyVariance: number;
  /** Absent where τ² lies on zero. */
  readonly betweenStudyVarianceError?: number;
  readonly weights: readonly SelectionWeight[];
  /** Against the same model without selection. */
  readonly ratioTest: { readonly statistic: number; readonly degreesOfFreedom: number; readonly p: number };
  readonly logLikelihood: number;
}

export type SelectionModel =
  | FittedSelectionModel
  | NotEstimable
  | { readonly kind: "unsettled"; readonly reason: string };

/** A weight that runs past this has no maximum to stop at. */
const MOST_WEIGHT = 100;

/**
 * What do the studies say when unwelcome results were published less often? Each study's likelihood is weighted by
 * a step function of its one-sided p, and divided by the chance that such a study appears at all.
 *
 * Vevea JL, Hedges LV (1995). Psychometrika 60: 419–435; with one step at .025 the three-parameter model. Every
 * interval must hold studies, or its weight has nothing to rest on. Fitted by maximum likelihood.
 */
export function selectionModel(
  fit: FittedMetaAnalysis,
  steps: readonly number[] = [0.025],
  direction: SelectedDirection = "greater",
): SelectionModel {
  const bounds = requireSteps(steps);
  const sign = direction === "greater" ? 1 : -1;
  const base = metaAnalysis(fit.effects, { ...fit.model, method: "ML" });
  if (base.kind !== "fitted")
    return { kind: "not-estimable", reason: "the model without selection has no answer" };
  if (fit.effects.some(({ variance }) => !(variance > 0))) {
    return { kind: "not-estimable", reason: "p-values require sampling variances above zero" };
  }
  const unit = unitOf(base);
  const problem = selectionProblem(base, bounds, sign, unit);
  const empty = problem.counts.indexOf(0);
  if (empty >= 0) {
    return {
      kind: "not-estimable",
      reason: `no study has a p from ${empty === 0 ? 0 : bounds[empty - 1]} to ${bounds[empty]}: choose other steps`,
    };
  }

  const { p } = problem;
  const free = bounds.length - 1;
  const start = [
    ...Array.from(base.inBasis.chosen.coordinates, (value) => value / (Math.sqrt(base.regression.k) * unit)),
    base.betweenStudyVariance.value / unit ** 2,
    ...new Array<number>(free).fill(1),
  ];
  const lower = start.map((_, i) => (i < p ? Number.NEGATIVE_INFINITY : 0));
  const upper = start.map((_, i) => (i <= p ? Number.POSITIVE_INFINITY : MOST_WEIGHT));
  const found = minimizeWithinBounds(
    { value: (x) => -selectionLogLikelihood(problem, x), start, lower, upper },
    { slopeTolerance: 1e-7 },
  );
  if (found.kind === "unsettled")
    return { kind: "unsettled", reason: `the likelihood's maximum was not found: ${found.reason}` };
  if (found.at.slice(p + 1).some((weight) => weight >= MOST_WEIGHT * 0.999)) {
    return {
      kind: "unsettled",
      reason: `a weight runs past ${MOST_WEIGHT}: these studies do not determine it`,
    };
  }
  return summarize(problem, base, found.at, bounds, unit);
}

/**
 * Returns the power of two next to a typical standard error: effects are divided by it, so that the search and the steps
 * of its derivatives do not depend on the unit of the effects, and division by it rounds nothing.
 */
function unitOf({ regression }: FittedMetaAnalysis): number {
  return 2 ** Math.round(Math.log2(typicalVariance(regression)) / 2);
}

function summarize(
  problem: SelectionProblem,
  base: FittedMetaAnalysis,
  at: readonly number[],
  bounds: readonly number[],
  unit: number,
): SelectionModel {
  const { p } = problem;
  const { regression } = base;
  const between = at[p]!;
  // A variance at zero is no longer free to vary: the other coefficients are judged with it held there.
  const free = at.map((_, i) => i).filter((i) => i !== p || between > 1e-8 * Math.min(...problem.variances));
  const covariance = inverseOfHessian((x) => -selectionLogLikelihood(problem, x), at, free);
  if (covariance === undefined) {
    return {
      kind: "unsettled",
      reason: "the likelihood is flat at its maximum: these studies do not determine the model",
    };
  }
  const errorOf = (i: number) => {
    const place = free.indexOf(i);
    return place < 0 ? undefined : Math.sqrt(covariance.values[place * covariance.columns + place]!);
  };
  const critical = normalQuantile((1 + base.level) / 2);
  // A change of unit adds the logarithm of its determinant.
  const logLikelihoodHere = selectionLogLikelihood(problem, at) - regression.k * Math.log(unit);
  const without = logLikelihoodAt(base.regression, base.betweenStudyVariance.value).maximum;
  const statistic = Math.max(0, 2 * (logLikelihoodHere - without));
  const degreesOfFreedom = bounds.length - 1;
  const betweenError = errorOf(p);
  // From the orthonormal columns and the unit of the search to the moderators and the unit of the effects.
  const length = Math.sqrt(regression.k) * unit;
  const coordinates = Float64Array.from(at.slice(0, p), (value) => value * length);
  const spread = zeros(p, p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++)
      spread.values[a * p + b] = covariance.values[a * covariance.columns + b]! * length ** 2;
  const ofCoefficients = covarianceOfCoefficients(regression, spread);
  const beta = coefficientsOf(regression, { coordinates });
  return {
    kind: "fitted",
    coefficients: base.coefficients.map(({ name }, i) =>
      coefficientTested(
        name,
        beta[i]!,
        Math.sqrt(ofCoefficients.values[i * p + i]!),
        Number.POSITIVE_INFINITY,
        critical,
      ),
    ),
    betweenStudyVariance: between * unit ** 2,
    ...(betweenError === undefined ? {} : { betweenStudyVarianceError: betweenError * unit ** 2 }),
    weights: bounds.map((bound, j) => {
      const interval = { from: j === 0 ? 0 : bounds[j - 1]!, to: bound, studies: problem.counts[j]! };
      if (j === 0) return { ...interval, weight: 1 };
      const weight = at[p + j]!;
      const standardError = errorOf(p + j)!;
      return {
        ...interval,
        weight,
        standardError,
        p: 2 * normalSurvival(Math.abs(weight - 1) / standardError),
        lower: Math.max(0, weight - critical * standardError),
        upper: weight + critical * standardError,
      };
    }),
    ratioTest: { statistic, degreesOfFreedom, p: chiSquareSurvival(statistic, degreesOfFreedom) },
    logLikelihood: logLikelihoodHere,
  };
}

function requireSteps(steps: readonly number[]): readonly number[] {
  const inside = steps.filter((step) => step !== 1);
  const rising = inside.every((step, i) => step > (i === 0 ? 0 : inside[i - 1]!) && step < 1);
  if (inside.length === 0 || !rising) {
    throw new RangeError(`a selection model requires steps that rise between 0 and 1: ${steps.join(", ")}`);
  }
  return [...inside, 1];
}

import {
  chiSquareSurvival,
  cholesky,
  inverseFromCholesky,
  type Matrix,
  minimizeWithinBounds,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
  zeros,
} from "@concord/numerics";
import { coefficientTested } from "./coefficients.ts";
import { logLikelihoodAt } from "./fit-statistics.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { Coefficient, FittedMetaAnalysis, NotEstimable } from "./model.ts";

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
  const problem = problemOf(base, bounds, sign);
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
    ...base.coefficients.map(({ estimate }) => estimate),
    base.betweenStudyVariance.value,
    ...new Array<number>(free).fill(1),
  ];
  const lower = start.map((_, i) => (i < p ? Number.NEGATIVE_INFINITY : 0));
  const upper = start.map((_, i) => (i <= p ? Number.POSITIVE_INFINITY : MOST_WEIGHT));
  const found = minimizeWithinBounds(
    { value: (x) => -logLikelihood(problem, x), start, lower, upper },
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
  return summarize(problem, base, found.at, bounds);
}

interface Problem {
  readonly p: number;
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** For each study the interval its p lies in. */
  readonly interval: readonly number[];
  readonly counts: readonly number[];
  /** For each study the effects at which its p crosses each step, in the direction of rising p. */
  readonly crossings: readonly (readonly number[])[];
  readonly sign: 1 | -1;
}

function problemOf(base: FittedMetaAnalysis, bounds: readonly number[], sign: 1 | -1): Problem {
  const { design } = base.model;
  const p = base.coefficients.length;
  const rows = base.effects.map((_, i) =>
    design === undefined ? [1] : Array.from(design.matrix.values.subarray(i * p, (i + 1) * p)),
  );
  const interval = base.effects.map(({ estimate, variance }) => {
    const value = normalSurvival((sign * estimate) / Math.sqrt(variance));
    return bounds.findIndex((bound) => value <= bound);
  });
  return {
    p,
    estimates: base.effects.map(({ estimate }) => estimate),
    variances: base.effects.map(({ variance }) => variance),
    rows,
    interval,
    counts: bounds.map((_, j) => interval.filter((own) => own === j).length),
    crossings: base.effects.map(({ variance }) =>
      bounds.slice(0, -1).map((bound) => sign * normalUpperQuantile(bound) * Math.sqrt(variance)),
    ),
    sign,
  };
}

function logLikelihood(problem: Problem, x: readonly number[]): number {
  const { p, estimates, variances, rows, interval, crossings, sign } = problem;
  const between = x[p]!;
  const weightOf = (j: number) => (j === 0 ? 1 : x[p + j]!);
  let total = 0;
  for (let i = 0; i < estimates.length; i++) {
    const variance = variances[i]! + between;
    if (!(variance > 0)) return Number.NaN;
    const spread = Math.sqrt(variance);
    const row = rows[i]!;
    let mean = 0;
    for (let a = 0; a < p; a++) mean += row[a]! * x[a]!;
    // The chance that a study like this lies in each interval, weighted: what the likelihood is divided by.
    let appears = 0;
    let beyond = 0;
    const crossing = crossings[i]!;
    for (let j = 0; j <= crossing.length; j++) {
      const upTo = j === crossing.length ? 1 : normalSurvival((sign * (crossing[j]! - mean)) / spread);
      appears += weightOf(j) * (upTo - beyond);
      beyond = upTo;
    }
    const residual = (estimates[i]! - mean) / spread;
    total +=
      Math.log(weightOf(interval[i]!)) - 0.5 * residual * residual - Math.log(spread) - Math.log(appears);
  }
  return total - 0.5 * estimates.length * Math.log(2 * Math.PI);
}

function summarize(
  problem: Problem,
  base: FittedMetaAnalysis,
  at: readonly number[],
  bounds: readonly number[],
): SelectionModel {
  const { p } = problem;
  const between = at[p]!;
  // A variance at zero is no longer free to vary: the other coefficients are judged with it held there.
  const free = at.map((_, i) => i).filter((i) => i !== p || between > 1e-8 * Math.min(...problem.variances));
  const covariance = inverseHessian((x) => -logLikelihood(problem, x), at, free);
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
  const logLikelihoodHere = logLikelihood(problem, at);
  const without = logLikelihoodAt(base.regression, base.betweenStudyVariance.value).maximum;
  const statistic = Math.max(0, 2 * (logLikelihoodHere - without));
  const degreesOfFreedom = bounds.length - 1;
  const betweenError = errorOf(p);
  return {
    kind: "fitted",
    coefficients: base.coefficients.map(({ name }, i) =>
      coefficientTested(name, at[i]!, errorOf(i)!, Number.POSITIVE_INFINITY, critical),
    ),
    betweenStudyVariance: between,
    ...(betweenError === undefined ? {} : { betweenStudyVarianceError: betweenError }),
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

/** The inverse of the Hessian over the free coordinates, by central differences extrapolated once. */
function inverseHessian(
  f: (x: readonly number[]) => number,
  at: readonly number[],
  free: readonly number[],
): Matrix | undefined {
  const n = free.length;
  const hessian = zeros(n, n);
  const shifted = (moves: readonly (readonly [number, number])[]) => {
    const x = [...at];
    for (const [i, by] of moves) x[i]! += by;
    return f(x);
  };
  const centre = f(at);
  const second = (i: number, j: number, shrink: number) => {
    const hi = shrink * 2e-3 * Math.max(Math.abs(at[i]!), 1e-2);
    const hj = shrink * 2e-3 * Math.max(Math.abs(at[j]!), 1e-2);
    if (i === j) return (shifted([[i, hi]]) - 2 * centre + shifted([[i, -hi]])) / (hi * hi);
    return (
      (shifted([
        [i, hi],
        [j, hj],
      ]) -
        shifted([
          [i, hi],
          [j, -hj],
        ]) -
        shifted([
          [i, -hi],
          [j, hj],
        ]) +
        shifted([
          [i, -hi],
          [j, -hj],
        ])) /
      (4 * hi * hj)
    );
  };
  free.forEach((i, a) => {
    free.forEach((j, b) => {
      if (b > a) return;
      const value = (4 * second(i, j, 0.5) - second(i, j, 1)) / 3;
      hessian.values[a * n + b] = value;
      hessian.values[b * n + a] = value;
    });
  });
  const factored = cholesky(hessian);
  return factored.kind === "positive-definite" ? inverseFromCholesky(factored.factor) : undefined;
}

function requireSteps(steps: readonly number[]): readonly number[] {
  const inside = steps.filter((step) => step !== 1);
  const rising = inside.every((step, i) => step > (i === 0 ? 0 : inside[i - 1]!) && step < 1);
  if (inside.length === 0 || !rising) {
    throw new RangeError(`a selection model requires steps that rise between 0 and 1: ${steps.join(", ")}`);
  }
  return [...inside, 1];
}

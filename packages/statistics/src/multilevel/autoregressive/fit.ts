import { type Matrix, solveLower, solveUpper, studentTSurvival, transpose, zeros } from "@concord/numerics";
import type { Frame } from "../../formula/frame.ts";
import { lowerRoot, multiplySmall } from "../elimination/blocks.ts";
import { innerOuterDegrees } from "../inference/inner-outer-degrees.ts";
import type { MultilevelMethod } from "../model.ts";
import { type SeriesData, type SeriesOrder, type SeriesRefused, seriesData } from "./data.ts";
import { type RelativeFactor, type SeriesDeviance, seriesDeviance, whitenedSums } from "./deviance.ts";
import {
  FURTHEST_CORRELATION,
  factorsOf,
  leastDeviance,
  type SeriesProblem,
  seriesProblem,
} from "./search.ts";

/** How effects vary over the groups of a level, and each group's own. */
export interface LevelEffects {
  readonly name: string;
  readonly effects: readonly string[];
  /** Ψ, of the effects. */
  readonly covariance: Matrix;
  readonly groups: readonly string[];
  /** For each group its effects, shrunken: their mean given the data (BLUP). */
  readonly predictions: readonly (readonly number[])[];
  /** Effects on the edge of what covariances may be, each with what lies there. */
  readonly onEdge: readonly string[];
}

/** A diagonal of Λ below this share of its row's length counts as zero, a row below it as no variance. */
const NO_VARIANCE = 1e-4;

/** Brings the effects of all levels, outermost first, back to the scale of the data. */
function levelEffects(
  data: SeriesData,
  problem: SeriesProblem,
  factors: readonly RelativeFactor[],
  found: SeriesDeviance,
): readonly LevelEffects[] {
  const lowestFirst = [...data.levels].reverse().map((level, depth) => {
    const size = problem.sizes[depth]!;
    const back = problem.sums.backs[depth]!;
    const lambda = factors[depth]!;
    const root = lowerRoot(multiplySmall(back, lambda, size, size, size), size);
    const covariance = zeros(size, size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let total = 0;
        for (let k = 0; k <= Math.min(i, j); k++) total += root[i * size + k]! * root[j * size + k]!;
        covariance.values[i * size + j] = found.residualVariance * total;
      }
    const effects = level.blocks.flatMap(({ names }) => names);
    const own = found.effects[depth]!;
    // Whether anything lies on the edge is read where no origin of a predictor counts; what, in the data's own columns.
    const units = effects.map((_, j) => Math.hypot(...back.subarray(j * size, (j + 1) * size)));
    const ones = effects.map(() => 1);
    const turned = onEdge(lambda, ones, effects, level.name);
    const named = turned.length === 0 ? [] : onEdge(root, units, effects, level.name);
    return {
      name: level.name,
      effects,
      covariance,
      groups: level.labels,
      predictions: level.labels.map((_, group) =>
        Array.from(multiplySmall(back, own.subarray(group * size, (group + 1) * size), size, size, 1)),
      ),
      onEdge: named.length > 0 ? named : turned,
    };
  });
  return lowestFirst.reverse();
}

function onEdge(
  root: Float64Array,
  units: readonly number[],
  effects: readonly string[],
  level: string,
): readonly string[] {
  const size = effects.length;
  return effects.flatMap((effect, j) => {
    const length = Math.hypot(...root.subarray(j * size, j * size + j + 1));
    if (length < NO_VARIANCE * units[j]!) return [`${effect} does not vary over ${level}`];
    if (root[j * size + j]! < NO_VARIANCE * length)
      return [`${effect} over ${level} follows from the other effects of ${level}`];
    return [];
  });
}

/** What φ may be: found, or held at a value (0 for independent residuals). */
export type SerialCorrelation = { readonly kind: "free" } | { readonly kind: "held"; readonly value: number };

export interface AutoregressiveOptions {
  /** REML unless stated. */
  readonly method?: MultilevelMethod;
  /** Free unless stated. */
  readonly correlation?: SerialCorrelation;
}

export interface SerialCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly t: number;
  readonly p: number;
}

export interface FittedAutoregressive {
  readonly kind: "fitted";
  readonly method: MultilevelMethod;
  readonly data: SeriesData;
  readonly problem: SeriesProblem;
  readonly coefficients: readonly SerialCoefficient[];
  /** Of the coefficients: its diagonal holds the squares of their standard errors. */
  readonly covariance: Matrix;
  /** φ, of residuals one place apart. */
  readonly correlation: { readonly kind: "estimated" | "held"; readonly value: number };
  /** σ, of a residual. */
  readonly residualDeviation: number;
  /** Outermost first. */
  readonly levels: readonly LevelEffects[];
  readonly logLikelihood: number;
  readonly parameters: number;
  /** What lies on the edge where the likelihood is highest: an effect without variance of its own, φ at its bound. */
  readonly atBoundary: readonly string[];
  /** Free entries of the relative factors, for searches that start here. */
  readonly entries: readonly number[];
}

export type AutoregressiveFit =
  | FittedAutoregressive
  | SeriesRefused
  | { readonly kind: "unsettled"; readonly reason: string };

/**
 * How does an outcome develop when sessions next to each other resemble each other?
 *
 * y = Xβ + Zb + e, with b ~ N(0, Ψ) per group and, within each series, cor(eₛ, eₜ) = φ^|s − t|: a missed session counts
 * as a gap, so its neighbours correlate by φ². β, Ψ, σ and φ maximise the (restricted) likelihood. Standard errors and
 * degrees of freedom are those of nlme's `lme`: with ML, errors carry the factor √(N/(N − p)), and the t tests the
 * degrees of inner and outer columns. Groups have to nest.
 *
 * Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, 5.3.
 */
export function autoregressiveModel(
  formula: string,
  frame: Frame,
  series: SeriesOrder,
  options: AutoregressiveOptions = {},
): AutoregressiveFit {
  const data = seriesData(formula, frame, series);
  return data.kind === "refused" ? data : fitSeries(data, seriesProblem(data), options);
}

/** The same on data that were read before. */
function fitSeries(
  data: SeriesData,
  problem: SeriesProblem,
  { method = "REML", correlation = { kind: "free" } }: AutoregressiveOptions,
): AutoregressiveFit {
  const held = correlation.kind === "held" ? correlation.value : undefined;
  if (held !== undefined && !(Math.abs(held) < 1))
    throw new RangeError(`a serial correlation requires a value between -1 and 1: ${held}`);
  const optimum = leastDeviance(problem, method, held);
  if (!optimum.settled)
    return { kind: "unsettled", reason: "the likelihood has no settled maximum: the model asks too much" };
  const factors = factorsOf(problem, optimum.entries);
  const whitened = whitenedSums(problem.sums, optimum.correlation);
  const found = seriesDeviance(whitened, problem.sizes, factors, method, true);
  if (!(found.residualVariance > 1e-20 * spreadOf(data.outcome)))
    return {
      kind: "refused",
      reason:
        "groups and predictors fit every row exactly, so that no residual variance is left to judge anything by: leave effects out",
    };
  const { sums } = problem;
  const p = sums.fixed;
  const root = Math.sqrt(sums.rows);
  const inflation = method === "ML" ? sums.rows / (sums.rows - p) : 1;
  const scale = inflation * found.residualVariance * sums.rows;
  const covariance = covarianceOf(found.fixedFactor, data.triangle, scale);
  const rotated = Array.from(found.fixedEffects, (value, j) => root * value + sums.taken[j]!);
  const estimates = solveUpper(data.triangle, {
    rows: p,
    columns: 1,
    values: Float64Array.from(rotated),
  }).values;
  const degrees = innerOuterDegrees(
    data.design.matrix,
    data.levels.map(({ codes }) => codes),
  );
  const levels = levelEffects(data, problem, factors, found);
  // log|XᵀV⁻¹X| was taken over the basis; that of X adds 2 log|R|, less the stretch of the basis.
  let design = 0;
  for (let j = 0; j < p; j++) design += 2 * Math.log(Math.abs(data.triangle.values[j * p + j]!));
  const deviance = method === "REML" ? optimum.deviance + design - p * Math.log(sums.rows) : optimum.deviance;
  const estimated = correlation.kind === "free";
  const atBound = estimated && Math.abs(optimum.correlation) >= FURTHEST_CORRELATION;
  return {
    kind: "fitted",
    method,
    data,
    problem,
    coefficients: data.design.names.map((name, j) => {
      const estimate = estimates[j]!;
      const standardError = Math.sqrt(covariance.values[j * p + j]!);
      const t = estimate / standardError;
      const degreesOfFreedom = degrees[j]!;
      const survival =
        degreesOfFreedom > 0 ? 2 * studentTSurvival(Math.abs(t), degreesOfFreedom) : Number.NaN;
      return { name, estimate, standardError, degreesOfFreedom, t, p: survival };
    }),
    covariance,
    correlation: { kind: estimated ? "estimated" : "held", value: optimum.correlation },
    residualDeviation: Math.sqrt(found.residualVariance),
    levels,
    logLikelihood: -0.5 * deviance,
    parameters: p + problem.entries.length + 1 + (estimated ? 1 : 0),
    atBoundary: [
      ...levels.flatMap((level) => level.onEdge),
      ...(atBound ? ["the correlation of neighbouring residuals is at its bound"] : []),
    ],
    entries: optimum.entries,
  };
}

/** The mean square of a column about its mean. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** σ²n R⁻¹(XᵀV⁻¹X)⁻¹R⁻ᵀ, from the triangle of the equations over the stretched basis. */
function covarianceOf(factor: Float64Array, triangle: Matrix, scale: number): Matrix {
  const p = triangle.columns;
  if (p === 0) return zeros(0, 0);
  // B = L⁻¹R⁻ᵀ, so that the covariance is BᵀB.
  const unit = zeros(p, p);
  for (let i = 0; i < p; i++) unit.values[i * p + i] = 1;
  const b = solveLower({ rows: p, columns: p, values: factor }, transpose(solveUpper(triangle, unit)));
  const covariance = zeros(p, p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let total = 0;
      for (let k = 0; k < p; k++) total += b.values[k * p + i]! * b.values[k * p + j]!;
      covariance.values[i * p + j] = scale * total;
    }
  return covariance;
}

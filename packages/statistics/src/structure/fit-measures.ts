import { chiSquareSurvival } from "@concord/numerics";
import { availableMoments } from "./available-moments.ts";
import type { GroupData } from "./moments.ts";
import { noncentralChiSquareCumulative, noncentralityFor } from "./noncentral-chi-square.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import type { Saturated } from "./saturated.ts";

/** What the measures are made of. */
export interface FitParts {
  readonly rows: number;
  readonly parameters: number;
  readonly chiSquare: number;
  readonly degrees: number;
  /** The model in which nothing goes with anything. */
  readonly baseline: { readonly chiSquare: number; readonly degrees: number };
  readonly logLikelihood: number;
  readonly saturatedLogLikelihood: number;
  readonly evaluation: Evaluation;
  readonly saturated: readonly Saturated[];
  readonly data: readonly GroupData[];
  readonly meanStructure: boolean;
  /** Positions of the variables that the model is conditional on. */
  readonly exogenous: ReadonlySet<number>;
}

/** How well a model fits. Absent where the measure is not defined. */
export interface FitMeasures {
  readonly parameters: number;
  readonly rows: number;
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number | undefined;
  readonly baselineChiSquare: number;
  readonly baselineDegrees: number;
  readonly comparativeFit: number; // CFI
  readonly tuckerLewis: number; // TLI
  readonly normedFit: number | undefined; // NFI
  readonly relativeNoncentrality: number; // RNI
  readonly logLikelihood: number;
  readonly saturatedLogLikelihood: number;
  readonly akaike: number;
  readonly bayes: number;
  readonly adjustedBayes: number;
  readonly approximationError: number; // RMSEA
  /** 90%. */
  readonly approximationInterval: readonly [number, number];
  /** Of the hypothesis that RMSEA is .05 or less. */
  readonly closeFitP: number | undefined;
  readonly standardizedResidual: number; // SRMR
  readonly residual: number; // RMR
  readonly goodnessOfFit: number; // GFI
}

/**
 * The measures lavaan reports by default, on N rather than N − 1.
 *
 * CFI, RNI: Bentler PM (1990). Psychol Bull 107: 238–246. TLI: Tucker LR, Lewis C (1973). Psychometrika 38: 1–10.
 * RMSEA: Steiger JH (1990). Multivariate Behav Res 25: 173–180, times √groups; its interval and test: Browne MW, Cudeck R
 * (1993). Sample-size adjusted BIC: Sclove SL (1987). Psychometrika 52: 333–343.
 */
export function fitMeasures(parts: FitParts): FitMeasures {
  const { rows, parameters, chiSquare, degrees, baseline, logLikelihood, data } = parts;
  const excess = chiSquare - degrees;
  const baselineExcess = baseline.chiSquare - baseline.degrees;
  const groups = Math.sqrt(data.length);
  const perDegree = rows * degrees;
  const error = (noncentrality: number) => Math.sqrt(noncentrality / perDegree) * groups;
  const isJust = degrees === 0;
  const residuals = residualMeasures(parts);
  const worst = Math.max(excess, baselineExcess, 0);
  return {
    parameters,
    rows,
    chiSquare,
    degrees,
    p: isJust ? undefined : chiSquareSurvival(Math.max(0, chiSquare), degrees),
    baselineChiSquare: baseline.chiSquare,
    baselineDegrees: baseline.degrees,
    comparativeFit: worst === 0 ? 1 : 1 - Math.max(excess, 0) / worst,
    tuckerLewis: isJust ? 1 : tuckerLewis(chiSquare / degrees, baseline.chiSquare / baseline.degrees),
    normedFit: degrees > baseline.degrees ? undefined : 1 - chiSquare / baseline.chiSquare,
    relativeNoncentrality: 1 - excess / baselineExcess,
    logLikelihood,
    saturatedLogLikelihood: parts.saturatedLogLikelihood,
    akaike: -2 * logLikelihood + 2 * parameters,
    bayes: -2 * logLikelihood + parameters * Math.log(rows),
    adjustedBayes: -2 * logLikelihood + parameters * Math.log((rows + 2) / 24),
    approximationError: isJust ? 0 : error(Math.max(0, excess)),
    approximationInterval: isJust
      ? [0, 0]
      : [
          error(noncentralityFor(chiSquare, degrees, 0.95)),
          error(noncentralityFor(chiSquare, degrees, 0.05)),
        ],
    closeFitP: isJust
      ? undefined
      : Math.max(
          0,
          1 - noncentralChiSquareCumulative(chiSquare, degrees, (perDegree * 0.0025) / (groups * groups)),
        ),
    standardizedResidual: residuals.standardized,
    residual: residuals.raw,
    goodnessOfFit: residuals.goodness,
  };
}

const tuckerLewis = (own: number, baseline: number): number => (baseline - own) / (baseline - 1);

/**
 * How far are the observed covariances (and means, if the model speaks of them) from those implied?
 *
 * SRMR as Bentler has it: residuals over observed standard deviations, root of their mean square. RMR: the same as they
 * are. GFI: 1 − the squares of the residuals over those of the moments, both weighted by what the rows say about
 * them (Jöreskog KG, Sörbom D 1986; by pattern of answers where some are missing, with the moments of the answers
 * available). Moments that the model is conditional on do not count in it. Groups are averaged by size.
 */
function residualMeasures({
  evaluation,
  saturated,
  data,
  rows,
  meanStructure,
  exogenous,
}: Pick<FitParts, "evaluation" | "saturated" | "data" | "rows" | "meanStructure" | "exogenous">): {
  readonly standardized: number;
  readonly raw: number;
  readonly goodness: number;
} {
  let standardized = 0;
  let raw = 0;
  let goodness = 0;
  saturated.forEach((moments, g) => {
    const share = data[g]!.count / rows;
    const own = evaluation.groups[g]!;
    const size = meanSizes(moments, own, meanStructure);
    standardized += share * size.standardized;
    raw += share * size.raw;
    const isComplete = own.fitted.length === 1 && own.fitted[0]!.pattern.at.length === moments.mean.length;
    const available = isComplete ? moments : availableMoments(data[g]!);
    let unexplained = 0;
    let all = 0;
    for (const { pattern, inverse } of own.fitted) {
      const weight = pattern.count / rows;
      const residuals = weighted(available, own, pattern.at, inverse, meanStructure, exogenous);
      unexplained += weight * residuals.away;
      all += weight * residuals.whole;
    }
    goodness += share * (1 - unexplained / all);
  });
  return { standardized, raw, goodness };
}

type Group = Evaluation["groups"][number];

function meanSizes({ mean, covariance }: Saturated, { implied }: Group, meanStructure: boolean) {
  const p = mean.length;
  let squares = 0;
  let scaled = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const square = (covariance[i * p + j]! - implied.covariance[i * implied.size + j]!) ** 2;
      squares += square;
      scaled += square / (covariance[i * p + i]! * covariance[j * p + j]!);
    }
    if (!meanStructure) continue;
    const square = (mean[i]! - implied.mean[i]!) ** 2;
    squares += square;
    scaled += square / covariance[i * p + i]!;
  }
  const count = (p * (p + 1)) / 2 + (meanStructure ? p : 0);
  return { standardized: Math.sqrt(scaled / count), raw: Math.sqrt(squares / count) };
}

/** ½ tr((Σ⁻¹R)²) + r′Σ⁻¹r over the answered variables, for the residuals and for the moments themselves. */
function weighted(
  { mean, covariance }: Pick<Saturated, "mean" | "covariance">,
  { implied }: Group,
  at: readonly number[],
  inverse: Float64Array,
  meanStructure: boolean,
  exogenous: ReadonlySet<number>,
): { readonly away: number; readonly whole: number } {
  const p = mean.length;
  const k = at.length;
  const half = (matrix: (i: number, j: number) => number, vector: (i: number) => number) => {
    const product = new Float64Array(k * k);
    let total = 0;
    for (let i = 0; i < k; i++) {
      for (let l = 0; l < k; l++) {
        const factor = inverse[i * k + l]!;
        if (meanStructure) total += vector(at[i]!) * factor * vector(at[l]!);
        for (let j = 0; j < k; j++) product[i * k + j]! += factor * matrix(at[l]!, at[j]!);
      }
    }
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) total += 0.5 * product[i * k + j]! * product[j * k + i]!;
    return total;
  };
  const isGiven = (i: number, j: number) => exogenous.has(i) && exogenous.has(j);
  const observed = (i: number, j: number) => (isGiven(i, j) ? 0 : covariance[i * p + j]!);
  return {
    away: half(
      (i, j) => (isGiven(i, j) ? 0 : observed(i, j) - implied.covariance[i * implied.size + j]!),
      (i) => (isGiven(i, i) ? 0 : mean[i]! - implied.mean[i]!),
    ),
    whole: half(observed, (i) => (isGiven(i, i) ? 0 : mean[i]!)),
  };
}

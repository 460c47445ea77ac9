import { chiSquareSurvival } from "@concord/numerics";
import type { GroupData } from "./moments.ts";
import { noncentralChiSquareCumulative, noncentralityFor } from "./noncentral-chi-square.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import { residualMeasures } from "./residual-measures.ts";
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

import { normalUpperQuantile } from "@concord/numerics";
import { type AttenuatedCorrelation, attenuationFactor } from "../effect-size/attenuation.ts";
import type { Correlation } from "../effect-size/correlation.ts";

/** What is left of the variance of correlations when sampling error is taken out. */
export interface BareBones {
  /** r̄, weighted by sample size. */
  readonly meanCorrelation: number;
  readonly observedVariance: number;
  /** The variance sampling error alone would give, at the mean sample size. */
  readonly errorVariance: number;
  /** The same from each study's own size, weighted by it. */
  readonly errorVarianceOfEach: number;
  /** Observed less error variance, not below zero. */
  readonly trueVariance: number;
  readonly trueDeviation: number;
  /** Where the middle of the true correlations lies; 80% by custom. */
  readonly credibility: { readonly level: number; readonly lower: number; readonly upper: number };
  /** The percentage of the variance that is sampling error; above 100 when the studies agree too well. */
  readonly errorPercent: number;
}

/**
 * Hunter and Schmidt's meta-analysis of correlations without correction for artefacts.
 *
 * Hunter JE, Schmidt FL (2004). Methods of Meta-Analysis, 2nd ed., chapter 3: variances divide by Σn, error variance
 * is (1 − r̄²)²/(N̄ − 1).
 */
export function bareBones(studies: readonly Correlation[], credibilityLevel = 0.8): BareBones {
  requireCorrelations(studies);
  let people = 0;
  let weighted = 0;
  for (const { correlation, sampleSize } of studies) {
    people += sampleSize;
    weighted += sampleSize * correlation;
  }
  const meanCorrelation = weighted / people;
  const spread = (1 - meanCorrelation ** 2) ** 2;
  let observed = 0;
  let each = 0;
  for (const { correlation, sampleSize } of studies) {
    observed += sampleSize * (correlation - meanCorrelation) ** 2;
    each += (sampleSize * spread) / (sampleSize - 1);
  }
  const observedVariance = observed / people;
  const errorVariance = spread / (people / studies.length - 1);
  const trueVariance = Math.max(0, observedVariance - errorVariance);
  const trueDeviation = Math.sqrt(trueVariance);
  const reach = normalUpperQuantile((1 - credibilityLevel) / 2) * trueDeviation;
  return {
    meanCorrelation,
    observedVariance,
    errorVariance,
    errorVarianceOfEach: each / people,
    trueVariance,
    trueDeviation,
    credibility: { level: credibilityLevel, lower: meanCorrelation - reach, upper: meanCorrelation + reach },
    errorPercent: (100 * errorVariance) / observedVariance,
  };
}

/** The same after each correlation was corrected for its own unreliability. */
export interface CorrectedSynthesis {
  readonly meanCorrelation: number;
  readonly observedVariance: number;
  readonly errorVariance: number;
  readonly errorVariances: readonly number[];
  readonly trueVariance: number;
  readonly trueDeviation: number;
}

/**
 * What is the correlation between the constructs, and how much does it truly vary?
 *
 * Each r is divided by A = √(rₓₓ r_yy) and weighted by n A²; its error variance, taken at the uncorrected mean, is
 * (1 − r̄²)²/(n − 1)/A². Schmidt FL, Hunter JE (2015). Methods of Meta-Analysis, 3rd ed., chapter 3.
 */
export function individuallyCorrectedSynthesis(
  studies: readonly AttenuatedCorrelation[],
): CorrectedSynthesis {
  requireCorrelations(studies);
  const { meanCorrelation: uncorrected } = bareBones(studies);
  const parts = studies.map(({ correlation, sampleSize, reliabilityOfX, reliabilityOfY }) => {
    const factor = attenuationFactor(reliabilityOfX, reliabilityOfY);
    return {
      corrected: correlation / factor,
      errorVariance: (1 - uncorrected ** 2) ** 2 / (sampleSize - 1) / factor ** 2,
      weight: sampleSize * factor ** 2,
    };
  });
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const average = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + part.weight * of(part), 0) / total;
  const meanCorrelation = average((part) => part.corrected);
  const observedVariance = average((part) => (part.corrected - meanCorrelation) ** 2);
  const errorVariance = average((part) => part.errorVariance);
  const trueVariance = Math.max(0, observedVariance - errorVariance);
  return {
    meanCorrelation,
    observedVariance,
    errorVariance,
    errorVariances: parts.map((part) => part.errorVariance),
    trueVariance,
    trueDeviation: Math.sqrt(trueVariance),
  };
}

function requireCorrelations(studies: readonly Correlation[]): void {
  if (studies.length === 0)
    throw new RangeError("Hunter and Schmidt's method requires one or more correlations: 0");
  for (const { correlation, sampleSize } of studies) {
    if (!(Math.abs(correlation) <= 1)) throw new RangeError(`a correlation requires |r| ≤ 1: ${correlation}`);
    if (!(sampleSize >= 2)) throw new RangeError(`a correlation requires n ≥ 2: ${sampleSize}`);
  }
}

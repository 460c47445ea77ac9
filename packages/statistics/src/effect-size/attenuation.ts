import { type Correlation, unfitCorrelation } from "./correlation.ts";
import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** A correlation between two imperfectly reliable measures. */
export interface AttenuatedCorrelation extends Correlation {
  readonly reliabilityOfX: number;
  readonly reliabilityOfY: number;
}

/** √(rₓₓ r_yy): the share of a correlation that survives unreliable measurement. */
export function attenuationFactor(reliabilityOfX: number, reliabilityOfY: number): number {
  return Math.sqrt(reliabilityOfX * reliabilityOfY);
}

/**
 * What would the correlation be without measurement error? r/A with A = √(rₓₓ r_yy), its variance
 * (1 − r²)²/(n − 1)/A².
 *
 * The reliabilities count as known. The corrected value may pass 1 when they are too low for the correlation.
 * Schmidt FL, Hunter JE (2015). Methods of Meta-Analysis, 3rd ed., chapter 3.
 */
export function disattenuatedCorrelation(study: AttenuatedCorrelation): EffectSize {
  const { correlation: r, sampleSize: n, reliabilityOfX, reliabilityOfY } = study;
  const unfit =
    unfitCorrelation(r, n) ?? unfitReliability(reliabilityOfX) ?? unfitReliability(reliabilityOfY);
  if (unfit !== undefined) return notMeasurable(unfit);
  if (n < 4) return notMeasurable(`the variance of a correlation requires n ≥ 4: ${n}`);
  const factor = attenuationFactor(reliabilityOfX, reliabilityOfY);
  return measured(r / factor, (1 - r * r) ** 2 / (n - 1) / factor ** 2);
}

function unfitReliability(reliability: number): string | undefined {
  if (!Number.isFinite(reliability)) return "a reliability is missing";
  return reliability > 0 && reliability <= 1
    ? undefined
    : `a reliability must lie above 0 and up to 1: ${reliability}`;
}

import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";
import { olkinPrattFactor, unbiasedSquareVariance } from "./olkin-pratt.ts";

/** A correlation and the number of people it rests on. */
export interface Correlation {
  readonly correlation: number;
  readonly sampleSize: number;
}

/**
 * The raw correlation (COR) with its large-sample variance (1 − r²)²/(n − 1).
 *
 * Below four people the variance is not estimated. A correlation of ±1 has variance 0, which no weighted mean can
 * take: pooling refuses it.
 */
export function rawCorrelation({ correlation: r, sampleSize: n }: Correlation): EffectSize {
  const unfit = unfitCorrelation(r, n);
  if (unfit !== undefined) return notMeasurable(unfit);
  if (n < 4) return withoutVariance("a correlation", n, r);
  return measured(r, (1 - r * r) ** 2 / (n - 1));
}

/**
 * Raw correlations with the variance of each taken at their mean, weighted by n: steadier where samples are small.
 *
 * Hunter JE, Schmidt FL (2004). Methods of Meta-Analysis, 2nd ed., p. 87.
 */
export function rawCorrelationsAtMean(studies: readonly Correlation[]): readonly EffectSize[] {
  let total = 0;
  let people = 0;
  for (const { correlation, sampleSize } of studies) {
    if (unfitCorrelation(correlation, sampleSize) !== undefined) continue;
    total += sampleSize * correlation;
    people += sampleSize;
  }
  const average = total / people;
  return studies.map((study) => {
    const own = rawCorrelation(study);
    if (own.kind === "not-measurable") return own;
    return measured(own.estimate, (1 - average * average) ** 2 / (study.sampleSize - 1));
  });
}

/**
 * Fisher's z = atanh r (ZCOR), with variance 1/(n − 3).
 *
 * Its variance does not depend on the correlation, which is why it is the scale for pooling. Needs n ≥ 4 and
 * |r| < 1. Fisher RA (1921). Metron 1: 3–32.
 */
export function fisherZ({ correlation: r, sampleSize: n }: Correlation): EffectSize {
  const unfit = unfitCorrelation(r, n);
  if (unfit !== undefined) return notMeasurable(unfit);
  if (Math.abs(r) === 1) return notMeasurable(`Fisher's z requires |r| < 1: ${r}`);
  if (n < 4) return withoutVariance("Fisher's z", n, Math.atanh(r));
  return measured(Math.atanh(r), 1 / (n - 3));
}

/** Which variance goes with the unbiased correlation: the large-sample one, or an unbiased estimate of it. */
export type UnbiasedCorrelationVariance = "large-sample" | "unbiased";

/**
 * The correlation freed from its small-sample bias (UCOR): r · ₂F₁(½, ½; (n − 2)/2; 1 − r²).
 *
 * Olkin I, Pratt JW (1958). Ann Math Stat 29: 201–211, equation 2.3. Needs n ≥ 5.
 */
export function unbiasedCorrelation(
  { correlation: r, sampleSize: n }: Correlation,
  variance: UnbiasedCorrelationVariance = "large-sample",
): EffectSize {
  const unfit = unfitCorrelation(r, n);
  if (unfit !== undefined) return notMeasurable(unfit);
  if (n <= 4) return notMeasurable(`the unbiased correlation requires n ≥ 5: ${n}`);
  const estimate = r * olkinPrattFactor(r, n);
  if (variance === "large-sample") return measured(estimate, (1 - estimate * estimate) ** 2 / (n - 1));
  return measured(estimate, estimate * estimate - unbiasedSquareVariance(r, n));
}

/** The sentence that says why a pair cannot be a correlation, or undefined where it can. */
export function unfitCorrelation(r: number, n: number): string | undefined {
  if (!Number.isFinite(r)) return "the correlation is missing";
  if (!Number.isFinite(n)) return "the sample size is missing";
  if (Math.abs(r) > 1) return `a correlation requires |r| ≤ 1: ${r}`;
  if (n < 1) return `a correlation requires a positive sample size: ${n}`;
  return undefined;
}

function withoutVariance(what: string, n: number, estimate: number): EffectSize {
  return { kind: "not-measurable", reason: `the variance of ${what} requires n ≥ 4: ${n}`, estimate };
}

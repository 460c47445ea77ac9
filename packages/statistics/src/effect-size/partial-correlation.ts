import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** The t test of one coefficient in a multiple regression. */
export interface CoefficientTest {
  readonly t: number;
  readonly sampleSize: number;
  /** How many predictors the regression has, the tested one included. */
  readonly predictors: number;
}

/**
 * The correlation of outcome and predictor with the other predictors held constant (PCOR):
 * r = t/√(t² + df), df = n − m − 1, variance (1 − r²)²/df.
 *
 * Aloe AM (2014). J Gen Psychol 141: 47–64.
 */
export function partialCorrelation(test: CoefficientTest): EffectSize {
  const df = residualDegrees(test);
  if (typeof df === "string") return notMeasurable(df);
  const r = test.t / Math.hypot(test.t, Math.sqrt(df));
  return measured(r, (1 - r * r) ** 2 / df);
}

/** Fisher's z of the partial correlation (ZPCOR), variance 1/(n − m − 1). */
export function fisherZOfPartialCorrelation(test: CoefficientTest): EffectSize {
  const df = residualDegrees(test);
  if (typeof df === "string") return notMeasurable(df);
  return measured(Math.asinh(test.t / Math.sqrt(df)), 1 / df);
}

/**
 * The correlation of the outcome with what the predictor has for itself (SPCOR): t √(1 − R²)/√df, with R² of the
 * whole regression.
 *
 * Aloe AM, Becker BJ (2012). J Educ Behav Stat 37: 278–297, equations 6 and 7.
 */
export function semipartialCorrelation(test: CoefficientTest & { readonly rSquared: number }): EffectSize {
  const df = residualDegrees(test);
  if (typeof df === "string") return notMeasurable(df);
  const whole = test.rSquared;
  if (!(whole >= 0 && whole <= 1)) return notMeasurable(`R² must lie between 0 and 1: ${whole}`);
  const estimate = (test.t * Math.sqrt(1 - whole)) / Math.sqrt(df);
  const others = whole - estimate * estimate;
  const variance = (whole * whole - 2 * whole + others + 1 - others * others) / test.sampleSize;
  return measured(estimate, variance);
}

function residualDegrees({ t, sampleSize, predictors }: CoefficientTest): number | string {
  if (!Number.isFinite(t)) return "the t statistic is missing";
  if (!Number.isFinite(sampleSize) || !Number.isFinite(predictors))
    return "the sample size or number of predictors is missing";
  const df = sampleSize - predictors - 1;
  return df >= 1 ? df : `a partial correlation requires n > predictors + 1: ${sampleSize}, ${predictors}`;
}

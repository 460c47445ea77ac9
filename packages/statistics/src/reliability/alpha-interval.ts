import { fQuantile, fUpperQuantile, normalQuantile } from "@concord/numerics";

export interface AlphaInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Where α of the population lies if parts of a person's score are alike in kind: (1 − α)/(1 − α̂) follows F with n − 1
 * and (n − 1)(k − 1) degrees of freedom.
 *
 * Feldt LS, Woodruff DJ, Salih FA (1987). Appl Psychol Meas 11: 93–103.
 */
export function feldtInterval(alpha: number, rows: number, items: number, level = 0.95): AlphaInterval {
  const first = rows - 1;
  const second = (rows - 1) * (items - 1);
  const tail = (1 - level) / 2;
  return {
    lower: 1 - (1 - alpha) * fUpperQuantile(tail, first, second),
    upper: 1 - (1 - alpha) * fQuantile(tail, first, second),
  };
}

/**
 * The standard error of α for normal answers, whatever their covariances.
 *
 * van Zyl JM, Neudecker H, Nel DG (2000). Psychometrika 65: 271–280; Duhachek A, Iacobucci D (2004). J Appl Psychol 89:
 * 792–808: Q = 2k²/((k−1)²(1′V1)³) · [1′V1(tr V² + tr²V) − 2 tr V · 1′V²1], over n.
 */
export function alphaStandardError(covariance: Float64Array, items: number, rows: number): number {
  let whole = 0;
  let trace = 0;
  let squares = 0;
  let sumOfSquares = 0;
  for (let i = 0; i < items; i++) {
    let row = 0;
    for (let j = 0; j < items; j++) {
      const value = covariance[i * items + j]!;
      row += value;
      squares += value * value;
    }
    trace += covariance[i * items + i]!;
    whole += row;
    sumOfSquares += row * row;
  }
  const scale = (2 * items * items) / ((items - 1) ** 2 * whole ** 3);
  const variance = scale * (whole * (squares + trace * trace) - 2 * trace * sumOfSquares);
  return Math.sqrt(Math.max(0, variance) / rows);
}

/** α ± z · its standard error. */
export function normalInterval(alpha: number, standardError: number, level = 0.95): AlphaInterval {
  const width = normalQuantile((1 + level) / 2) * standardError;
  return { lower: alpha - width, upper: alpha + width };
}

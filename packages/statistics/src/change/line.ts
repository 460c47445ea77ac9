import { centre } from "./centre.ts";
import {
  deviationInterval,
  type Interval,
  requireFinite,
  requireLevel,
  studentInterval,
} from "./interval.ts";
import { roundingOf } from "./rounding.ts";

/** A straight line through points, or the reason there is none. */
export type LineFit =
  | {
      readonly kind: "line";
      readonly intercept: Interval;
      readonly slope: Interval;
      /** Around the line: √(Σ residual² / (n − 2)). */
      readonly residualDeviation: Interval;
      readonly n: number;
      readonly degreesOfFreedom: number;
    }
  /** Every point lies on the line: there is a slope, but nothing to judge its doubt by. */
  | { readonly kind: "exact"; readonly intercept: number; readonly slope: number; readonly n: number }
  | { readonly kind: "too-few"; readonly n: number; readonly required: 3 }
  | { readonly kind: "no-spread"; readonly n: number };

/**
 * How do values rise or fall along x, and how far do they scatter around that?
 *
 * Ordinary least squares y = a + b·x + e: b = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², with t intervals on n − 2
 * degrees of freedom and a χ² interval for the residual standard deviation; as R's `lm` and `confint`.
 *
 * Draper NR, Smith H (1998). Applied Regression Analysis, 3rd ed., chapter 1.
 *
 * Assumes independent normal errors of one size. Fewer than three points: `too-few`; all x equal: `no-
 * spread`; no scatter beyond rounding: `exact`, because an interval of width nought would claim certainty.
 */
export function fitLine(x: readonly number[], y: readonly number[], level = 0.95): LineFit {
  requireLevel("fitLine", level);
  const line = leastSquares(x, y);
  if (line.kind !== "scattered") return line;
  const { n, degreesOfFreedom, deviation, meanX, spreadX } = line;
  const interceptError = deviation * Math.sqrt(1 / n + meanX ** 2 / spreadX);
  const slopeError = deviation / Math.sqrt(spreadX);
  return {
    kind: "line",
    intercept: studentInterval(line.intercept, interceptError, degreesOfFreedom, level),
    slope: studentInterval(line.slope, slopeError, degreesOfFreedom, level),
    residualDeviation: deviationInterval(deviation, degreesOfFreedom, level),
    n,
    degreesOfFreedom,
  };
}

/** The line alone, for whoever needs its scatter often and its intervals never. */
export type LeastSquares =
  | {
      readonly kind: "scattered";
      readonly intercept: number;
      readonly slope: number;
      /** √(Σ residual² / (n − 2)). */
      readonly deviation: number;
      readonly meanX: number;
      /** Σ (x − x̄)². */
      readonly spreadX: number;
      readonly n: number;
      readonly degreesOfFreedom: number;
    }
  | Exclude<LineFit, { kind: "line" }>;

/** As `fitLine`, without intervals. */
export function leastSquares(x: readonly number[], y: readonly number[]): LeastSquares {
  if (x.length !== y.length) {
    throw new RangeError(`leastSquares requires as many x as y: ${x.length} and ${y.length}`);
  }
  requireFinite("leastSquares", x);
  requireFinite("leastSquares", y);
  const n = x.length;
  if (n < 3) return { kind: "too-few", n, required: 3 };
  const across = centre(x);
  const along = centre(y);
  if (across.squares === 0) return { kind: "no-spread", n };
  let products = 0;
  for (const [i, value] of x.entries()) products += (value - across.mean) * (y[i]! - along.mean);
  const slope = products / across.squares;
  const intercept = along.mean - slope * across.mean;
  let residuals = 0;
  for (const [i, value] of x.entries()) {
    residuals += (y[i]! - along.mean - slope * (value - across.mean)) ** 2;
  }
  if (Math.sqrt(residuals / n) <= roundingOf(y)) return { kind: "exact", intercept, slope, n };
  return {
    kind: "scattered",
    intercept,
    slope,
    deviation: Math.sqrt(residuals / (n - 2)),
    meanX: across.mean,
    spreadX: across.squares,
    n,
    degreesOfFreedom: n - 2,
  };
}

import { entry, type Matrix, studentTSurvival, studentTUpperQuantile } from "@concord/numerics";
import { fiellerInterval, type RatioInterval, ratioStandardError } from "./fieller.ts";

/** The turning point of a curve b₁w + b₂w², and whether the data show the curve to turn at all. */
export interface CurveExtremum {
  readonly kind: "peak" | "trough";
  /** −b₁/(2b₂) */
  readonly at: number;
  readonly standardError: number;
  readonly interval: RatioInterval;
  /** Whether it lies between the smallest and the largest value seen. */
  readonly isInside: boolean;
  readonly slopes: { readonly atLowest: EndSlope; readonly atHighest: EndSlope };
  /** P of Lind and Mehlum's test: that the curve really rises on one side and falls on the other; 1 if it does not. */
  readonly p: number;
}

/** The steepness of the curve at an end of the data. */
export interface EndSlope {
  readonly at: number;
  readonly slope: number;
  readonly standardError: number;
  readonly t: number;
  /** One-sided, in the direction that a peak (or trough) requires there. */
  readonly p: number;
}

/** A curve: positions of its linear and quadratic coefficient, their covariance, and the range of the data. */
export interface FittedCurve {
  readonly linear: number;
  readonly quadratic: number;
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  readonly degreesOfFreedom: number;
  readonly range: readonly [number, number];
  readonly level: number;
}

/**
 * Where does a curve turn, and does it?
 *
 * A quadratic term that is significant does not make a peak: the curve may flatten only. The slope b₁ + 2b₂w must have
 * one sign at the lowest value seen and the other at the highest; the larger of both one-sided p is the p of the peak.
 *
 * Lind JT, Mehlum H (2010). Oxf Bull Econ Stat 72: 109–118; interval of the turning point after Fieller, ibid. p. 113.
 */
export function curveExtremum(curve: FittedCurve): CurveExtremum {
  const { linear, quadratic, coefficients, covariance, degreesOfFreedom, range, level } = curve;
  const b1 = coefficients[linear]!;
  const b2 = coefficients[quadratic]!;
  const v11 = entry(covariance, linear, linear);
  const v12 = entry(covariance, linear, quadratic);
  const v22 = entry(covariance, quadratic, quadratic);
  const kind = b2 < 0 ? "peak" : "trough";
  const slopeAt = (at: number, wanted: 1 | -1): EndSlope => {
    const slope = b1 + 2 * b2 * at;
    const standardError = Math.sqrt(v11 + 4 * at * v12 + 4 * at * at * v22);
    const t = slope / standardError;
    return { at, slope, standardError, t, p: studentTSurvival(wanted * t, degreesOfFreedom) };
  };
  const rising = kind === "peak" ? 1 : -1;
  const atLowest = slopeAt(range[0], rising);
  const atHighest = slopeAt(range[1], rising === 1 ? -1 : 1);
  const ratio = {
    numerator: -b1 / 2,
    denominator: b2,
    numeratorVariance: v11 / 4,
    denominatorVariance: v22,
    covariance: -v12 / 2,
  };
  const at = -b1 / (2 * b2);
  const isInside = at > range[0] && at < range[1];
  return {
    kind,
    at,
    standardError: ratioStandardError(ratio),
    interval: fiellerInterval(ratio, studentTUpperQuantile((1 - level) / 2, degreesOfFreedom)),
    isInside,
    slopes: { atLowest, atHighest },
    p: isInside ? Math.max(atLowest.p, atHighest.p) : 1,
  };
}

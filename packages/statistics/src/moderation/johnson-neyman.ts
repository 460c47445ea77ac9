/** Where along a moderator an effect is other than nought. */
export interface SignificanceRegion {
  /** Values of the moderator at which p crosses 1 − level, from the smallest. */
  readonly bounds: readonly number[];
  readonly significant: "everywhere" | "nowhere" | "outside" | "inside" | "not defined";
}

/** slope(w) = b₁ + b₃w with its covariance. */
export interface LinearSlope {
  readonly start: number;
  readonly change: number;
  readonly startVariance: number;
  readonly changeVariance: number;
  readonly covariance: number;
}

/**
 * For which values of a moderator is the effect of a predictor significant?
 *
 * The effect at w, b₁ + b₃w, is t standard errors from nought where (b₁ + b₃w)² = t²(v₁₁ + 2wv₁₃ + w²v₃₃): a quadratic
 * in w with none or two solutions. Significance holds outside them if b₃ itself is significant, else between them.
 * It is not defined where a coefficient has no variance.
 *
 * Johnson PO, Neyman J (1936). Stat Res Mem 1: 57–93; Bauer DJ, Curran PJ (2005). Multivar Behav Res 40: 373–400.
 */
export function johnsonNeyman(slope: LinearSlope, critical: number): SignificanceRegion {
  const square = critical * critical;
  const a = slope.change ** 2 - square * slope.changeVariance;
  const b = 2 * (slope.start * slope.change - square * slope.covariance);
  const c = slope.start ** 2 - square * slope.startVariance;
  const discriminant = b * b - 4 * a * c;
  if (Number.isNaN(discriminant)) return { bounds: [], significant: "not defined" };
  if (discriminant < 0) return { bounds: [], significant: c > 0 ? "everywhere" : "nowhere" };
  // The root that loses no digits first, the other from their product.
  const half = -0.5 * (b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant));
  const bounds = [half / a, c / half].sort((left, right) => left - right);
  return { bounds, significant: a > 0 ? "outside" : "inside" };
}

import { studentTSurvival } from "@concord/numerics";
import type { Moment } from "./cross-components.ts";

/** A variance or covariance with its test. */
export type Component =
  | {
      readonly kind: "estimated";
      readonly estimate: number;
      /**
       * A variance's share of the total, or a covariance as a correlation; absent where that is not defined.
       */
      readonly standardized: number | undefined;
      readonly standardError: number;
      readonly t: number;
      readonly degrees: number;
      readonly p: number;
    }
  /**
   * The unbiased estimate of a variance fell to zero or below it: read it as zero. There is nothing to test.
   */
  | { readonly kind: "boundary"; readonly estimate: number; readonly standardError: number };

export interface Partition {
  readonly actorVariance: Component;
  readonly partnerVariance: Component;
  /** Includes error where there is one indicator. */
  readonly relationshipVariance: Component;
  /** What two indicators of a construct do not share; only with two. */
  readonly errorVariance?: number;
  readonly errorShare?: number;
  /** Generalized reciprocity: is who rates others high also rated high? */
  readonly actorPartnerCovariance: Component;
  /** Dyadic reciprocity: is a special liking returned? */
  readonly relationshipCovariance: Component;
}

/** Is the variance above zero? One-sided, as it cannot lie below. */
export function varianceComponent(moment: Moment, degrees: number, total: number): Component {
  const standardError = Math.sqrt(moment.variance);
  const { estimate } = moment;
  // Below this share of all variance an estimate is the rounding of zero.
  if (!(estimate > 1e-14 * Math.abs(total))) return { kind: "boundary", estimate, standardError };
  const t = estimate / standardError;
  const p = studentTSurvival(t, degrees);
  return { kind: "estimated", estimate, standardized: estimate / total, standardError, t, degrees, p };
}

/**
 * Does the covariance differ from zero? Two-sided, always.
 *
 * TripleR 1.5.4 gives a one-sided p for the relationship covariance of a single group and for all covariances
 * of bivariate analyses of several groups; there its p is half of this one when the estimate is positive. A
 * correlation beyond ±1 (the variances are estimates too) is given as ±1; where one of the variances is at its boundary,
 * none. A covariance without a standard error has neither t nor p.
 */
export function covarianceComponent(
  moment: Moment,
  degrees: number,
  first: Component,
  second: Component,
): Component {
  const standardError = Math.sqrt(moment.variance);
  const { estimate } = moment;
  // Without any scatter beyond rounding there is nothing to test: 0/0. The limit is relative to what varies.
  const scale = Math.sqrt(Math.abs(first.estimate * second.estimate));
  const t = standardError > 1e-14 * scale ? estimate / standardError : Number.NaN;
  const p = Number.isNaN(t) ? Number.NaN : Math.min(1, 2 * studentTSurvival(Math.abs(t), degrees));
  const defined = first.kind === "estimated" && second.kind === "estimated";
  const correlation = estimate / scale;
  const standardized = defined ? Math.max(-1, Math.min(1, correlation)) : undefined;
  return { kind: "estimated", estimate, standardized, standardError, t, degrees, p };
}

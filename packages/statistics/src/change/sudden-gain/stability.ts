import { mean, sampleVariance, studentTUpperQuantile } from "@concord/numerics";
import { roundingOf } from "../rounding.ts";

/** When a drop counts as lasting: the third criterion, as authors have written it. */
export type Stability =
  /**
   * The difference of the means of up to three values before and after passes t times the pooled standard
   * deviation, the reading of R's suddengains (Wiedemann M, Thew GR, Stott R, Ehlers A 2020, PLoS ONE 15:
   * e0230276). The critical t has the degrees of freedom of the values there are (Lutz W et al. 2013,
   * Psychother Res 23: 14–24), or is fixed.
   */
  | { readonly kind: "pooled-deviation"; readonly alpha: number; readonly critical?: number }
  /**
   * A two-sample t test of the same means, which divides by √(1/m + 1/n): Tang and DeRubeis (1999) in their
   * words.
   */
  | { readonly kind: "t-test"; readonly alpha: number }
  /**
   * At least this share of the gain is kept at the next two sessions (Gaynor ST et al. 2003, Cogn Behav Pract
   * 10: 302–312).
   */
  | { readonly kind: "kept"; readonly share: number }
  /**
   * The gain passes so many standard deviations of the person's whole course (Kelly MAR et al. 2005, Behav
   * Res Ther 43: 703–714).
   */
  | { readonly kind: "series-deviation"; readonly deviations: number }
  | { readonly kind: "none" };

/** A possible gain, turned so that a gain is positive. */
export interface Candidate {
  /** Up to three known values that end before the gain, the last of them just before it. */
  readonly before: readonly number[];
  /** Up to three known values from the gain on. */
  readonly after: readonly number[];
  readonly magnitude: number;
  /** Every known value of the course. */
  readonly course: readonly number[];
}

/** Whether a gain lasts, by this reading. */
export function isStable({ before, after, magnitude, course }: Candidate, stability: Stability): boolean {
  // What reaches a limit on paper reaches it.
  const rounding = roundingOf(course);
  switch (stability.kind) {
    case "none":
      return true;
    case "kept": {
      const start = before.at(-1)!;
      return after.slice(1).every((value) => start - value + rounding >= stability.share * magnitude);
    }
    case "series-deviation":
      return magnitude + rounding >= stability.deviations * Math.sqrt(sampleVariance(course));
    default: {
      const degrees = before.length + after.length - 2;
      const spread = Math.sqrt((squaresOf(before) + squaresOf(after)) / degrees);
      const fixed = stability.kind === "pooled-deviation" ? stability.critical : undefined;
      const critical = fixed ?? studentTUpperQuantile(stability.alpha / 2, degrees);
      const sizes = stability.kind === "t-test" ? Math.sqrt(1 / before.length + 1 / after.length) : 1;
      return mean(before) - mean(after) > critical * spread * sizes + rounding;
    }
  }
}

function squaresOf(values: readonly number[]): number {
  return sampleVariance(values) * (values.length - 1);
}

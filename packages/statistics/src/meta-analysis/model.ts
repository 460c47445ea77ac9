import type { Matrix } from "@concord/numerics";
import type { Design } from "../formula/design.ts";
import type { BetweenStudyVariance } from "./between-study-variance.ts";
import type { Effect } from "./effect.ts";
import type { Likelihoods } from "./fit-statistics.ts";
import type { Method } from "./methods.ts";
import type { Regression } from "./regression.ts";
import type { WeightedFit } from "./weighted-fit.ts";

/**
 * How coefficients are tested: by the normal; by t on k − p; by t with Knapp and Hartung's standard errors; by the
 * same, never narrower than the plain ones ("adhoc").
 */
export type Test = "z" | "t" | "knha" | "adhoc";

export const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc"];

export interface MetaAnalysisModel {
  readonly method?: Method;
  readonly test?: Test;
  /** Coverage of every interval, as a share: 0.95. */
  readonly level?: number;
  /** Moderators; without any, the model is a mean. */
  readonly design?: Design;
  /** Instead of inverse variances: the same for all, or one for each study. */
  readonly weights?: "equal" | readonly number[];
  /** A τ² that is given, not estimated. */
  readonly betweenStudyVariance?: number;
}

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  /** Infinite for a test by the normal. */
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/** The test that a set of coefficients is zero: χ² with m, or F with m and the residual degrees of freedom. */
export interface OmnibusTest {
  readonly kind: "chi-square" | "F";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Infinite for χ². */
  readonly denominatorDegreesOfFreedom: number;
  readonly p: number;
  /** The positions of the coefficients tested, from 0. */
  readonly tested: readonly number[];
}

/** How much the studies differ beyond sampling error. */
export interface Heterogeneity {
  /** Cochran's Q: Σ e²/v around the common-effect fit; NaN when a sampling variance is zero. */
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Higgins and Thompson's sampling variance of a typical study. Stat Med 2002, 21: 1539–1558, equation 9. */
  readonly typicalVariance: number;
  /** Percent of the variance that is between studies. */
  readonly iSquared: number;
  readonly hSquared: number;
}

export interface FittedMetaAnalysis {
  readonly kind: "fitted";
  readonly method: Method;
  readonly test: Test;
  readonly level: number;
  readonly effects: readonly Effect[];
  readonly regression: Regression;
  readonly coefficients: readonly Coefficient[];
  /** Why the coefficients have no standard error and no test; then these are NaN. */
  readonly untested?: string;
  readonly covariance: Matrix;
  /** What Knapp and Hartung's test multiplied the covariance by; 1 for the others, NaN where there is none. */
  readonly covarianceFactor: number;
  readonly betweenStudyVariance: Exclude<BetweenStudyVariance, { readonly kind: "unsettled" }>;
  readonly heterogeneity: Heterogeneity;
  /** What each study counts in a mean, in percent; with moderators, its share of all weights. */
  readonly weights: readonly number[];
  readonly omnibus: OmnibusTest;
  readonly likelihoods: Likelihoods;
  readonly interceptOnly: boolean;
  /** The fit in its orthonormal basis, and the covariance there: what the diagnostics start from. */
  readonly inBasis: { readonly chosen: WeightedFit; readonly sandwich: Matrix };
  readonly model: MetaAnalysisModel;
}

/** The moderators that repeat others: leave them out, and the model has an answer. */
export interface RankDeficient {
  readonly kind: "rank-deficient";
  readonly redundant: readonly string[];
}

/** The question has no answer with these effects, and why. */
export interface NotEstimable {
  readonly kind: "not-estimable";
  readonly reason: string;
}

/** The search for τ² did not come to rest. */
export interface UnsettledMetaAnalysis {
  readonly kind: "unsettled";
  readonly betweenStudyVariance: number;
  readonly steps: number;
}

export type MetaAnalysis = FittedMetaAnalysis | RankDeficient | NotEstimable | UnsettledMetaAnalysis;

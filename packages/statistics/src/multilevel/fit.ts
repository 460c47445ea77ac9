import type { Matrix } from "@concord/numerics";
import type { MixedModel, MultilevelMethod } from "./model.ts";
import type { ModelColumns } from "./nested-models.ts";
import type { MultilevelProblem } from "./search/problem.ts";

export interface MultilevelOptions {
  /** REML unless stated. */
  readonly method?: MultilevelMethod;
}

export type MultilevelFit = FittedMixedModel | RefusedMixedModel;

/** Why the question has no answer in these data, in one line. */
export interface RefusedMixedModel {
  readonly kind: "refused";
  readonly because:
    | "no-rows"
    | "too-few-groups"
    | "one-row-per-group"
    | "too-many-effects"
    | "constant-outcome"
    | "not-enough-rows"
    | "no-residual-variance"
    | "not-settled";
  readonly reason: string;
}

export interface FittedMixedModel {
  readonly kind: "fitted";
  readonly model: MixedModel;
  readonly method: MultilevelMethod;
  /** The rows that were used. */
  readonly observations: number;
  /** The rows left out because a value of the model is missing. */
  readonly leftOut: number;
  /** The grouping factors, the one with most groups first. */
  readonly groups: readonly GroupingFactor[];
  readonly fixed: readonly FixedEffect[];
  /** Of the fixed effects, in their order. */
  readonly covariance: Matrix;
  /** Variances, then covariances, of each term; the residual variance last. */
  readonly components: readonly RandomComponent[];
  /** σ, the standard deviation of the residuals. */
  readonly residualDeviation: number;
  /** θ: the lower triangles of the terms' Cholesky factors relative to σ, column by column. */
  readonly theta: readonly number[];
  /** The effect that each θ belongs to, and whether it stands on a diagonal. */
  readonly thetaNames: readonly ThetaName[];
  readonly logLikelihood: number;
  /** Fixed effects, elements of θ and σ. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  /** −2 log-likelihood: of the residuals under REML, of the rows under ML. */
  readonly criterion: number;
  /** Shares of variance, where every term is an intercept. */
  readonly intraclass: readonly VarianceShare[];
  /** What lies on the boundary, or is not identified. Empty for a regular fit. */
  readonly singular: readonly Singularity[];
  /** Fixed effects that repeat others and were left out, as lme4 does. */
  readonly dropped: readonly string[];
  readonly convergence: Convergence;
  /** β, θ and σ in the scale of the computation, from which further questions start. */
  readonly optimum: ScaledOptimum;
  /** What further questions to this fit are answered from. */
  readonly problem: MultilevelProblem;
  /** The columns of the model over its rows; absent where it was fitted to sums alone. */
  readonly columns?: () => ModelColumns;
}

export interface ScaledOptimum {
  readonly theta: readonly number[];
  readonly residualDeviation: number;
  /** In the columns of the problem the residual is Wc: c. */
  readonly residual: Float64Array;
}

export interface GroupingFactor {
  /** `therapist`, `client:therapist`. */
  readonly name: string;
  readonly count: number;
}

export interface FixedEffect {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
}

/** One row of the random part: a variance, a covariance of two effects, or the residual variance. */
export interface RandomComponent {
  /** The factor, numbered where several terms share it: `Subject`, `Subject.1`; `Residual`. */
  readonly group: string;
  /** The effect, undefined for the residual. */
  readonly first?: string;
  /** The other effect of a covariance. */
  readonly second?: string;
  /** A variance, or a covariance. */
  readonly covariance: number;
  /** A standard deviation, or a correlation (NaN where an effect does not vary). */
  readonly deviation: number;
}

export interface ThetaName {
  readonly group: string;
  readonly row: string;
  readonly column: string;
}

export interface VarianceShare {
  readonly group: string;
  readonly share: number;
}

export interface Singularity {
  readonly group: string;
  readonly effect: string;
  /** Effects that are not identified could be any in combination with others: the likelihood is flat. */
  readonly reason: "no-variance" | "determined-by-others" | "not-identified";
}

export interface Convergence {
  /** How often the criterion was computed. */
  readonly evaluations: number;
  /** The slope of the criterion in each θ of the computation, at the end. */
  readonly gradient: readonly number[];
  /** The largest of |Hessian⁻¹ gradient|: how far θ is from the optimum, about. */
  readonly distance: number;
  /** By how much the criterion could still fall, about. */
  readonly remaining: number;
  /** How the groups were eliminated. */
  readonly elimination: "nested" | "crossed";
}

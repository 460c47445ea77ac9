import type { BlockDiagonal, Matrix } from "@concord/numerics";
import type { Design } from "../../formula/design.ts";
import type { Effect } from "../effect.ts";
import type { Likelihoods } from "../fit-statistics.ts";
import type { Coefficient, NotEstimable, OmnibusTest, RankDeficient } from "../model.ts";
import type { ComponentProblem } from "./components.ts";
import type { ComponentFit, Likelihood } from "./deviance.ts";
import type { GroupLevel } from "./nested-groups.ts";

/**
 * What t tests of coefficients have left: all rows less the coefficients, or, by containment, the groups of the
 * level on which a moderator varies less the coefficients.
 */
export type MultilevelDegrees = "residual" | "containment";

export interface MultilevelModel {
  /** Outermost first: studies, effects in studies. */
  readonly levels: readonly GroupLevel[];
  readonly design?: Design;
  readonly method?: Likelihood;
  readonly test?: { readonly kind: "z" } | { readonly kind: "t"; readonly degrees: MultilevelDegrees };
  readonly level?: number;
  /** Covariances of sampling errors, where effects share participants; without them errors are independent. */
  readonly sampling?: BlockDiagonal;
  /** Components to start from, where a model of the same columns was fitted already; without them they are searched. */
  readonly start?: readonly number[];
}

/** How much true effects vary between the groups of one level. */
export interface VarianceComponent {
  readonly name: string;
  readonly groups: number;
  readonly variance: number;
  /** Whether the likelihood is highest at zero. */
  readonly atBoundary: boolean;
  /** Percent of the variance of a typical effect that lies at this level. */
  readonly iSquared: number;
}

export interface FittedMultilevel {
  readonly kind: "fitted";
  readonly method: Likelihood;
  readonly test: "z" | "t";
  readonly level: number;
  readonly effects: readonly Effect[];
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Matrix;
  readonly components: readonly VarianceComponent[];
  /** Spread beyond sampling error: Q around the fit without components, and the percentage over all levels. */
  readonly heterogeneity: {
    readonly q: number;
    readonly degreesOfFreedom: number;
    readonly p: number;
    readonly iSquared: number;
  };
  readonly omnibus: OmnibusTest;
  readonly likelihoods: Likelihoods;
  readonly interceptOnly: boolean;
  readonly steps: number;
  readonly problem: ComponentProblem;
  readonly fit: ComponentFit;
  readonly model: MultilevelModel;
}

/** The search for the variance components did not come to rest. */
export interface UnsettledMultilevel {
  readonly kind: "unsettled";
  readonly components: readonly number[];
  readonly steps: number;
}

export type MultilevelMetaAnalysis = FittedMultilevel | RankDeficient | NotEstimable | UnsettledMultilevel;

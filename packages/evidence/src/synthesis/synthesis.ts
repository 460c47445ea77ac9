import type { StaffMessage, Text } from "@concord/messages";
import type { Coefficient, OmnibusTest } from "@concord/statistics/meta-analysis";
import type { StudyEffect, UnmeasuredReport } from "../study/measured-effect.ts";
import type { StudyId } from "../study/study.ts";
import type { SynthesisDefinition } from "./definition.ts";
import type { Bounds, PooledMean } from "./pooled-mean.ts";

/** One part of the variance of true effects. */
export interface VariancePart {
  readonly name: "between studies" | "within studies" | "between effects";
  /** τ² or σ² */
  readonly variance: number;
  /** Percent of all variance, sampling error included. */
  readonly share: number | null;
}

/** How far the studies differ beyond chance. */
export interface Spread {
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly parts: readonly VariancePart[];
  /** I², percent, all parts together. */
  readonly iSquared: number | null;
  /** By the Q-profile where the model has one τ². */
  readonly iSquaredInterval: Bounds | null;
}

/** The mean of the effects of one kind, under the model with moderators. */
export interface GroupMean {
  readonly name: string;
  readonly effects: number;
  readonly studies: number;
  readonly mean: PooledMean;
}

export interface Moderation {
  readonly formula: string;
  readonly coefficients: readonly Coefficient[];
  /** Null where too few studies bear on the moderators for a robust test. */
  readonly omnibus: OmnibusTest | null;
  /** R², percent of the variance between that the moderators account for. */
  readonly explained: number | null;
  /** Where one factor moderates: the mean of each of its groups. */
  readonly groups: readonly GroupMean[];
  readonly factor: string | null;
}

/** How the search for the variances ended. */
export type Convergence =
  | { readonly kind: "settled" }
  /** A variance came to rest at zero. */
  | { readonly kind: "boundary"; readonly parts: readonly VariancePart["name"][] };

interface Selected {
  readonly definition: SynthesisDefinition;
  readonly effects: readonly StudyEffect[];
  readonly unmeasured: readonly UnmeasuredReport[];
  /** Digest of the definition and the effects: equal digests, equal figures. */
  readonly digest: string;
  /** Studies (k), people (N): each study counted once. Null where a study does not say. */
  readonly studies: number;
  readonly people: number | null;
}

/** Effects of several studies, pooled. */
export interface PooledSynthesis extends Selected {
  readonly kind: "pooled";
  /** Null where moderators leave no single mean. */
  readonly mean: PooledMean | null;
  readonly moderation: Moderation | null;
  readonly spread: Spread;
  /** What each effect counts, in percent, in the order of `effects`. */
  readonly weights: readonly number[];
  readonly convergence: Convergence;
  readonly cautions: readonly Caution[];
}

/** One study alone gives itself; nothing can be said about how studies differ. */
export interface OneStudy extends Selected {
  readonly kind: "one-study";
  readonly study: StudyId;
  readonly mean: PooledMean;
  readonly cautions: readonly Caution[];
}

export type WhyRefused =
  | "no-effects"
  | "mixed-effect-types"
  | "duplicate-studies"
  | "duplicate-reports"
  | "collinear-moderators"
  | "unknown-moderator"
  | "too-few-studies"
  | "not-estimable";

/** There is no result, and why, with the names it is about. */
export interface RefusedSynthesis {
  readonly kind: "refused";
  readonly definition: SynthesisDefinition;
  readonly why: WhyRefused;
  readonly reason: Text;
  readonly names: readonly string[];
  readonly unmeasured: readonly UnmeasuredReport[];
}

/** The search did not come to rest; no figure is given. */
export interface UnsettledSynthesis extends Selected {
  readonly kind: "unsettled";
  readonly reason: Text;
}

export type Synthesis = PooledSynthesis | OneStudy | RefusedSynthesis | UnsettledSynthesis;

export type CautionKind =
  | "one-study"
  | "few-studies"
  | "small-body"
  | "dependent-effects"
  | "normal-test"
  | "few-degrees-of-freedom"
  | "variance-at-zero"
  | "another-study-may-differ"
  | "one-study-dominates"
  | "few-in-a-group"
  | "shared-doi"
  | "left-out"
  | "converted-figures"
  | "simulated";

/** Something a reader must know before using the figure. */
export interface Caution {
  readonly kind: CautionKind;
  readonly message: StaffMessage;
}

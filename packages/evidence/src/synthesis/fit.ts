import type { Text } from "@concord/messages";
import type {
  Coefficient,
  NotEstimable,
  OmnibusTest,
  RankDeficient,
} from "@concord/statistics/meta-analysis";
import type { Bounds } from "./pooled-mean.ts";
import type { Convergence, Spread, WhyRefused } from "./synthesis.ts";

/** What a model yields, whichever engine fitted it. */
export interface Fit {
  readonly kind: "fit";
  readonly coefficients: readonly Coefficient[];
  /** Null where too few studies bear on the moderators for a robust test. */
  readonly omnibus: OmnibusTest | null;
  readonly spread: Spread;
  readonly weights: readonly number[];
  readonly convergence: Convergence;
  /** R², percent; null where it is not defined. */
  readonly explained: number | null;
  /** For each coefficient taken alone (a mean, or the mean of a group): where another study's true effect may lie. */
  readonly predictions: readonly (Bounds | null)[];
}

export interface NoFit {
  readonly kind: "no-fit";
  readonly why: WhyRefused;
  readonly reason: Text;
  readonly names: readonly string[];
}

export interface UnsettledFit {
  readonly kind: "unsettled";
  readonly reason: Text;
}

/** Why the data do not determine the model, and what to do about it. */
export function noFit(fitted: RankDeficient | NotEstimable): NoFit {
  if (fitted.kind === "not-estimable")
    return { kind: "no-fit", why: "not-estimable", reason: fitted.reason, names: [] };
  return {
    kind: "no-fit",
    why: "collinear-moderators",
    reason: { id: "evidence.no-result.redundant", values: { moderators: fitted.redundant.join(", ") } },
    names: fitted.redundant,
  };
}

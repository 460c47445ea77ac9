import type { AgeBand } from "@concord/instruments";
import type { DatedScore, PhaseName, RiskMark, SessionRecord } from "./course.ts";
import type { ExpectedModel } from "./expected/expected-model.ts";
import type { ReadinessModel } from "./expected/readiness-model.ts";
import type { ResponseModel } from "./outcome/response-model.ts";

/** Everything known of one therapy. Only `case` and `scores` must be there. */
export interface TraceInput {
  readonly case: string;
  readonly scores: readonly DatedScore[];
  readonly sessions?: readonly SessionRecord[];
  readonly risks?: readonly RiskMark[];
  readonly ageBand?: AgeBand;
  /** Phases set by hand: the session in which each begins. They overrule the rule. */
  readonly phases?: readonly { readonly name: PhaseName; readonly from: number }[];
  /** The session in which the end was agreed, where known. */
  readonly endingFrom?: number;
  /** What the practice's own cases taught of how ratings go; without it the priors speak. */
  readonly expected?: readonly ExpectedModel[];
  /** What they taught of how outcome measures respond; without it the prior stands. */
  readonly responses?: readonly ResponseModel[];
  /** What they taught of readiness at intake; without it readiness changes no expectation. */
  readonly readiness?: ReadinessModel | null;
}

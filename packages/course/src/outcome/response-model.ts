import type { Rater, Source } from "@concord/instruments";

/**
 * How ratings on an outcome measure change after the first one, over many clients.
 *
 *     c_t = (α₀ + α₁ d) + (β₀ + β₁ d) x + u₀ + u₁ x + e,   x = ln(1 + sessions since the first rating)
 *
 * c_t is the change since the first rating, counted so that more is worse, and d the distance of the first rating from
 * `centre`, counted the same way. A client's own (u₀, u₁) and the residual e are normal. With the unit "criterion" both
 * are divided by the instrument's reliable change, and the centre is its clinical cut-off: so one model serves every
 * instrument whose reliability is known.
 */
export interface ResponseModel {
  readonly rater: Rater;
  /** The form it was learnt on; null: any form. */
  readonly instrument: string | null;
  readonly scale: string | null;
  readonly unit: "points" | "criterion";
  /** With the unit "points": the mean first rating, counted so that more is worse. */
  readonly centre: number;
  readonly start: number;
  readonly startPerIntake: number;
  readonly slope: number;
  readonly slopePerIntake: number;
  /** Of the four means above, in their order: how sure they are. */
  readonly covariance: readonly (readonly number[])[];
  /** Standard deviation of u₀ and u₁ over clients, and their correlation. */
  readonly startDeviation: number;
  readonly slopeDeviation: number;
  readonly correlation: number;
  /** Standard deviation of e. */
  readonly deviation: number;
  /** A prior comes from published courses; a learnt one from the practice's own cases. */
  readonly standing: "prior" | "learnt";
  /** What it was learnt from; zero for a prior. */
  readonly cases: number;
  readonly ratings: number;
  /** ISO date; null for a prior. */
  readonly learntOn: string | null;
  /** Sessions after the first rating that a therapy usually has: half of the cases last longer. */
  readonly usualLength: number;
  /** Where a prior comes from. */
  readonly sources: readonly Source[];
}

/** Raised whenever the same ratings would give another expectation, limit or state. */
export const outcomeVersion = "1.1.0";

const sure = [0, 0, 0, 0];

/**
 * Until a practice has cases enough: in units of reliable change, and provisional.
 *
 * Rounded between what this model gives for the published courses of two trials: 557 clients in cognitive therapy after
 * a heart attack (BDI in each session, reliable change 9, cut-off 14) and 198 of 250 clients with treatment-resistant
 * depression (PHQ-9 by month, 6 and 10). Both are trials of depression, so for other measures it is a guess.
 */
const prior: Omit<ResponseModel, "rater"> = {
  instrument: null,
  scale: null,
  unit: "criterion",
  centre: 0,
  start: 0.1,
  startPerIntake: -0.2,
  slope: -0.35,
  slopePerIntake: -0.1,
  covariance: [sure, sure, sure, sure],
  startDeviation: 0.7,
  slopeDeviation: 0.42,
  correlation: -0.6,
  deviation: 0.5,
  standing: "prior",
  cases: 0,
  ratings: 0,
  learntOn: null,
  usualLength: 11,
  sources: [
    {
      citation:
        "ENRICHD Investigators (2003). JAMA 289: 3106–3116; courses from the R package npmlda, fitted for this project",
      doi: "10.1001/jama.289.23.3106",
      read: "summary",
      certainty: "doubtful",
    },
    {
      citation:
        "Lynch TR et al. (2020). Br J Psychiatry 216: 204–212; courses from github.com/benwhalley/mixr, fitted for this project",
      doi: "10.1192/bjp.2019.53",
      read: "summary",
      certainty: "doubtful",
    },
  ],
};

/** Returns the model that stands for ratings by this person until one is learnt. */
function priorResponse(rater: Rater): ResponseModel {
  return { ...prior, rater };
}

/** Returns the model for a line: learnt on this very form and scale by this rater, else the prior. */
export function responseModelFor(
  line: { readonly rater: Rater; readonly instrument: string; readonly scale: string },
  learnt: readonly ResponseModel[],
): ResponseModel {
  return (
    learnt.find(
      (model) =>
        model.rater === line.rater && model.instrument === line.instrument && model.scale === line.scale,
    ) ?? priorResponse(line.rater)
  );
}

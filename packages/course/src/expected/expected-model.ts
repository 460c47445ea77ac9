import type { Construct, Rater } from "@concord/instruments";
import type { GrowthModel } from "@concord/statistics/growth";

/** What one rater's ratings on one form do over sessions, on the 0–100 metric, and where that is known from. */
export interface ExpectedModel {
  readonly rater: Rater;
  readonly construct: Construct;
  /** The form it was learnt on; null: any form. */
  readonly instrument: string | null;
  readonly scale: string;
  readonly growth: GrowthModel;
  /** A prior is thought up from published means and spreads; a learnt one comes from the practice's own cases. */
  readonly standing: "prior" | "learnt";
  /** What it was learnt from; nought for a prior. */
  readonly cases: number;
  readonly ratings: number;
  /** ISO date; null for a prior. */
  readonly learntOn: string | null;
}

/** Raised whenever the same cases would give another model, or a model other bands. */
export const expectedVersion = "1.0.0";

/**
 * Until a practice has cases enough: wide, and provisional throughout.
 *
 * Item means of 5.5 to 6.0 on scales from 1 to 7 with SD .7 to .9 are told of clients' alliance forms (not read at
 * their source), which is 75 to 83 of 100 with SD 12 to 15; a first session lies lower. Therapists rate lower than
 * clients. Spread within a client, its differences between clients, growth and carry-over are guesses that err to the
 * wide side; the calibration shows what they come to.
 */
export const priorModels: readonly ExpectedModel[] = [
  prior("client", 74),
  prior("caregiver", 74),
  prior("therapist", 67),
  prior("observer", 67),
];

function prior(rater: Rater, start: number): ExpectedModel {
  return {
    rater,
    construct: "alliance",
    instrument: null,
    scale: "total",
    growth: {
      start,
      slope: 1,
      startDeviation: 14,
      slopeDeviation: 3,
      correlation: -0.2,
      deviation: 6,
      degreesOfFreedom: 6,
      autocorrelation: 0.25,
    },
    standing: "prior",
    cases: 0,
    ratings: 0,
    learntOn: null,
  };
}

interface Line {
  readonly rater: Rater;
  readonly construct: Construct;
  readonly instrument: string;
  readonly scale: string;
}

/** The model for a line: learnt on this very form and scale, else the prior of its rater, else none. */
export function modelFor(line: Line, learnt: readonly ExpectedModel[]): ExpectedModel | null {
  const speaksOf = (model: ExpectedModel) => model.rater === line.rater && model.construct === line.construct;
  const own = learnt.find(
    (model) => speaksOf(model) && model.instrument === line.instrument && model.scale === line.scale,
  );
  return own ?? priorModels.find(speaksOf) ?? null;
}

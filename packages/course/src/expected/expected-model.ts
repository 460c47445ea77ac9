import type { Construct, Rater } from "@concord/instruments";
import {
  type EpisodeModel,
  type GrowthModel,
  type SwitchingGrid,
  type SwitchingModel,
  switchingModelOf,
} from "@concord/statistics/growth";

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
  /** What it was learnt from; 0 for a prior. */
  readonly cases: number;
  readonly ratings: number;
  /** ISO date; null for a prior. */
  readonly learntOn: string | null;
}

/** From this probability on a client counts as below their own course: for the alert, the headline and the chart alike. */
export const belowCourse = 0.5;

/** Raised whenever the same cases would give another model, or a model other bands. */
export const expectedVersion = "2.1.0";

/**
 * What one client may be like: an SD of 2.5 to 16 points, a lag-1 autocorrelation of 0 to .6. One client in five may
 * have any SD, however alike the clients of a practice are.
 */
const grid: SwitchingGrid = {
  deviations: { from: 2.5, to: 16, count: 6 },
  unlike: 0.2,
  autocorrelations: [0, 0.3, 0.6],
  autocorrelationDeviation: 0.4,
};

/**
 * What a rupture does to ratings: 15 ± 7 points lower, from one session on in 25, for two or three sessions mostly;
 * in one of thirteen the lower level stays. Assumed, not observed: see the calibration.
 */
const ruptures: EpisodeModel = {
  depth: 15,
  depthDeviation: 7,
  begins: 0.04,
  continues: 0.6,
  settles: 0.03,
};

/** Of a step, the share that is added to each SD (as a root of squares). A step below the level is two of it. */
const shareOfStep = 0.5;

const switchingModels = new WeakMap<GrowthModel, Map<number, SwitchingModel>>();

/**
 * Returns the model with which one client’s ratings are predicted, on a scale with steps of so many points. The eight
 * figures of a growth model suffice, so that models learnt by earlier versions are used as they are.
 */
export function switchingModelFor(growth: GrowthModel, step = 0): SwitchingModel {
  const known = switchingModels.get(growth) ?? new Map<number, SwitchingModel>();
  switchingModels.set(growth, known);
  const kept = known.get(step);
  if (kept !== undefined) return kept;
  const fine = switchingModelOf(growth, grid, ruptures);
  const deviations = fine.deviations.map(({ value, weight }) => {
    return { value: Math.hypot(value, shareOfStep * step), weight };
  });
  const model = step === 0 ? fine : { ...fine, deviations };
  known.set(step, model);
  return model;
}

/**
 * Used until a practice has enough cases: wide, and provisional throughout.
 *
 * Item means of 5.5 to 6.0 on scales from 1 to 7 with SD .7 to .9 are told of clients' alliance forms (not read at
 * their source), which is 75 to 83 of 100 with SD 12 to 15; a first session lies lower. Therapists rate lower than
 * clients. Spread within a client, its differences between clients, growth and autocorrelation are guesses; the
 * calibration shows what they come to.
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
      slopeDeviation: 2,
      correlation: -0.2,
      deviation: 6,
      degreesOfFreedom: 2.5,
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

import {
  afterSwitching,
  beginSwitching,
  episodeProbability,
  type SwitchingModel,
} from "@concord/statistics/growth";
import type { ClientPlan } from "../simulate/simulate-client.ts";

/** How low each rating is by a rule of one number, higher is lower; null where the rule cannot be applied. */
export interface SimpleRule {
  readonly id: string;
  readonly about: string;
  readonly measure: (ratings: readonly (number | null)[], plan: ClientPlan) => readonly (number | null)[];
}

/** Ratings before a rule is applied, for all rules alike. */
export const ratingsBefore = 5;

/** What the default alert is compared with: one threshold each, set to the same false-alarm rate. */
export const simpleRules: readonly SimpleRule[] = [
  {
    id: "fixed points",
    about: "so many points (or k times the SD of all clients) below the client’s mean so far",
    measure: fromEarlier((earlier, rating) => mean(earlier) - rating),
  },
  {
    id: "decrease since last",
    about: "a decrease since the last rating by so many points (a reliable change)",
    measure: fromEarlier((earlier, rating) => earlier.at(-1)! - rating),
  },
  {
    id: "own SD",
    about: "k of the client’s own SDs so far below their mean",
    measure: fromEarlier((earlier, rating) => (mean(earlier) - rating) / Math.max(1, deviation(earlier))),
  },
  {
    id: "own SD, at least 5",
    about: "the same, with an SD of 5 points where the client’s own is smaller",
    measure: fromEarlier((earlier, rating) => (mean(earlier) - rating) / Math.max(5, deviation(earlier))),
  },
  {
    id: "individuals chart",
    about: "k mean moving ranges / 1.128 below the client’s mean",
    measure: fromEarlier(
      (earlier, rating) => (mean(earlier) - rating) / Math.max(1, movingRange(earlier) / 1.128),
    ),
  },
  {
    id: "EWMA in points",
    about: "moving average of deviations from the mean so far, weight .4",
    measure: smoothed(() => 1),
  },
  {
    id: "EWMA in own SD",
    about: "the same in the client’s own SDs",
    measure: smoothed((earlier) => Math.max(1, deviation(earlier))),
  },
];

/**
 * The bound: what could be detected by one who is told each client’s SD, lag-1 autocorrelation and level. No rule that
 * has to learn them can be expected to do better.
 */
export const informed: SimpleRule = {
  id: "told level, SD and lag-1",
  about: "not a rule: told each client’s level, SD and autocorrelation, and how deep ruptures are",
  measure: (ratings, plan) =>
    logOdds(ratings, {
      growth: { ...flat, start: Math.min(100, plan.level), startDeviation: 0.01 },
      deviations: [{ value: plan.deviation, weight: 1 }],
      autocorrelations: [{ value: plan.autocorrelation, weight: 1 }],
      episodes,
    }),
};

/**
 * A nearer bound: told how often each level, SD and autocorrelation occurs among the clients of a practice with four SDs,
 * not which client has which. What remains to be gained by assuming the right things beforehand.
 */
export const toldPopulation: SimpleRule = {
  id: "told the population",
  about: "not a rule: told the distribution of levels, SDs and autocorrelation, and how deep ruptures are",
  measure: (ratings) =>
    logOdds(ratings, {
      growth: { ...flat, start: 72, startDeviation: 12 },
      deviations: [3, 5, 8, 12].map((value) => ({ value, weight: 1 / 4 })),
      autocorrelations: [{ value: 0.3, weight: 1 }],
      episodes,
    }),
};

const flat = {
  slope: 0,
  slopeDeviation: 0.01,
  correlation: 0,
  deviation: 6,
  degreesOfFreedom: 3,
  autocorrelation: 0.3,
};
const episodes = { depth: 16.5, depthDeviation: 5, begins: 0.04, continues: 0.6, settles: 0 };

/** Log odds of being below: of the probability itself a threshold near 1 could not be told from 1. */
function logOdds(ratings: readonly (number | null)[], model: SwitchingModel): readonly (number | null)[] {
  let state = beginSwitching(model);
  let before = 0;
  return ratings.map((rating, i) => {
    if (rating === null) return null;
    state = afterSwitching(state, i + 1, rating);
    const below = episodeProbability(state);
    return before++ < ratingsBefore ? null : Math.log(Math.max(1e-20, below) / Math.max(1e-16, 1 - below));
  });
}

function fromEarlier(of: (earlier: readonly number[], rating: number) => number): SimpleRule["measure"] {
  return (ratings) => {
    const earlier: number[] = [];
    return ratings.map((rating) => {
      if (rating === null) return null;
      const measured = earlier.length < ratingsBefore ? null : of(earlier, rating);
      earlier.push(rating);
      return measured;
    });
  };
}

function smoothed(unit: (earlier: readonly number[]) => number): SimpleRule["measure"] {
  const weight = 0.4;
  return (ratings) => {
    const earlier: number[] = [];
    let average = 0;
    return ratings.map((rating) => {
      if (rating === null) return null;
      const isReady = earlier.length >= ratingsBefore;
      if (isReady) average = weight * ((mean(earlier) - rating) / unit(earlier)) + (1 - weight) * average;
      earlier.push(rating);
      return isReady ? average : null;
    });
  };
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

function movingRange(values: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(values[i]! - values[i - 1]!);
  return sum / (values.length - 1);
}

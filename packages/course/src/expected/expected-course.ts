import {
  afterSwitching,
  beginSwitching,
  type Expectation,
  episodeProbability,
  expectSwitching,
  normalScore,
  ownVariability,
  reachOf,
  type SwitchingState,
} from "@concord/statistics/growth";
import { type ExpectedModel, expectedVersion, switchingModelFor } from "./expected-model.ts";

/** A rating on the 0–100 metric, and as it was given. */
export interface RatedSession {
  readonly session: number;
  readonly percent: number;
  readonly value?: number;
}

/** The range of ratings as they are given. */
export interface RatingRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** Where a rating is expected from the ratings before it, on the 0–100 metric. */
export interface ExpectedRange {
  readonly session: number;
  readonly expected: number;
  /** Scale of the Student t around it. */
  readonly deviation: number;
  readonly degreesOfFreedom: number;
  /** In 95 of 100 sessions a rating lies between the two, if the model is right. */
  readonly lower: number;
  readonly upper: number;
}

/** One rating compared with what was expected from the ratings before it. */
export interface ExpectedRating extends ExpectedRange {
  /** Where the rating lies in it, as a standard normal score. */
  readonly z: number;
  /**
   * Probability, with this rating known, that the client is below their own course in this session: a decrease of a
   * rupture's size that lasts one session or several.
   */
  readonly belowProbability: number;
}

/** Where a client's ratings were expected, one session ahead each time. */
export interface ExpectedCourse {
  readonly standing: ExpectedModel["standing"];
  readonly cases: number;
  readonly learntOn: string | null;
  /** Typical spread of one person's ratings around their own line: s_p of the published rules. */
  readonly pooledDeviation: number;
  readonly autocorrelation: number;
  /** This client’s own SD and lag-1 autocorrelation, as known after the last rating; null before the first. */
  readonly own: { readonly deviation: number; readonly autocorrelation: number } | null;
  readonly ratings: readonly ExpectedRating[];
  /** For the session after the last rated one; null before the first rating. */
  readonly next: ExpectedRange | null;
  readonly version: string;
}

/**
 * Where was each rating to be expected, given the ones before it?
 *
 * One step ahead in each session, from a growth model in which this client’s level, SD and lag-1 autocorrelation are
 * learnt from rating to rating; a missing session carries less of the last residual. Only earlier ratings count, so
 * that a later one changes no range. An intake form (session 0) is not part of it. A rating that is probably part of a
 * rupture hardly changes what is usual for the client.
 *
 * On a coarse scale (twelve steps or fewer, whole answers only) a change of one step is not told from none: its SD is
 * that much larger. The first answer between two steps shows that the scale is finer; ranges before it stay as they were.
 */
export function expectedCourse(
  points: readonly RatedSession[],
  model: ExpectedModel,
  range: RatingRange = { minimum: 0, maximum: 100 },
): ExpectedCourse {
  const rated = points.filter((point) => point.session >= 1);
  let step = coarseStep(range);
  let state = beginExpected(model, step);
  const ratings: ExpectedRating[] = [];
  for (const [i, point] of rated.entries()) {
    const next = afterSession(state, point);
    ratings.push(next.rating);
    state = next.state;
    if (step > 0 && !Number.isInteger(point.value ?? point.percent)) {
      step = 0;
      state = beginExpected(model, step);
      for (const earlier of rated.slice(0, i + 1)) state = afterSession(state, earlier).state;
    }
  }
  const { deviation, autocorrelation } = ownVariability(state);
  return {
    standing: model.standing,
    cases: model.cases,
    learntOn: model.learntOn,
    pooledDeviation: model.growth.deviation,
    autocorrelation: model.growth.autocorrelation,
    own: state.session === null ? null : { deviation, autocorrelation },
    ratings,
    next: state.session === null ? null : rangeOf(expectSwitching(state, state.session + 1)),
    version: expectedVersion,
  };
}

/** Returns the state before a client’s first rating, on a scale with steps of so many points (0: any number). */
export function beginExpected(model: ExpectedModel, step = 0): SwitchingState {
  return beginSwitching(switchingModelFor(model.growth, step));
}

/** Up to so many steps from the lowest to the highest answer a scale is coarse. */
const fewSteps = 12;

/** Points of 100 from one whole answer to the next, where that is coarse; else 0. */
function coarseStep({ minimum, maximum }: RatingRange): number {
  const steps = maximum - minimum;
  return steps > 0 && steps <= fewSteps ? 100 / steps : 0;
}

/** One session more, at the cost of one session: the way from a state to the next. */
export function afterSession(
  state: SwitchingState,
  point: RatedSession,
): { readonly state: SwitchingState; readonly rating: ExpectedRating } {
  const expectation = expectSwitching(state, point.session);
  const after = afterSwitching(state, point.session, point.percent);
  return {
    state: after,
    rating: {
      ...rangeOf(expectation),
      z: normalScore(expectation, point.percent),
      belowProbability: episodeProbability(after),
    },
  };
}

function rangeOf({ session, centre, scale, degreesOfFreedom }: Expectation): ExpectedRange {
  const reach = knownReach(degreesOfFreedom) * scale;
  return {
    session,
    expected: centre,
    deviation: scale,
    degreesOfFreedom,
    lower: centre - reach,
    upper: centre + reach,
  };
}

const reaches = new Map<number, number>();

/** Remembered, because all cases pass through the same degrees of freedom and the quantile is a search. */
function knownReach(degreesOfFreedom: number): number {
  const known = reaches.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const reach = reachOf(degreesOfFreedom, 0.95);
  if (reaches.size < 1000) reaches.set(degreesOfFreedom, reach);
  return reach;
}

import {
  afterRating,
  beginGrowth,
  type Expectation,
  expectNext,
  type GrowthState,
  normalScore,
  reachOf,
} from "@concord/statistics/growth";
import { type ExpectedModel, expectedVersion } from "./expected-model.ts";

/** A rating on the 0–100 metric. */
export interface RatedSession {
  readonly session: number;
  readonly percent: number;
}

/** One rating held against what the ratings before it let expect. 0–100 metric. */
export interface ExpectedRating {
  readonly session: number;
  readonly expected: number;
  /** Scale of the Student t around it. */
  readonly deviation: number;
  readonly degreesOfFreedom: number;
  /** In 95 of 100 sessions a rating lies between the two, if the model is right. */
  readonly lower: number;
  readonly upper: number;
  /** Where the rating lies in it, as a standard normal score. */
  readonly z: number;
}

/** Where a client's ratings were expected, one session ahead each time. */
export interface ExpectedCourse {
  readonly standing: ExpectedModel["standing"];
  readonly cases: number;
  readonly learntOn: string | null;
  /** Typical spread of one person's ratings around their own line: s_p of the published rules. */
  readonly pooledDeviation: number;
  readonly autocorrelation: number;
  readonly ratings: readonly ExpectedRating[];
  /** For the session after the last rated one; null before the first rating. */
  readonly next: Omit<ExpectedRating, "z"> | null;
  readonly version: string;
}

/** A fall of a rupture's size must not become the new expectation in one step. */
const cap = 2.5;

/**
 * Where was each rating to be expected, given the ones before it?
 *
 * One step ahead in each session from the hierarchical growth model, with what was left over at the last rating
 * carried forward; a missing session carries less. Only earlier ratings count, so that a later one changes no band.
 * An intake form (session 0) is not part of it. Extreme ratings move the expectation as far as one at two and a half
 * scales would.
 */
export function expectedCourse(points: readonly RatedSession[], model: ExpectedModel): ExpectedCourse {
  let state = beginGrowth(model.growth);
  const ratings: ExpectedRating[] = [];
  for (const point of points) {
    if (point.session < 1) continue;
    const step = afterSession(state, point);
    ratings.push(step.rating);
    state = step.state;
  }
  return {
    standing: model.standing,
    cases: model.cases,
    learntOn: model.learntOn,
    pooledDeviation: model.growth.deviation,
    autocorrelation: model.growth.autocorrelation,
    ratings,
    next: state.session === null ? null : placeOf(expectNext(state, state.session + 1)),
    version: expectedVersion,
  };
}

/** One session more, at the cost of one session: the way from a state to the next. */
export function afterSession(
  state: GrowthState,
  point: RatedSession,
): { readonly state: GrowthState; readonly rating: ExpectedRating } {
  const expectation = expectNext(state, point.session);
  return {
    state: afterRating(state, point.session, point.percent, cap),
    rating: { ...placeOf(expectation), z: normalScore(expectation, point.percent) },
  };
}

function placeOf({ session, centre, scale, degreesOfFreedom }: Expectation): Omit<ExpectedRating, "z"> {
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

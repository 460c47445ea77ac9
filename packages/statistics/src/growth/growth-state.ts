import {
  normalCumulative,
  normalLogQuantile,
  studentTLogCumulative,
  studentTLogSurvival,
  studentTUpperQuantile,
} from "@concord/numerics";
import { type GrowthModel, requireGrowthModel } from "./growth-model.ts";

/** All that past sessions say about the next: of one size, however many sessions there were. */
export interface GrowthState {
  readonly model: GrowthModel;
  /** The last session that was rated; null before the first. */
  readonly session: number | null;
  /** Of (b₀, b₁, u). */
  readonly mean: readonly [number, number, number];
  /** Their covariance over σ²: (b₀b₀, b₀b₁, b₀u, b₁b₁, b₁u, uu). */
  readonly spread: readonly [number, number, number, number, number, number];
  readonly degreesOfFreedom: number;
  /** Degrees of freedom times the present estimate of σ². */
  readonly squares: number;
}

/** What the next rating is expected to be: Student's t with this centre and scale. */
export interface Expectation {
  readonly session: number;
  readonly centre: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/** Before any rating: the model alone. */
export function beginGrowth(model: GrowthModel): GrowthState {
  requireGrowthModel(model);
  const { start, slope, startDeviation, slopeDeviation, correlation, deviation, degreesOfFreedom } = model;
  const a = startDeviation / deviation;
  const b = slopeDeviation / deviation;
  return {
    model,
    session: null,
    mean: [start, slope, 0],
    spread: [a * a, correlation * a * b, 0, b * b, 0, 1],
    degreesOfFreedom,
    squares: degreesOfFreedom * deviation * deviation,
  };
}

/**
 * What rating is to be expected in a later session?
 *
 * One step of a Kalman filter with unknown scale: mean h′m and variance s² h′Rh with h = (1, ln t, 1), where what was
 * left over at the last rating is carried forward by ρ to the power of the sessions since.
 *
 * West M, Harrison J (1997). Bayesian Forecasting and Dynamic Models, 2nd ed., section 4.5.
 */
export function expectNext(state: GrowthState, session: number): Expectation {
  const { mean, spread } = carried(state, session);
  const time = Math.log(session);
  const scale2 = state.squares / state.degreesOfFreedom;
  return {
    session,
    centre: mean[0] + mean[1] * time + mean[2],
    scale: Math.sqrt(scale2 * variance(spread, time)),
    degreesOfFreedom: state.degreesOfFreedom,
  };
}

/**
 * The state after a rating, in a fixed number of steps.
 *
 * With `cap`, a rating further than so many scales from its expectation moves the state no more than one at that
 * distance would: what an alarm rang for must not become the new expectation at once (Huber's ψ in a filter:
 * Masreliez CJ, Martin RD 1977, IEEE Trans Automat Contr 22: 361–371). Without it the update is exact.
 */
export function afterRating(
  state: GrowthState,
  session: number,
  value: number,
  cap = Number.POSITIVE_INFINITY,
): GrowthState {
  if (!Number.isFinite(value)) throw new RangeError(`afterRating requires a finite rating: ${value}`);
  const { mean, spread } = carried(state, session);
  const time = Math.log(session);
  const q = variance(spread, time);
  const limit = cap * Math.sqrt((state.squares / state.degreesOfFreedom) * q);
  const surprise = value - (mean[0] + mean[1] * time + mean[2]);
  const error = Math.max(-limit, Math.min(limit, surprise));
  const [aa, ab, au, bb, bu, uu] = spread;
  const a = aa + ab * time + au;
  const b = ab + bb * time + bu;
  const u = au + bu * time + uu;
  return {
    model: state.model,
    session,
    mean: [mean[0] + (a * error) / q, mean[1] + (b * error) / q, mean[2] + (u * error) / q],
    spread: [
      aa - (a * a) / q,
      ab - (a * b) / q,
      au - (a * u) / q,
      bb - (b * b) / q,
      bu - (b * u) / q,
      uu - (u * u) / q,
    ],
    degreesOfFreedom: state.degreesOfFreedom + 1,
    squares: state.squares + (error * error) / q,
  };
}

/** How far a rating lies from its expectation, as a standard normal score of the same tail: no formula is lost in it. */
export function normalScore({ centre, scale, degreesOfFreedom }: Expectation, value: number): number {
  const t = (value - centre) / scale;
  return t <= 0
    ? normalLogQuantile(studentTLogCumulative(t, degreesOfFreedom))
    : -normalLogQuantile(studentTLogSurvival(t, degreesOfFreedom));
}

/** Of a standard normal score: how often chance alone brings one so low or lower. */
export function chanceOfScore(z: number): number {
  return normalCumulative(z);
}

/** How many scales from its centre the expectation leaves so little below as above: 1.96 at 95 of 100 for many degrees. */
export function reachOf(degreesOfFreedom: number, level: number): number {
  return studentTUpperQuantile((1 - level) / 2, degreesOfFreedom);
}

/** The state carried to a later session, before that session's rating is known. */
function carried(state: GrowthState, session: number): Pick<GrowthState, "mean" | "spread"> {
  if (!(Number.isSafeInteger(session) && session > (state.session ?? 0))) {
    throw new RangeError(
      `growth requires sessions 1, 2, 3, … in order: ${session} after ${state.session ?? "none"}`,
    );
  }
  if (state.session === null) return state;
  const carry = state.model.autocorrelation ** (session - state.session);
  const [aa, ab, au, bb, bu, uu] = state.spread;
  return {
    mean: [state.mean[0], state.mean[1], carry * state.mean[2]],
    spread: [aa, ab, carry * au, bb, carry * bu, carry * carry * uu + 1 - carry * carry],
  };
}

function variance([aa, ab, au, bb, bu, uu]: GrowthState["spread"], time: number): number {
  return aa + 2 * time * ab + time * time * bb + 2 * (au + time * bu) + uu;
}

import type { Expectation } from "./growth-state.ts";
import { requireSwitchingModel, type SwitchingModel } from "./switching-model.ts";

/** All that past sessions say about the next: of one size, however many sessions there were. */
export interface SwitchingState {
  readonly model: SwitchingModel;
  /** The last session that was rated; null before the first. */
  readonly session: number | null;
  /** For each pair of σ and ρ: its probability with the person on their course, and in an episode. */
  readonly onCourse: Float64Array;
  readonly inEpisode: Float64Array;
  /** For each pair: mean and covariance of (b₀, b₁, u, d), 14 numbers in a row. */
  readonly courses: Float64Array;
  readonly episodes: Float64Array;
}

/** Means of (b₀, b₁, u, d), then the upper triangle of their covariance: 00 01 02 03 11 12 13 22 23 33. */
const width = 14;

/** What may have happened between two ratings, one row each. The first three end on the person's course. */
const unchanged = 0;
const returned = 1;
const settled = 2;
const begun = 3;
const lasting = 4;
const ways = 5;

/** Before any rating: the model alone. */
export function beginSwitching(model: SwitchingModel): SwitchingState {
  requireSwitchingModel(model);
  const { start, slope, startDeviation, slopeDeviation, correlation } = model.growth;
  const pairs = pairsOf(model);
  const courses = new Float64Array(pairs.length * width);
  for (const [pair, { deviation }] of pairs.entries()) {
    const at = pair * width;
    courses[at] = start;
    courses[at + 1] = slope;
    courses[at + 4] = startDeviation ** 2;
    courses[at + 5] = correlation * startDeviation * slopeDeviation;
    courses[at + 8] = slopeDeviation ** 2;
    courses[at + 11] = deviation ** 2;
  }
  return {
    model,
    session: null,
    onCourse: Float64Array.from(pairs, ({ weight }) => weight),
    inEpisode: new Float64Array(pairs.length),
    courses,
    episodes: new Float64Array(pairs.length * width),
  };
}

/**
 * What rating is to be expected in a later session, if the person is on their course in it?
 *
 * A mixture of normals over σ, ρ and what may have happened since the last rating: nothing, the end of an episode, or
 * a lower level that stays. Returned as the Student t with the mixture's mean, variance and kurtosis: its degrees of
 * freedom are 4 + 6 / excess, a whole number within 5 and 200.
 */
export function expectSwitching(state: SwitchingState, session: number): Expectation {
  requireLater(state, session);
  const time = Math.log(session);
  const pairs = pairsOf(state.model);
  const rows = new Float64Array(ways * width);
  const chances = new Float64Array(ways);
  // Weight, centre and variance of each part of the mixture.
  const parts = new Float64Array(3 * 3 * pairs.length);
  let end = 0;
  let total = 0;
  let mean = 0;
  for (let pair = 0; pair < pairs.length; pair++) {
    carry(state, pair, pairs[pair]!, session, rows, chances);
    for (let way = unchanged; way <= settled; way++) {
      const weight = chances[way]!;
      if (!(weight > negligible)) continue;
      const centre = centreOf(rows, way, time, 0);
      parts[end++] = weight;
      parts[end++] = centre;
      parts[end++] = varianceOf(rows, way, time, 0);
      total += weight;
      mean += weight * centre;
    }
  }
  mean /= total;
  let second = 0;
  let fourth = 0;
  for (let at = 0; at < end; at += 3) {
    const share = parts[at]! / total;
    const from = (parts[at + 1]! - mean) ** 2;
    const variance = parts[at + 2]!;
    second += share * (variance + from);
    fourth += share * (3 * variance * variance + 6 * variance * from + from * from);
  }
  const excess = fourth / (second * second) - 3;
  const degreesOfFreedom = excess <= 6 / 196 ? 200 : Math.max(5, Math.round(4 + 6 / excess));
  return {
    session,
    centre: mean,
    scale: Math.sqrt((second * (degreesOfFreedom - 2)) / degreesOfFreedom),
    degreesOfFreedom,
  };
}

/**
 * Returns the state after a rating, in a fixed number of steps.
 *
 * For each pair of σ and ρ one step of a Kalman filter for each way the person may have come to this session; the ways
 * that end on the course are then one normal again, and so are those that end in an episode, with the mean and
 * covariance of their mixture (Kim CJ 1994, J Econometrics 60: 1–22). A rating that is taken for an episode
 * hardly moves level, σ and ρ.
 */
export function afterSwitching(state: SwitchingState, session: number, value: number): SwitchingState {
  if (!Number.isFinite(value)) throw new RangeError(`afterSwitching requires a finite rating: ${value}`);
  requireLater(state, session);
  const time = Math.log(session);
  const pairs = pairsOf(state.model);
  const rows = new Float64Array(ways * width);
  const chances = new Float64Array(ways);
  const courses = new Float64Array(pairs.length * width);
  const episodes = new Float64Array(pairs.length * width);
  // Logarithms of Σ weight × density, until the largest of all is known: a rating far from all would be nought for each.
  const onCourse = new Float64Array(pairs.length);
  const inEpisode = new Float64Array(pairs.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let pair = 0; pair < pairs.length; pair++) {
    carry(state, pair, pairs[pair]!, session, rows, chances);
    for (let way = 0; way < ways; way++) {
      const density = chances[way]! > 0 ? observe(rows, way, time, value) : Number.NEGATIVE_INFINITY;
      chances[way] = density === Number.NEGATIVE_INFINITY ? density : Math.log(chances[way]!) + density;
    }
    onCourse[pair] = merge(rows, chances, unchanged, settled, courses, pair * width);
    inEpisode[pair] = merge(rows, chances, begun, lasting, episodes, pair * width);
    most = Math.max(most, onCourse[pair]!, inEpisode[pair]!);
  }
  let total = 0;
  for (let pair = 0; pair < pairs.length; pair++) {
    onCourse[pair] = Math.exp(onCourse[pair]! - most);
    inEpisode[pair] = Math.exp(inEpisode[pair]! - most);
    total += onCourse[pair]! + inEpisode[pair]!;
  }
  for (let pair = 0; pair < pairs.length; pair++) {
    onCourse[pair]! /= total;
    inEpisode[pair]! /= total;
  }
  return { model: state.model, session, onCourse, inEpisode, courses, episodes };
}

/** Returns how likely it is, after all ratings so far, that the last one belongs to an episode. */
export function episodeProbability({ inEpisode }: SwitchingState): number {
  return inEpisode.reduce((sum, weight) => sum + weight, 0);
}

/** Returns the person's own σ and ρ as known so far: posterior means, and the standard deviation of ln σ. */
export function ownVariability(state: SwitchingState): {
  readonly deviation: number;
  readonly logDeviation: number;
  readonly autocorrelation: number;
} {
  let [log, square, autocorrelation] = [0, 0, 0];
  for (const [pair, place] of pairsOf(state.model).entries()) {
    const weight = state.onCourse[pair]! + state.inEpisode[pair]!;
    log += weight * Math.log(place.deviation);
    square += weight * Math.log(place.deviation) ** 2;
    autocorrelation += weight * place.autocorrelation;
  }
  return {
    deviation: Math.exp(log),
    logDeviation: Math.sqrt(Math.max(0, square - log * log)),
    autocorrelation,
  };
}

/** Parts of a mixture below this change no figure that is shown. */
const negligible = 1e-9;

interface Pair {
  readonly deviation: number;
  readonly autocorrelation: number;
  readonly weight: number;
}

const known = new WeakMap<SwitchingModel, readonly Pair[]>();

/** Remembered by model, because each rating of each person asks for them. */
function pairsOf(model: SwitchingModel): readonly Pair[] {
  const kept = known.get(model);
  if (kept !== undefined) return kept;
  const pairs = model.deviations.flatMap(({ value: deviation, weight }) =>
    model.autocorrelations.map(({ value: autocorrelation, weight: own }) => {
      return { deviation, autocorrelation, weight: weight * own };
    }),
  );
  known.set(model, pairs);
  return pairs;
}

function requireLater(state: SwitchingState, session: number): void {
  if (!(Number.isSafeInteger(session) && session > (state.session ?? 0))) {
    throw new RangeError(
      `expected ratings require sessions 1, 2, 3, … in order: ${session} after ${state.session ?? "none"}`,
    );
  }
}

/**
 * Writes the five ways from the last rating to a session, before its rating is known, with the probability of each.
 * Nobody is below a course that has not begun: before the first rating there is one way.
 */
function carry(
  state: SwitchingState,
  pair: number,
  place: Pair,
  session: number,
  rows: Float64Array,
  chances: Float64Array,
): void {
  const { depth, depthDeviation, begins, continues, settles } = state.model.episodes;
  const [on, below] = [state.onCourse[pair]!, state.inEpisode[pair]!];
  const gap = state.session === null ? 0 : session - state.session;
  carryRow(state.courses, pair * width, place, gap, rows, unchanged * width);
  chances.fill(0);
  if (gap === 0) {
    chances[unchanged] = on;
    return;
  }
  const begin = 1 - (1 - begins) ** gap;
  chances[unchanged] = on * (1 - begin);
  chances[begun] = on * begin;
  if (begin > 0) {
    rows.copyWithin(begun * width, unchanged * width, (unchanged + 1) * width);
    rows[begun * width + 3] = depth;
    rows[begun * width + 13] = depthDeviation ** 2;
  }
  if (!(below > 0)) return;
  const last = continues ** gap;
  const ended = (1 - last) / (1 - continues);
  chances[lasting] = below * last;
  chances[settled] = below * ended * settles;
  chances[returned] = below * ended * (1 - continues - settles);
  carryRow(state.episodes, pair * width, place, gap, rows, lasting * width);
  rows.copyWithin(returned * width, lasting * width, (lasting + 1) * width);
  clearDepth(rows, returned * width);
  rows.copyWithin(settled * width, lasting * width, (lasting + 1) * width);
  settle(rows, settled * width);
}

/** What was left over is carried by ρ to the power of the sessions since; the rest of its variance comes again. */
function carryRow(
  from: Float64Array,
  at: number,
  { deviation, autocorrelation }: Pair,
  gap: number,
  rows: Float64Array,
  to: number,
): void {
  for (let i = 0; i < width; i++) rows[to + i] = from[at + i]!;
  if (gap === 0) return;
  const carried = autocorrelation ** gap;
  rows[to + 2]! *= carried;
  rows[to + 6]! *= carried;
  rows[to + 9]! *= carried;
  rows[to + 12]! *= carried;
  rows[to + 11] = carried * carried * rows[to + 11]! + (1 - carried * carried) * deviation * deviation;
}

/** The level is the lower one from now on: b₀ − d in place of b₀. */
function settle(rows: Float64Array, at: number): void {
  rows[at]! -= rows[at + 3]!;
  rows[at + 4]! += rows[at + 13]! - 2 * rows[at + 7]!;
  rows[at + 5]! -= rows[at + 10]!;
  rows[at + 6]! -= rows[at + 12]!;
  clearDepth(rows, at);
}

function clearDepth(rows: Float64Array, at: number): void {
  rows[at + 3] = 0;
  rows[at + 7] = 0;
  rows[at + 10] = 0;
  rows[at + 12] = 0;
  rows[at + 13] = 0;
}

function centreOf(rows: Float64Array, way: number, time: number, below: number): number {
  const at = way * width;
  return rows[at]! + rows[at + 1]! * time + rows[at + 2]! - below * rows[at + 3]!;
}

function varianceOf(rows: Float64Array, way: number, time: number, below: number): number {
  const at = way * width;
  return (
    rows[at + 4]! +
    time * time * rows[at + 8]! +
    rows[at + 11]! +
    below * rows[at + 13]! +
    2 * (time * rows[at + 5]! + rows[at + 6]! + time * rows[at + 9]!) -
    2 * below * (rows[at + 7]! + time * rows[at + 10]! + rows[at + 12]!)
  );
}

/** One step of the Kalman filter on a row; returns the log density of the rating, less ln √2π. */
function observe(rows: Float64Array, way: number, time: number, value: number): number {
  const below = way >= begun ? 1 : 0;
  const at = way * width;
  const variance = varianceOf(rows, way, time, below);
  const error = value - centreOf(rows, way, time, below);
  const level = rows[at + 4]! + time * rows[at + 5]! + rows[at + 6]! - below * rows[at + 7]!;
  const slope = rows[at + 5]! + time * rows[at + 8]! + rows[at + 9]! - below * rows[at + 10]!;
  const left = rows[at + 6]! + time * rows[at + 9]! + rows[at + 11]! - below * rows[at + 12]!;
  const depth = rows[at + 7]! + time * rows[at + 10]! + rows[at + 12]! - below * rows[at + 13]!;
  const precision = 1 / variance;
  const step = error * precision;
  rows[at] = rows[at]! + level * step;
  rows[at + 1] = rows[at + 1]! + slope * step;
  rows[at + 2] = rows[at + 2]! + left * step;
  rows[at + 3] = rows[at + 3]! + depth * step;
  const levelGain = level * precision;
  const slopeGain = slope * precision;
  const leftGain = left * precision;
  rows[at + 4] = rows[at + 4]! - level * levelGain;
  rows[at + 5] = rows[at + 5]! - slope * levelGain;
  rows[at + 6] = rows[at + 6]! - left * levelGain;
  rows[at + 7] = rows[at + 7]! - depth * levelGain;
  rows[at + 8] = rows[at + 8]! - slope * slopeGain;
  rows[at + 9] = rows[at + 9]! - left * slopeGain;
  rows[at + 10] = rows[at + 10]! - depth * slopeGain;
  rows[at + 11] = rows[at + 11]! - left * leftGain;
  rows[at + 12] = rows[at + 12]! - depth * leftGain;
  rows[at + 13] = rows[at + 13]! - depth * depth * precision;
  return -(error * step + Math.log(variance)) / 2;
}

/** Writes one normal with the mean and covariance of a mixture of rows; returns the logarithm of its whole weight. */
function merge(
  rows: Float64Array,
  logs: Float64Array,
  first: number,
  last: number,
  into: Float64Array,
  to: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let way = first; way <= last; way++) most = Math.max(most, logs[way]!);
  if (most === Number.NEGATIVE_INFINITY) return most;
  let total = 0;
  for (let way = first; way <= last; way++) total += Math.exp(logs[way]! - most);
  for (let way = first; way <= last; way++) {
    const share = Math.exp(logs[way]! - most) / total;
    if (share < negligible) continue;
    const from = way * width;
    for (let i = 0; i < width; i++) into[to + i] = into[to + i]! + share * rows[from + i]!;
  }
  for (let way = first; way <= last; way++) {
    const share = Math.exp(logs[way]! - most) / total;
    if (share < negligible || share > 1 - negligible) continue;
    const from = way * width;
    let at = to + 4;
    for (let i = 0; i < 4; i++) {
      const off = share * (rows[from + i]! - into[to + i]!);
      for (let j = i; j < 4; j++, at++) into[at] = into[at]! + off * (rows[from + j]! - into[to + j]!);
    }
  }
  return most + Math.log(total);
}

import { extent, median } from "d3-array";
import { scaleLinear } from "d3-scale";
import { tickWords } from "./effect-words.ts";
import { textWidth } from "./text-width.ts";
import type { EffectAxis, IntervalEstimate, Spacing } from "./values.ts";

export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly words: string;
}

/** Effects as places on paper. */
export interface EffectScale {
  readonly from: number;
  readonly to: number;
  /** What is shown, on the scale of the spacing. */
  readonly low: number;
  readonly high: number;
  /** The place of a value, moved to the nearer edge if it lies beyond. */
  readonly at: (value: number) => number;
  /** A place for a value on the scale of the spacing; it may lie outside, at most ten plots away. */
  readonly project: (position: number) => number;
  readonly beyond: (value: number) => "no" | "low" | "high";
  readonly ticks: readonly Tick[];
}

/** The value on the scale on which equal distances are equal on paper; infinite where the spacing has no end. */
export function positionOf(spacing: Spacing, value: number): number {
  if (Number.isNaN(value)) throw new RangeError("a drawn effect requires a number: NaN");
  switch (spacing) {
    case "linear":
      return value;
    case "logarithmic":
      return value <= 0 ? Number.NEGATIVE_INFINITY : Math.log(value);
    case "fisher":
      return Math.abs(value) >= 1 ? Math.sign(value) * Number.POSITIVE_INFINITY : Math.atanh(value);
  }
}

/** `from` may be the larger end, for an axis that rises on paper. */
export function effectScale(
  axis: EffectAxis,
  stretch: readonly [number, number],
  from: number,
  to: number,
): EffectScale {
  const positions = opened(stretch);
  const linear = scaleLinear(positions, [from, to]);
  const [low, high] = positions;
  const far = 10 * (high - low);
  const project = (position: number) => linear(Math.min(high + far, Math.max(low - far, position)));
  const at = (value: number) => linear(Math.min(high, Math.max(low, positionOf(axis.spacing, value))));
  return {
    from,
    to,
    low,
    high,
    at,
    project,
    beyond: (value) => {
      const position = positionOf(axis.spacing, value);
      return position < low - 1e-9 ? "low" : position > high + 1e-9 ? "high" : "no";
    },
    ticks: ticksOf(axis, positions, at, Math.abs(to - from)),
  };
}

/** A stretch too short for arithmetic to divide is widened around its middle. */
function opened([low, high]: readonly [number, number]): readonly [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const half = Math.max(0.5, 1e-3 * size);
  return high - low > Math.max(1e-9 * size, 1e-12) ? [low, high] : [low - half, high + half];
}

/**
 * The stretch of the axis: its own domain if the figure names one; else all estimates, the reference and the pooled
 * intervals, and of the whiskers as much as leaves the estimates legible: one and a half times what these span, or the
 * usual whisker where that is longer. What reaches further ends in an arrow.
 */
export function effectStretch(
  axis: EffectAxis,
  essential: readonly number[],
  intervals: readonly IntervalEstimate[],
): readonly [number, number] {
  const position = (value: number) => positionOf(axis.spacing, value);
  if (axis.domain !== undefined) {
    const [low, high] = [position(axis.domain[0]), position(axis.domain[1])];
    if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high)
      throw new RangeError(
        `an effect axis requires a domain that rises and can be drawn: ${axis.domain.join(", ")}`,
      );
    return [low, high];
  }
  const finite = (values: readonly number[]) => values.map(position).filter(Number.isFinite);
  const core = finite([
    ...essential,
    ...(axis.reference === null ? [] : [axis.reference]),
    ...intervals.map(({ estimate }) => estimate),
  ]);
  const [coreLow, coreHigh] = extent(core);
  if (coreLow === undefined || coreHigh === undefined) return [-1, 1];
  const bounds = finite(intervals.flatMap(({ lower, upper }) => [lower, upper]));
  const arms = intervals.flatMap(({ estimate, lower, upper }) =>
    [position(upper) - position(estimate), position(estimate) - position(lower)].filter(Number.isFinite),
  );
  const reach = Math.max(0.75 * (coreHigh - coreLow), median(arms) ?? 0);
  const low = Math.max(Math.min(coreLow, ...bounds), coreLow - reach);
  const high = Math.min(Math.max(coreHigh, ...bounds), coreHigh + reach);
  const air = 0.03 * (high - low);
  return opened([low - air, high + air]);
}

function ticksOf(
  axis: EffectAxis,
  [low, high]: readonly [number, number],
  at: (value: number) => number,
  room: number,
): readonly Tick[] {
  const shown = (values: readonly number[]) =>
    values.filter((value) => {
      const position = positionOf(axis.spacing, value);
      return position >= low - 1e-9 && position <= high + 1e-9;
    });
  const choices = axis.ticks === undefined ? candidates(axis.spacing, low, high, room) : [axis.ticks];
  const sets = choices.map((values): readonly Tick[] => {
    const inside = shown(values);
    const words = tickWords(inside, axis);
    return inside.map((value, index) => ({ value, at: at(value), words: words[index] ?? "" }));
  });
  return sets.find((ticks) => ticks.length > 1 && roomy(ticks)) ?? thinned(sets.at(-1) ?? []);
}

/** From the closest to the widest set of round values. */
function candidates(
  spacing: Spacing,
  low: number,
  high: number,
  room: number,
): readonly (readonly number[])[] {
  if (spacing === "linear") {
    const most = Math.max(2, Math.min(9, Math.floor(room / 48)));
    return Array.from({ length: most }, (_, less) => scaleLinear([low, high], [0, 1]).ticks(most - less));
  }
  if (spacing === "fisher") {
    const ends = [0.9, 0.95, 0.99];
    const mirrored = (values: readonly number[]) => [
      ...values
        .filter((value) => value > 0)
        .map((value) => -value)
        .reverse(),
      ...values,
    ];
    return [
      mirrored([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, ...ends]),
      mirrored([0, 0.2, 0.4, 0.6, 0.8, ...ends]),
      mirrored([0, 0.2, 0.4, 0.6, 0.8, 0.9]),
      mirrored([0, 0.3, 0.6, 0.8, 0.9]),
      mirrored([0, 0.5, 0.8, 0.95]),
      mirrored([0, 0.5, 0.9]),
      mirrored([0, 0.8]),
      mirrored([0]),
    ];
  }
  const decades = Array.from({ length: 41 }, (_, index) => index - 20).filter(
    (power) => power >= low / Math.LN10 - 1 && power <= high / Math.LN10 + 1,
  );
  const each = (steps: readonly number[], every = 1) =>
    decades
      .filter((power) => power % every === 0)
      .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(6))));
  return [
    scaleLinear([Math.exp(low), Math.exp(high)], [0, 1]).ticks(5),
    each([1, 1.5, 2, 3, 5, 7]),
    each([1, 2, 5]),
    each([1, 3]),
    each([1]),
    each([1], 2),
    each([1], 4),
  ].slice(high - low < 0.9 ? 0 : 1);
}

function roomy(ticks: readonly Tick[]): boolean {
  return ticks.every((tick, index) => {
    const previous = ticks[index - 1];
    return previous === undefined || clear(previous, tick);
  });
}

function thinned(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || clear(last, tick)) kept.push(tick);
  }
  return kept;
}

function clear(a: Tick, b: Tick): boolean {
  return Math.abs(b.at - a.at) >= (textWidth(a.words, 11) + textWidth(b.words, 11)) / 2 + 10;
}

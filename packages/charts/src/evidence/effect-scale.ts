import { extent, median } from "d3-array";
import { scaleLinear } from "d3-scale";
import { type Tick, ticksOf } from "./effect-ticks.ts";
import { positionOf } from "./spacing.ts";
import type { EffectAxis, IntervalEstimate } from "./values.ts";

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

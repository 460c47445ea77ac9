import { scaleLinear } from "d3-scale";
import { tickWords } from "./effect-words.ts";
import { positionOf } from "./spacing.ts";
import { textWidth } from "./text-width.ts";
import type { EffectAxis, Spacing } from "./values.ts";

export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly words: string;
}

/** Round values of a stretch, at most ten, as close as their words can stand; or those the axis names. */
export function ticksOf(
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
  return (
    sets.find((ticks) => ticks.length > 1 && ticks.length <= 10 && roomy(ticks)) ?? thinned(sets.at(-1) ?? [])
  );
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

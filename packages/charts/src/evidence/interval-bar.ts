import { element } from "../svg.ts";
import { effectScale, effectStretch } from "./effect-scale.ts";
import { levelLine, uprightLine } from "./strokes.ts";
import type { EffectAxis } from "./values.ts";

export interface IntervalBarOptions {
  readonly width?: number;
  readonly height?: number;
  /** Spoken instead of the picture; without it the picture is hidden from screen readers. */
  readonly label?: string;
}

/** An estimate of which the interval may not be known. */
export interface BarEffect {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * One estimate with its interval as a line the size of a few words, on an axis with a domain of its own, so that bars
 * under one another can be compared. An estimate without its interval is hollow: how sure it is, is not known.
 */
export function intervalBar(effect: BarEffect, axis: EffectAxis, options: IntervalBarOptions = {}): string {
  const { width = 140, height = 24, label } = options;
  const interval =
    effect.lower === null || effect.upper === null
      ? null
      : { estimate: effect.estimate, lower: effect.lower, upper: effect.upper };
  const scale = effectScale(
    axis,
    effectStretch(axis, [effect.estimate], interval === null ? [] : [interval]),
    6,
    width - 6,
  );
  const middle = height / 2;
  const at = scale.at(effect.estimate);
  const spoken = label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label };
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart interval-bar",
      ...spoken,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    [
      levelLine("chart-grid", 2, width - 2, middle),
      axis.reference === null
        ? null
        : uprightLine("evidence-reference", scale.at(axis.reference), 3, height - 3),
      interval === null
        ? null
        : element("rect", {
            class: "interval-bar-reach",
            x: scale.at(interval.lower),
            y: middle - 3,
            width: Math.max(2, scale.at(interval.upper) - scale.at(interval.lower)),
            height: 6,
            rx: 3,
          }),
      element("circle", {
        class: interval === null ? "interval-bar-mark interval-bar-mark--open" : "interval-bar-mark",
        cx: at,
        cy: middle,
        r: 4.5,
      }),
    ],
  ).markup;
}

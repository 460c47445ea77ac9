import { type Child, element, group, type Markup, round } from "../svg.ts";
import { clipPolygon, type Place } from "./clip.ts";
import type { EffectScale } from "./effect-scale.ts";
import { positionOf } from "./spacing.ts";
import { levelLine, polygon } from "./strokes.ts";
import type { Bounds, IntervalEstimate, Spacing } from "./values.ts";

/**
 * The side of the square of a weight. Areas are in proportion to weights; what would be too small to see gets the
 * smallest side.
 */
export function squareSide(weight: number, largestWeight: number, largestSide: number): number {
  if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY)
    throw new RangeError(`a square requires a weight of zero or more: ${weight}`);
  const share = largestWeight > 0 ? weight / largestWeight : 1;
  return Math.max(3, largestSide * Math.sqrt(Math.min(1, share)));
}

/** The interval of one effect; an arrow where it reaches beyond the scale. */
export function whisker(effect: IntervalEstimate | Bounds, scale: EffectScale, y: number): Markup | null {
  const [low, high] = [scale.beyond(effect.lower), scale.beyond(effect.upper)];
  const out = low === "high" || high === "low";
  return group("evidence-whisker", [
    out ? null : levelLine("evidence-arm", scale.at(effect.lower), scale.at(effect.upper), y),
    low === "low" || high === "low" ? arrow(scale.from, y, 1) : null,
    high === "high" || low === "high" ? arrow(scale.to, y, -1) : null,
  ]);
}

/** Pointing out of the plot; its tip stands on the edge. */
function arrow(x: number, y: number, inward: 1 | -1): Markup {
  const back = round(x + inward * 5);
  return element("path", {
    class: "evidence-arrow",
    d: `M${back},${round(y - 3.5)}L${round(x)},${round(y)}L${back},${round(y + 3.5)}`,
  });
}

export function square(
  className: string,
  estimate: number,
  side: number,
  scale: EffectScale,
  y: number,
): Markup | null {
  if (scale.beyond(estimate) !== "no") return null;
  return element("rect", {
    class: className,
    x: scale.at(estimate) - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
  });
}

/** A pooled effect: as wide as its interval, highest at the estimate, cut straight where the scale ends. */
export function diamond(
  className: string,
  effect: IntervalEstimate,
  scale: EffectScale,
  spacing: Spacing,
  y: number,
  half: number,
): Markup | null {
  const places = [effect.lower, effect.estimate, effect.upper].map((value) =>
    scale.project(positionOf(spacing, value)),
  );
  const [low, middle, high] = places as [number, number, number];
  const corners: readonly Place[] = [
    [low, y],
    [middle, y - half],
    [high, y],
    [middle, y + half],
  ];
  const box = { left: scale.from, right: scale.to, top: y - half, bottom: y + half };
  const cut = polygon(className, clipPolygon(corners, box));
  const beyond = scale.beyond(effect.estimate);
  return beyond === "no" || cut !== null ? cut : whisker(effect, scale, y);
}

/** Where the true effect of a further study is expected. */
export function predictionBar(bounds: Bounds, scale: EffectScale, y: number): Markup | null {
  const [low, high] = [scale.at(bounds.lower), scale.at(bounds.upper)];
  const edges: Child[] = [];
  if (scale.beyond(bounds.lower) === "low") edges.push(arrow(scale.from, y, 1));
  if (scale.beyond(bounds.upper) === "high") edges.push(arrow(scale.to, y, -1));
  return group("evidence-prediction", [
    element("rect", {
      class: "evidence-prediction-bar",
      x: Math.min(low, high),
      y: y - 4,
      width: Math.max(1, Math.abs(high - low)),
      height: 8,
    }),
    ...edges,
  ]);
}

import type { StaffMessages } from "@concord/messages";
import { extent } from "d3-array";
import { type Child, group, type Markup } from "../svg.ts";
import type { Box, Place } from "./clip.ts";
import { effectScale } from "./effect-scale.ts";
import { onArc, type RadialGround } from "./radial-ground.ts";
import { positionOf } from "./spacing.ts";
import { stroke, words } from "./strokes.ts";
import { fitWords, textWidth } from "./text-width.ts";
import type { RadialFigure } from "./values.ts";

/** The scale of effects as an arc: a ray from the origin through a study reads its effect there. */
export function radialArc(
  figure: RadialFigure,
  ground: RadialGround,
  { text }: StaffMessages,
): { readonly drawn: Markup | null; readonly obstacles: readonly Box[] } {
  const { axis, pooled } = figure;
  const { panel } = ground;
  const [low, high] = arcSlopes(figure, ground);
  const along = (from: number, to: number): readonly Place[] =>
    Array.from({ length: 41 }, (_, step) => onArc(ground, from + ((to - from) * step) / 40));
  const scale = effectScale(axis, [low, high], onArc(ground, low)[1], onArc(ground, high)[1]);
  const ticks = scale.ticks.flatMap(({ value, words: written }): readonly Child[] => {
    const place = onArc(ground, positionOf(axis.spacing, value));
    const [x, y] = place;
    return [
      stroke("chart-baseline", [place, onward(ground, place, 4)]),
      words("chart-small", written, onward(ground, [x, y], 9)[0], onward(ground, [x, y], 9)[1] + 4),
    ];
  });
  const within = (value: number) => Math.min(high, Math.max(low, positionOf(axis.spacing, value)));
  const centre = onArc(ground, within(pooled.estimate));
  const room =
    panel.width - 2 * panel.margin - textWidth(text("charts.evidence.radial.standardized"), 11, "bold") - 16;
  const drawn = group("evidence-arc", [
    stroke("chart-baseline", along(low, high)),
    ...ticks,
    stroke("evidence-arc-interval", along(within(pooled.lower), within(pooled.upper))),
    stroke("evidence-arc-estimate", [onward(ground, centre, -5), onward(ground, centre, 5)]),
    words("evidence-column", fitWords(axis.label, room, 11, "bold"), panel.width - panel.margin, 16, "end"),
  ]);
  const obstacles = along(low, high).map(([x, y]) => ({
    left: x - 6,
    right: x + 38,
    top: y - 8,
    bottom: y + 8,
  }));
  return { drawn, obstacles };
}

/** The slopes between which the arc runs: those of studies, reference and pooled interval, as far as the plot is high. */
function arcSlopes(figure: RadialFigure, ground: RadialGround): readonly [number, number] {
  const { axis, points, pooled } = figure;
  const { perPrecision, perStandardized, radius, origin, panel } = ground;
  const slopes = [
    ...points.flatMap(({ precision, standardized }) => (precision > 0 ? [standardized / precision] : [])),
    ...[pooled.lower, pooled.estimate, pooled.upper].map((value) => positionOf(axis.spacing, value)),
    ...(axis.reference === null ? [] : [positionOf(axis.spacing, axis.reference)]),
  ].filter(Number.isFinite);
  // The steepest ray that meets the arc within the plot, upward and downward.
  const maxCompressionRatio = (height: number) =>
    Math.tan(Math.asin(Math.min(0.98, Math.max(-0.98, height / radius)))) * (perPrecision / perStandardized);
  const [most, least] = [
    maxCompressionRatio(origin[1] - panel.top),
    maxCompressionRatio(origin[1] - panel.bottom + 14),
  ];
  const [low, high] = extent(slopes.map((slope) => Math.min(most, Math.max(least, slope))));
  if (low === undefined || high === undefined) return [least, most];
  const air = 0.04 * (most - least);
  return [Math.max(least, low - air), Math.min(most, high + air)];
}

/** Further out from the origin, or further in. */
function onward({ origin, radius }: RadialGround, [x, y]: Place, distance: number): Place {
  return [x + ((x - origin[0]) / radius) * distance, y + ((y - origin[1]) / radius) * distance];
}

import type { StaffMessages } from "@concord/messages";
import { plainAxis } from "../evidence/axis-language.ts";
import { clipStroke, type Place } from "../evidence/clip.ts";
import { effectScale } from "../evidence/effect-scale.ts";
import { type KeyItem, keyLines, lineSample } from "../evidence/key.ts";
import { dot, panelAxes, panelNotes, panelOn, sheetOf } from "../evidence/scatter/panel.ts";
import { stroke } from "../evidence/strokes.ts";
import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, group } from "../svg.ts";
import { contourPath, layerPath } from "./surface-layers.ts";
import type { EffectsChartOptions, SurfaceFigure } from "./values.ts";

/**
 * What outcome goes with each pair of ratings? The predicted outcome from above, stronger in colour where it is higher, with the
 * lines of agreement and disagreement, the first principal axis and every pair of ratings as a dot.
 */
export function surfaceChart(figure: SurfaceFigure, options: EffectsChartOptions): string {
  const { messages, id = "surface", width = 640, standalone = false } = options;
  const sheet = sheetOf(Math.min(width, 560));
  const [xAxis, yAxis] = [plainAxis(figure.xLabel, messages), plainAxis(figure.yLabel, messages)];
  const stretch = [figure.low, figure.high] as const;
  const side = Math.min(sheet.right - sheet.margin - 44, 440);
  const square = { ...sheet, width, bottom: sheet.top + side };
  const y = effectScale(yAxis, stretch, square.bottom, square.top);
  const start = panelOn(square, y);
  const panel = { ...start, right: start.left + side };
  const x = effectScale(xAxis, stretch, panel.left, panel.right);
  const at = (a: number, b: number): Place => [x.project(a), y.project(b)];
  const steps = figure.grid.length - 1;
  const value = (step: number) => figure.low + ((figure.high - figure.low) * step) / steps;
  const onPaper = (column: number, row: number): Place => at(value(column), value(row));
  const all = figure.grid.flat();
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const thresholds = Array.from({ length: 7 }, (_, i) => lowest + ((i + 1) * (highest - lowest)) / 8);
  const line = (className: string, from: Place, to: Place): Child => {
    const piece = clipStroke(at(...from), at(...to), panel);
    return piece === null ? null : stroke(className, piece);
  };
  const { low, high, centre, firstAxis, stationary } = figure;
  const axes = panelAxes(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y });
  const key = keyLines(keyItems(figure, messages), panel.margin, width - panel.margin, axes.bottom + 8);
  const notes = panelNotes(
    [
      messages.text("charts.effects.surface.range", {
        outcome: figure.outcome,
        low: decimal(lowest, 2, messages),
        high: decimal(highest, 2, messages),
      }),
      ...figure.notes,
    ],
    { width, margin: panel.margin },
    axes.bottom + 8 + key.height,
  );
  const isInside = (one: { readonly x: number; readonly y: number }) =>
    x.beyond(one.x) === "no" && y.beyond(one.y) === "no";
  const children: readonly Child[] = [
    element("rect", { class: "effects-ground", x: panel.left, y: panel.top, width: side, height: side }),
    ...thresholds.map((threshold) =>
      element("path", { class: "effects-layer", d: layerPath(figure.grid, threshold, onPaper) }),
    ),
    ...thresholds.map((threshold) =>
      element("path", { class: "effects-contour", d: contourPath(figure.grid, threshold, onPaper) }),
    ),
    line("effects-disagreement", [low, 2 * centre - low], [high, 2 * centre - high]),
    line("effects-agreement", [low, low], [high, high]),
    firstAxis === null
      ? null
      : line(
          "effects-axis",
          [low, firstAxis.intercept + firstAxis.slope * low],
          [high, firstAxis.intercept + firstAxis.slope * high],
        ),
    group(
      "effects-dots",
      figure.points.map((point) =>
        dot(
          "effects-dot",
          x.at(point.x),
          y.at(point.y),
          2.25,
          messages.text("charts.effects.surface.point", {
            x: decimal(point.x, 2, messages),
            y: decimal(point.y, 2, messages),
          }),
        ),
      ),
    ),
    stationary === null || !isInside(stationary)
      ? null
      : dot(
          "effects-level",
          x.at(stationary.x),
          y.at(stationary.y),
          5,
          messages.text("charts.effects.surface.stationary"),
        ),
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  const { outcome, xLabel, yLabel } = figure;
  const description = [
    messages.text("charts.effects.surface.words", { outcome, x: xLabel, y: yLabel }),
    ...figure.notes,
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

function keyItems(
  { firstAxis, stationary, points }: SurfaceFigure,
  { text }: StaffMessages,
): readonly KeyItem[] {
  return [
    { words: text("charts.effects.surface.congruence"), mark: lineSample("effects-agreement") },
    { words: text("charts.effects.surface.incongruence"), mark: lineSample("effects-disagreement") },
    ...(firstAxis === null
      ? []
      : [{ words: text("charts.effects.surface.axis"), mark: lineSample("effects-axis") }]),
    ...(stationary === null
      ? []
      : [
          {
            words: text("charts.effects.surface.stationary"),
            mark: (x: number, y: number) =>
              dot("effects-level", x, y, 5, text("charts.effects.surface.stationary")),
          },
        ]),
    ...(points.length === 0
      ? []
      : [
          {
            words: text("charts.effects.surface.pair"),
            mark: (x: number, y: number) =>
              dot("effects-dot", x, y, 2.25, text("charts.effects.surface.pair")),
          },
        ]),
  ];
}

import { clipStroke, type Place } from "../evidence/clip.ts";
import { effectScale } from "../evidence/effect-scale.ts";
import { type KeyItem, keyLines, lineSample } from "../evidence/key.ts";
import { dot, panelAxes, panelNotes, panelOn, plainAxis, sheetOf } from "../evidence/scatter/panel.ts";
import { stroke } from "../evidence/strokes.ts";
import { frame } from "../frame.ts";
import { type Child, element, group } from "../svg.ts";
import { figureNumber } from "./figure-number.ts";
import { contourPath, layerPath } from "./surface-layers.ts";
import type { EffectsChartOptions, SurfaceFigure } from "./values.ts";

/**
 * What outcome goes with each pair of ratings? The predicted outcome from above, stronger in colour where it is higher, with the
 * lines of agreement and disagreement, the first principal axis and every pair of ratings as a dot.
 */
export function surfaceChart(figure: SurfaceFigure, options: EffectsChartOptions = {}): string {
  const { id = "surface", width = 640, standalone = false } = options;
  const sheet = sheetOf(Math.min(width, 560));
  const [xAxis, yAxis] = [plainAxis(figure.xLabel), plainAxis(figure.yLabel)];
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
  const key = keyLines(keyItems(figure), panel.margin, width - panel.margin, axes.bottom + 8);
  const notes = panelNotes(
    [
      `${figure.outcome}: from ${figureNumber(lowest)} (faintest) to ${figureNumber(highest)} (strongest colour).`,
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
          `${figureNumber(point.x)}, ${figureNumber(point.y)}`,
        ),
      ),
    ),
    stationary === null || !isInside(stationary)
      ? null
      : dot("effects-level", x.at(stationary.x), y.at(stationary.y), 5, "The surface is level here"),
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  const description = [`${figure.outcome} by ${figure.xLabel} and ${figure.yLabel}.`, ...figure.notes].join(
    " ",
  );
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

function keyItems({ firstAxis, stationary, points }: SurfaceFigure): readonly KeyItem[] {
  return [
    { words: "Both the same", mark: lineSample("effects-agreement") },
    { words: "Opposed", mark: lineSample("effects-disagreement") },
    ...(firstAxis === null ? [] : [{ words: "First principal axis", mark: lineSample("effects-axis") }]),
    ...(stationary === null
      ? []
      : [
          {
            words: "Level point",
            mark: (x: number, y: number) => dot("effects-level", x, y, 5, "Level point"),
          },
        ]),
    ...(points.length === 0
      ? []
      : [
          {
            words: "A pair of ratings",
            mark: (x: number, y: number) => dot("effects-dot", x, y, 2.25, "A pair of ratings"),
          },
        ]),
  ];
}

import { frame } from "../frame.ts";
import type { Child } from "../svg.ts";
import { plainAxis } from "./axis-language.ts";
import { namedPoints } from "./scatter/named-points.ts";
import { panelAxes, panelGrid, panelNotes, panelOn, plainScale, sheetOf } from "./scatter/panel.ts";
import type { BaujatFigure, EvidenceChartOptions } from "./values.ts";

/**
 * Which studies make the heterogeneity, and which of them move the result? To the right stands what adds to Q, at the
 * top what shifts the pooled estimate; the studies that the figure names are written out where there is room.
 *
 * Baujat B, et al. (2002). Stat Med 21: 2641–2652.
 */
export function baujatPlot(figure: BaujatFigure, options: EvidenceChartOptions): string {
  const { messages, id = "baujat", width = 640, standalone = false } = options;
  const { points } = figure;
  const sheet = sheetOf(width);
  const xAxis = plainAxis(figure.heterogeneityLabel, messages);
  const yAxis = plainAxis(figure.influenceLabel, messages);
  const y = plainScale(yAxis, [0, ...points.map(({ influence }) => influence)], sheet.bottom, sheet.top);
  const panel = panelOn(sheet, y);
  const x = plainScale(
    xAxis,
    [0, ...points.map(({ heterogeneity }) => heterogeneity)],
    panel.left,
    panel.right,
  );
  const axes = panelAxes(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y });
  const notes = panelNotes(figure.notes ?? [], panel, axes.bottom);
  const drawn = namedPoints(
    points.map(({ label, heterogeneity, influence, named }) => ({
      label,
      x: x.at(heterogeneity),
      y: y.at(influence),
      radius: 4,
      stands: named === "yes" ? "out" : "among",
      named: named === "yes" ? "yes" : "no",
    })),
    panel,
  );
  const children: readonly Child[] = [
    panelGrid(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y }),
    drawn.dots,
    drawn.labels,
    ...axes.drawn,
    notes.drawn,
  ];
  const named = points.filter((point) => point.named === "yes").map(({ label }) => label);
  const description = [
    messages.text("charts.evidence.scatter.words", {
      count: points.length,
      x: figure.heterogeneityLabel,
      y: figure.influenceLabel,
    }),
    ...(named.length === 0
      ? []
      : [messages.text("charts.evidence.scatter.labelled", { names: named.join("; ") })]),
    ...(figure.notes ?? []),
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import type { Child } from "../svg.ts";
import { plainAxis } from "./axis-language.ts";
import { namedPoints } from "./scatter/named-points.ts";
import { panelAxes, panelGrid, panelNotes, panelOn, plainScale, sheetOf } from "./scatter/panel.ts";
import { words } from "./strokes.ts";
import type { EvidenceChartOptions } from "./values.ts";

/** One rule: how often it rings without reason, and what it catches. */
export interface CalibrationPoint {
  readonly label: string;
  /** Per 100 sessions. */
  readonly falseAlarms: number;
  /** Of 100 falls. */
  readonly caught: number;
  readonly emphasis: "yes" | "no";
}

export interface CalibrationFigure {
  readonly title: string;
  readonly points: readonly CalibrationPoint[];
  /** Where the limit on false alarms lies. */
  readonly limit: number;
  readonly notes?: readonly string[];
}

/** What does each rule catch, and at what price? Up is more caught, left is fewer false alarms. */
export function calibrationPlot(figure: CalibrationFigure, options: EvidenceChartOptions): string {
  const { messages, id = "calibration", width = 640, standalone = false } = options;
  const { points, limit } = figure;
  const { text } = messages;
  const sheet = sheetOf(width);
  const xAxis = {
    ...plainAxis(text("charts.evidence.calibration.false-alarms"), messages),
    reference: limit,
  };
  const yAxis = plainAxis(text("charts.evidence.calibration.detected"), messages);
  const y = plainScale(yAxis, [0, 100, ...points.map(({ caught }) => caught)], sheet.bottom, sheet.top);
  const panel = panelOn(sheet, y);
  const rates = [0, limit, ...points.map(({ falseAlarms }) => falseAlarms)];
  const x = plainScale(xAxis, rates, panel.left, panel.right);
  const axes = panelAxes(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y });
  const notes = panelNotes(figure.notes ?? [], panel, axes.bottom);
  const drawn = namedPoints(
    points.map(({ label, falseAlarms, caught, emphasis }) => ({
      label,
      x: x.at(falseAlarms),
      y: y.at(caught),
      radius: emphasis === "yes" ? 6 : 4,
      stands: emphasis === "yes" ? "out" : "among",
      named: "yes",
    })),
    panel,
  );
  const children: readonly Child[] = [
    panelGrid(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y }),
    drawn.dots,
    words(
      "chart-small chart-halo",
      text("charts.evidence.calibration.limit", { limit }),
      x.at(limit) + 5,
      panel.top + 10,
    ),
    drawn.labels,
    ...axes.drawn,
    notes.drawn,
  ];
  const description = [
    ...points.map(({ label, falseAlarms, caught }) =>
      text("charts.evidence.calibration.words", {
        rule: label,
        detected: Math.round(caught),
        falseAlarms: decimal(falseAlarms, 1, messages),
      }),
    ),
    ...(figure.notes ?? []),
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

import type { StaffMessages } from "@concord/messages";
import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, group } from "../svg.ts";
import { axisIn } from "./axis-language.ts";
import { clipStroke } from "./clip.ts";
import { intervalWords } from "./effect-words.ts";
import { type KeyItem, keyLines, lineSample } from "./key.ts";
import { radialArc } from "./radial-arc.ts";
import { onArc, precisionAxis, radialGround, rayBand, standardizedAxis } from "./radial-ground.ts";
import { raterItems } from "./rater-items.ts";
import { dot, panelAxes, panelNotes, sheetOf } from "./scatter/panel.ts";
import { pointLabels } from "./scatter/point-labels.ts";
import { positionOf } from "./spacing.ts";
import { levelLine, polygon, stroke } from "./strokes.ts";
import type { EvidenceChartOptions, RadialFigure } from "./values.ts";

/**
 * Which studies agree with the pooled effect within their own error? Galbraith's radial plot: the slope of the ray from
 * the origin through a study is its effect, read on the arc; 95 of 100 studies would lie in the band of ±1.96 around
 * the pooled ray if all had one true effect.
 *
 * Galbraith RF (1988). Technometrics 30: 271–281.
 */
export function radialPlot(given: RadialFigure, options: EvidenceChartOptions): string {
  const { messages, id = "radial", width = 640, standalone = false } = options;
  const figure = { ...given, axis: axisIn(given.axis, messages) };
  const { axis, points, pooled } = figure;
  const slope = positionOf(axis.spacing, pooled.estimate);
  const ground = radialGround(figure, slope, sheetOf(width, 56), messages);
  const { x, y, origin, panel } = ground;
  const ray = clipStroke(origin, onArc(ground, slope), panel);
  const arc = radialArc(figure, ground, messages);
  const axes = panelAxes(
    panel,
    { axis: precisionAxis(messages), scale: x },
    { axis: standardizedAxis(messages), scale: y },
  );
  const key = keyLines(keyItems(figure, messages), panel.margin, width - panel.margin, axes.bottom + 8);
  const notes = panelNotes(figure.notes ?? [], panel, axes.bottom + 8 + key.height);
  const children: readonly Child[] = [
    polygon("evidence-ray-band", rayBand(ground, slope)),
    levelLine("evidence-reference", panel.left, panel.right, origin[1]),
    ray === null ? null : stroke("evidence-fit", ray),
    group(
      "evidence-points",
      points.map(({ label, precision, standardized, rater }) =>
        element(
          "g",
          { class: rater === undefined ? "evidence-row" : `evidence-row evidence-row--${rater}` },
          [
            dot(
              "evidence-point",
              x.at(precision),
              y.at(standardized),
              4,
              messages.text("charts.evidence.radial.point", {
                label,
                value: decimal(standardized, 2, messages),
              }),
            ),
          ],
        ),
      ),
    ),
    pointLabels(
      points.map(({ label, precision, standardized, named }) => ({
        x: x.at(precision),
        y: y.at(standardized),
        radius: 4,
        words: named === "yes" ? label : null,
      })),
      panel,
      arc.obstacles,
    ),
    arc.drawn,
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  const description = [
    messages.text("charts.evidence.radial.words", { count: points.length }),
    messages.text("charts.words.named", { label: figure.pooledLabel, value: intervalWords(pooled, axis) }),
    ...(figure.notes ?? []),
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

function keyItems(figure: RadialFigure, messages: StaffMessages): readonly KeyItem[] {
  const ray: KeyItem["mark"] = (x, y) =>
    element("g", {}, [
      element("rect", { class: "evidence-ray-band", x: x - 9, y: y - 5, width: 18, height: 10 }),
      lineSample("evidence-fit")(x, y),
    ]);
  return [
    { words: messages.text("charts.evidence.radial.pooled", { label: figure.pooledLabel }), mark: ray },
    ...raterItems(
      figure.points.map(({ rater }) => rater),
      "point",
      messages,
    ),
  ];
}

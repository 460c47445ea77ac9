import type { StaffMessages } from "@concord/messages";
import { max } from "d3-array";
import { frame } from "../frame.ts";
import { type Child, element, group } from "../svg.ts";
import { axisIn, plainAxis } from "./axis-language.ts";
import { clipPolygon, clipStroke, type Place } from "./clip.ts";
import { effectScale, effectStretch } from "./effect-scale.ts";
import { effectWords, intervalWords } from "./effect-words.ts";
import { type KeyItem, keyLines, lineSample } from "./key.ts";
import { raterItems } from "./rater-items.ts";
import { dot, panelAxes, panelGrid, panelNotes, panelOn, plainScale, sheetOf } from "./scatter/panel.ts";
import { pointLabels } from "./scatter/point-labels.ts";
import { positionOf } from "./spacing.ts";
import { polygon, stroke } from "./strokes.ts";
import type { BubbleFigure, EvidenceChartOptions } from "./values.ts";

/**
 * Does the effect change with a number the studies differ in? Each study as a bubble with its area in proportion to its
 * weight, over the fitted line with the interval of the mean effect and, if given, the prediction interval.
 *
 * Thompson SG, Higgins JPT (2002). Stat Med 21: 1559–1573.
 */
export function bubblePlot(figure: BubbleFigure, options: EvidenceChartOptions): string {
  const { messages, id = "bubble", width = 640, standalone = false } = options;
  const { points, fit } = figure;
  const axis = axisIn(figure.axis, messages);
  const sheet = sheetOf(width);
  const moderatorAxis = plainAxis(figure.moderatorLabel, messages);
  const moderators = [...points, ...fit].map(({ moderator }) => moderator);
  const [low, high] = effectStretch(axis, [...points, ...fit].flatMap(shownValues), fit);
  const y = effectScale(axis, [low, high], sheet.bottom, sheet.top);
  const panel = panelOn(sheet, y);
  const x = plainScale(moderatorAxis, moderators, panel.left, panel.right);
  const at = (moderator: number, value: number): Place => [
    x.project(moderator),
    y.project(positionOf(axis.spacing, value)),
  ];
  const between = (
    className: string,
    bounds: readonly { moderator: number; lower: number; upper: number }[],
  ) =>
    bounds.length < 2
      ? null
      : polygon(
          className,
          clipPolygon(
            [
              ...bounds.map(({ moderator, lower }) => at(moderator, lower)),
              ...[...bounds].reverse().map(({ moderator, upper }) => at(moderator, upper)),
            ],
            panel,
          ),
        );
  const predicted = fit.flatMap(({ moderator, prediction }) =>
    prediction === undefined ? [] : [{ moderator, ...prediction }],
  );
  const along = (className: string, places: readonly Place[]): readonly Child[] =>
    places.slice(1).map((place, index) => {
      const piece = clipStroke(places[index] ?? place, place, panel);
      return piece === null ? null : stroke(className, piece);
    });
  const largest = max(points, ({ weight }) => weight) ?? 0;
  const radius = (weight: number) => bubbleRadius(weight, largest, panel.narrow ? 13 : 18);
  const bubbles = [...points].sort((a, b) => b.weight - a.weight);
  const axes = panelAxes(panel, { axis: moderatorAxis, scale: x }, { axis, scale: y });
  const key = keyLines(
    keyItems(figure, predicted.length > 0, messages),
    panel.margin,
    width - panel.margin,
    axes.bottom + 8,
  );
  const notes = panelNotes(figure.notes ?? [], panel, axes.bottom + 8 + key.height);
  const children: readonly Child[] = [
    panelGrid(panel, { axis: moderatorAxis, scale: x }, { axis, scale: y }),
    between("evidence-predicted", predicted),
    group("evidence-predicted-edges", [
      ...along(
        "evidence-predicted-edge",
        predicted.map(({ moderator, lower }) => at(moderator, lower)),
      ),
      ...along(
        "evidence-predicted-edge",
        predicted.map(({ moderator, upper }) => at(moderator, upper)),
      ),
    ]),
    between("evidence-fit-band", fit),
    group(
      "evidence-fit-line",
      along(
        "evidence-fit",
        fit.map(({ moderator, estimate }) => at(moderator, estimate)),
      ),
    ),
    group(
      "evidence-points",
      bubbles.map(({ label, moderator, estimate, weight, rater }) =>
        element(
          "g",
          { class: rater === undefined ? "evidence-row" : `evidence-row evidence-row--${rater}` },
          [
            dot(
              "evidence-bubble",
              x.at(moderator),
              y.at(estimate),
              radius(weight),
              messages.text("charts.evidence.bubble.point", {
                label,
                effect: effectWords(estimate, axis),
                moderator: messages.format.number(moderator, plainNumber),
              }),
            ),
          ],
        ),
      ),
    ),
    pointLabels(
      bubbles.map(({ label, moderator, estimate, weight, named }) => ({
        x: x.at(moderator),
        y: y.at(estimate),
        radius: radius(weight),
        words: named === "yes" ? label : null,
      })),
      panel,
    ),
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  return frame(
    {
      id,
      width,
      height: notes.bottom,
      title: figure.title,
      description: describeBubble(figure, messages),
      standalone,
    },
    children,
  );
}

/** Areas in proportion to weights; what would be too small to see gets the smallest radius. */
export function bubbleRadius(weight: number, largestWeight: number, largestRadius: number): number {
  if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY)
    throw new RangeError(`a bubble requires a weight of zero or more: ${weight}`);
  const share = largestWeight > 0 ? Math.min(1, weight / largestWeight) : 1;
  return Math.max(2.5, largestRadius * Math.sqrt(share));
}

function shownValues(of: BubbleFigure["points"][number] | BubbleFigure["fit"][number]): readonly number[] {
  if (!("lower" in of)) return [of.estimate];
  const { lower, estimate, upper, prediction } = of;
  return [lower, estimate, upper, ...(prediction === undefined ? [] : [prediction.lower, prediction.upper])];
}

function keyItems(figure: BubbleFigure, predicted: boolean, messages: StaffMessages): readonly KeyItem[] {
  const sample =
    (className: string): KeyItem["mark"] =>
    (x, y) =>
      element("rect", { class: className, x: x - 9, y: y - 5, width: 18, height: 10 });
  const line: KeyItem["mark"] = (x, y) =>
    element("g", {}, [sample("evidence-fit-band")(x, y), lineSample("evidence-fit")(x, y)]);
  return [
    ...(figure.fit.length < 2 ? [] : [{ words: figure.fitLabel, mark: line }]),
    ...(predicted
      ? [
          {
            words: figure.predictionLabel ?? messages.text("charts.evidence.bubble.prediction"),
            mark: sample("evidence-predicted evidence-predicted-key"),
          },
        ]
      : []),
    ...raterItems(
      figure.points.map(({ rater }) => rater),
      "bubble",
      messages,
    ),
  ];
}

/** A moderator as it is: a year has no thousands. */
const plainNumber = { useGrouping: false, maximumFractionDigits: 6 } as const;

function describeBubble(figure: BubbleFigure, messages: StaffMessages): string {
  const { text, format } = messages;
  const axis = axisIn(figure.axis, messages);
  const ends = [figure.fit[0], figure.fit.at(-1)].flatMap((each) =>
    each === undefined
      ? []
      : [
          text("charts.evidence.bubble.at", {
            effect: intervalWords(each, axis),
            moderator: format.number(each.moderator, plainNumber),
          }),
        ],
  );
  return [
    text("charts.evidence.bubble.words", {
      count: figure.points.length,
      moderator: figure.moderatorLabel,
    }),
    ...(ends.length < 2
      ? []
      : [text("charts.words.named", { label: figure.fitLabel, value: ends.join("; ") })]),
    ...(figure.notes ?? []),
  ].join(" ");
}

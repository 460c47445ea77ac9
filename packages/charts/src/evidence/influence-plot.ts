import type { StaffMessages } from "@concord/messages";
import { frame } from "../frame.ts";
import { type Child, element, group } from "../svg.ts";
import { axisIn, plainAxis } from "./axis-language.ts";
import { effectAxisBelow, effectGrid, tickMarks } from "./effect-axis.ts";
import { type EffectScale, effectScale, effectStretch } from "./effect-scale.ts";
import { effectWords, intervalWords } from "./effect-words.ts";
import { type InfluenceColumns, influenceColumns, influenceLines } from "./influence/columns.ts";
import { drawInfluenceLine } from "./influence/draw-line.ts";
import { panelNotes } from "./scatter/panel.ts";
import { levelLine, uprightLine, words } from "./strokes.ts";
import { fitWords } from "./text-width.ts";
import type { EvidenceChartOptions, InfluenceFigure } from "./values.ts";

const top = 40;

/**
 * Does the result hang on one study? On the left what the others say without it, beside the estimate of all; on the
 * right how far the model moves, as Cook's distance. Influential studies carry a mark and a bold name.
 *
 * Viechtbauer W, Cheung MW-L (2010). Res Synth Methods 1: 112–125.
 */
export function influencePlot(given: InfluenceFigure, options: EvidenceChartOptions): string {
  const { messages, id = "influence", width = 960, standalone = false } = options;
  const figure = { ...given, axis: axisIn(given.axis, messages) };
  const distanceAxis = plainAxis(messages.text("charts.evidence.influence.cooks"), messages);
  const { axis, rows, all, cooksThreshold } = figure;
  const columns = influenceColumns(figure, width);
  const { margin } = columns;
  const lines = influenceLines(figure, columns, top);
  const last = lines.at(-1);
  const bottom = (last === undefined ? top + 24 : last.top + last.height) + 6;
  const withouts = rows.map(({ without }) => without);
  const effects = effectScale(
    axis,
    effectStretch(axis, [all.lower, all.upper], withouts),
    ...columns.estimates,
  );
  const distances = effectScale(distanceAxis, [0, 1.06 * largestDistance(figure)], ...columns.distances);
  const below = effectAxisBelow(axis, effects, bottom, { left: margin, right: columns.distances[0] - 12 });
  const notes = panelNotes(figure.notes ?? [], { width, margin }, bottom + below.height);
  const context = { columns, axis, effects, distances, messages };
  const children: readonly Child[] = [
    ...heading(figure, columns, messages),
    group("evidence-grids", [
      ...effectGrid(axis, effects, [[top - 8, bottom]]),
      ...effectGrid(distanceAxis, distances, [[top - 8, bottom]]),
    ]),
    allStudies(figure, effects, bottom, messages),
    cooksThreshold === null
      ? null
      : uprightLine("evidence-threshold", distances.at(cooksThreshold), top - 8, bottom),
    ...lines.map((line) => drawInfluenceLine(line, context)),
    rows.length === 0 ? words("chart-small", messages.text("charts.evidence.empty"), margin, top + 16) : null,
    below.drawn,
    group("evidence-axis", [
      levelLine("chart-baseline", ...columns.distances, bottom),
      ...tickMarks(distances, bottom, { left: columns.distances[0] - 10, right: width - margin }),
    ]),
    notes.drawn,
  ];
  return frame(
    {
      id,
      width,
      height: notes.bottom,
      title: figure.title,
      description: describe(figure, messages),
      standalone,
    },
    children,
  );
}

function largestDistance({ rows, cooksThreshold }: InfluenceFigure): number {
  return rows.reduce(
    (largest, { cooksDistance }) => Math.max(largest, cooksDistance ?? 0),
    Math.max(cooksThreshold ?? 0, 1e-6),
  );
}

/** The estimate of all studies as a line in the tint of its interval. */
function allStudies(
  { axis, all }: InfluenceFigure,
  effects: EffectScale,
  bottom: number,
  { text }: StaffMessages,
): Child {
  return element("g", { class: "evidence-pooled" }, [
    element("title", {}, [text("charts.words.item", { label: all.label, value: intervalWords(all, axis) })]),
    element("rect", {
      class: "evidence-all-band",
      x: effects.at(all.lower),
      y: top - 8,
      width: Math.max(0, effects.at(all.upper) - effects.at(all.lower)),
      height: bottom - top + 8,
    }),
    uprightLine("evidence-pooled-line", effects.at(all.estimate), top - 8, bottom),
  ]);
}

function heading(
  figure: InfluenceFigure,
  columns: InfluenceColumns,
  { text }: StaffMessages,
): readonly Child[] {
  const { margin, numbers, narrow, width } = columns;
  const first = narrow
    ? text("charts.words.pair", { first: figure.rowHeading, second: figure.estimateHeading })
    : figure.rowHeading;
  const room = narrow ? columns.distances[0] - margin - 8 : columns.label;
  const distance = text(narrow ? "charts.evidence.influence.cooks-short" : "charts.evidence.influence.cooks");
  return [
    words("evidence-column", fitWords(first, room, 11, "bold"), margin, 16),
    numbers === null ? null : words("evidence-column", figure.estimateHeading, numbers, 16, "end"),
    words("evidence-column", distance, width - margin, 16, "end"),
    levelLine("chart-baseline", margin, width - margin, 24),
  ];
}

function describe({ axis, rows, all, notes = [] }: InfluenceFigure, { text }: StaffMessages): string {
  const estimates = rows.map(({ without }) => without.estimate);
  const [least, most] = [Math.min(...estimates), Math.max(...estimates)];
  const influential = rows.filter(({ verdict }) => verdict === "influential").map(({ label }) => label);
  return [
    text("charts.words.named", { label: all.label, value: intervalWords(all, axis) }),
    ...(rows.length === 0
      ? []
      : [
          text("charts.evidence.influence.range", {
            low: effectWords(least, axis),
            high: effectWords(most, axis),
          }),
        ]),
    influential.length === 0
      ? text("charts.evidence.influence.none")
      : text("charts.evidence.influence.names", { names: influential.join("; ") }),
    ...notes,
  ].join(" ");
}

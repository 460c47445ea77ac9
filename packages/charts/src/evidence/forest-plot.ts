import type { StaffMessages } from "@concord/messages";
import { axisIn } from "./axis-language.ts";
import { boundsWords, intervalWords } from "./effect-words.ts";
import type { Density } from "./forest/columns.ts";
import { drawForest } from "./forest/draw-forest.ts";
import type { EvidenceChartOptions, ForestFigure, PooledRow } from "./values.ts";

export interface ForestPlotOptions extends EvidenceChartOptions {
  /** "compact" draws low lines, for long lists. Without it lists of more than sixty effects are compact. */
  readonly density?: Density;
}

/**
 * What did each study find, how sure was it, and what do they say together?
 *
 * A square for each effect with its area in proportion to its weight, a line for its interval, an arrow where that
 * reaches beyond the axis; a diamond as wide as the pooled interval; a pale bar for the prediction interval. An effect
 * that could not be estimated keeps its line and says why. Below 560 pixels the numbers move under the labels, and in
 * a compact list the estimates alone remain.
 *
 * Lewis S, Clarke M (2001). BMJ 322: 1479–1480.
 */
export function forestPlot(figure: ForestFigure, options: ForestPlotOptions): string {
  const { messages, id = "forest", width = 960, standalone = false } = options;
  const count = figure.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const density = options.density ?? (count > 60 ? "compact" : "comfortable");
  return drawForest(
    figure,
    { messages, id, width, standalone },
    { mark: "square", density, description: describeForest(figure, messages) },
  );
}

/** The figure in sentences: how many effects, what they give together, and what was said beneath. */
export function describeForest(figure: ForestFigure, messages: StaffMessages): string {
  const { text } = messages;
  const axis = axisIn(figure.axis, messages);
  const count = figure.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const pooled = (row: PooledRow, heading: string | null): readonly string[] => {
    const { label, effect, prediction } = row;
    const value = intervalWords(effect, axis);
    return [
      heading === null
        ? text("charts.words.named", { label, value })
        : text("charts.words.grouped", { heading, label, value }),
      ...(prediction
        ? [
            text("charts.words.named", {
              label: prediction.label,
              value: boundsWords(prediction.bounds, axis),
            }),
          ]
        : []),
    ];
  };
  return [
    text("charts.evidence.forest.words", { count, axis: axis.label }),
    ...figure.groups.flatMap(({ heading, pooled: rows = [] }) => rows.flatMap((row) => pooled(row, heading))),
    ...figure.overall.flatMap((row) => pooled(row, null)),
    ...(figure.notes ?? []),
  ].join(" ");
}

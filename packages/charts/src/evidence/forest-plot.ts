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
export function forestPlot(figure: ForestFigure, options: ForestPlotOptions = {}): string {
  const { id = "forest", width = 960, standalone = false } = options;
  const count = figure.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const density = options.density ?? (count > 60 ? "compact" : "comfortable");
  return drawForest(
    figure,
    { id, width, standalone },
    { mark: "square", density, description: describeForest(figure) },
  );
}

/** The figure in sentences: how many effects, what they give together, and what was said beneath. */
export function describeForest(figure: ForestFigure): string {
  const count = figure.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const pooled = (row: PooledRow) =>
    `${row.label}: ${intervalWords(row.effect, figure.axis)}.` +
    (row.prediction ? ` ${row.prediction.label}: ${boundsWords(row.prediction.bounds, figure.axis)}.` : "");
  return [
    `${count} ${count === 1 ? "effect" : "effects"} on the axis “${figure.axis.label}”.`,
    ...figure.groups.flatMap(({ heading, pooled: rows = [] }) =>
      rows.map((row) => `${heading === null ? "" : `${heading}: `}${pooled(row)}`),
    ),
    ...figure.overall.map(pooled),
    ...(figure.notes ?? []),
  ].join(" ");
}

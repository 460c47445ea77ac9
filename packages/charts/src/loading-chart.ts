import { intervalWords } from "./evidence/effect-words.ts";
import { drawForest } from "./evidence/forest/draw-forest.ts";
import type { EffectAxis, EvidenceChartOptions, ForestRow, IntervalEstimate } from "./evidence/values.ts";

/** How strongly each item shows each factor. Groups and rows are drawn in the order given. */
export interface LoadingFigure {
  readonly title: string;
  /** One for each factor, and one for what factors have with each other. */
  readonly groups: readonly LoadingGroup[];
  /** Coverage of the intervals in percent; 95 unless said. */
  readonly level?: number;
  readonly notes?: readonly string[];
}

export interface LoadingGroup {
  readonly heading: string;
  readonly rows: readonly LoadingRow[];
}

export interface LoadingRow {
  readonly label: string;
  /** The standardised path with its interval. */
  readonly path: IntervalEstimate;
  /** The share of the item that is explained; absent where the row is no item. */
  readonly explained?: number;
}

const axis: EffectAxis = {
  label: "Standardised path",
  spacing: "linear",
  reference: 0,
  zero: "bare",
};

/** What measures what, and how well? A dot and a line for each standardised path, factor by factor. */
export function loadingChart(figure: LoadingFigure, options: EvidenceChartOptions = {}): string {
  const { id = "loadings", width = 820, standalone = false } = options;
  const row = ({ label, path, explained }: LoadingRow): ForestRow => ({
    kind: "effect",
    label,
    effect: path,
    weight: 1,
    cells: [explained === undefined ? "" : explained.toFixed(2).replace(/^0/, "")],
  });
  return drawForest(
    {
      title: figure.title,
      axis,
      rowHeading: "Path",
      estimateHeading: `standardised [${figure.level ?? 95}% CI]`,
      columns: [{ heading: "R²", align: "end", side: "before" }],
      groups: figure.groups.map(({ heading, rows }) => ({ heading, rows: rows.map(row) })),
      overall: [],
      notes: figure.notes ?? [],
    },
    { id, width, standalone },
    { mark: "dot", density: "comfortable", description: describeLoadings(figure) },
  );
}

/** The figure in sentences: each factor with its weakest and strongest path. */
export function describeLoadings({ groups, notes = [] }: LoadingFigure): string {
  const parts = groups.flatMap(({ heading, rows }) => {
    const [first] = rows;
    if (first === undefined) return [];
    const weakest = rows.reduce((a, b) => (b.path.estimate < a.path.estimate ? b : a), first);
    const strongest = rows.reduce((a, b) => (b.path.estimate > a.path.estimate ? b : a), first);
    const range = `${weakest.label} ${intervalWords(weakest.path, axis)}`;
    return [
      rows.length === 1
        ? `${heading}: ${range}.`
        : `${heading}: from ${range} to ${strongest.label} ${intervalWords(strongest.path, axis)}.`,
    ];
  });
  return [...(parts.length === 0 ? ["No path is shown."] : parts), ...notes].join(" ");
}

import { intervalWords } from "./evidence/effect-words.ts";
import { drawForest } from "./evidence/forest/draw-forest.ts";
import type { EffectAxis, EvidenceChartOptions, ForestRow, IntervalEstimate } from "./evidence/values.ts";

/** How far each item goes with the others. Rows are drawn in the order given. */
export interface ItemFigure {
  readonly title: string;
  readonly rows: readonly ItemRow[];
  /** Coverage of the intervals in percent; 95 unless said. */
  readonly level?: number;
  readonly notes?: readonly string[];
}

export interface ItemRow {
  readonly label: string;
  /** The correlation with the sum of the other items, with its interval. */
  readonly rest: IntervalEstimate;
  readonly mean: number;
  /** α of the others alone. */
  readonly alphaWithout: number;
}

const axis: EffectAxis = {
  label: "Correlation with the other items",
  spacing: "linear",
  reference: 0,
  zero: "bare",
};

/** Which items carry a scale, and which would it do better without? */
export function itemChart(figure: ItemFigure, options: EvidenceChartOptions = {}): string {
  const { id = "items", width = 860, standalone = false } = options;
  const row = ({ label, rest, mean, alphaWithout }: ItemRow): ForestRow => ({
    kind: "effect",
    label,
    effect: rest,
    weight: 1,
    cells: [
      mean.toFixed(2),
      alphaWithout
        .toFixed(3)
        .replace(/^(-?)0/, "$1")
        .replace("-", "−"),
    ],
  });
  return drawForest(
    {
      title: figure.title,
      axis,
      rowHeading: "Item",
      estimateHeading: `r with the rest [${figure.level ?? 95}% CI]`,
      columns: [
        { heading: "mean", align: "end", side: "before" },
        { heading: "α without it", align: "end", side: "after" },
      ],
      groups: [{ heading: null, rows: figure.rows.map(row) }],
      overall: [],
      notes: figure.notes ?? [],
    },
    { id, width, standalone },
    {
      mark: "dot",
      density: figure.rows.length > 40 ? "compact" : "comfortable",
      description: describeItems(figure),
    },
  );
}

/** The figure in sentences: how many items, the weakest and the strongest. */
export function describeItems({ rows, notes = [] }: ItemFigure): string {
  const [first] = rows;
  if (first === undefined) return ["No item is shown.", ...notes].join(" ");
  const weakest = rows.reduce((a, b) => (b.rest.estimate < a.rest.estimate ? b : a), first);
  const strongest = rows.reduce((a, b) => (b.rest.estimate > a.rest.estimate ? b : a), first);
  return [
    `${rows.length} items by their correlation with the others, from ${weakest.label} ${intervalWords(weakest.rest, axis)}`,
    `to ${strongest.label} ${intervalWords(strongest.rest, axis)}.`,
    ...notes,
  ].join(" ");
}

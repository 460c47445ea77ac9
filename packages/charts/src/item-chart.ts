import type { StaffMessages } from "@concord/messages";
import { axisIn } from "./evidence/axis-language.ts";
import { effectWords, intervalWords } from "./evidence/effect-words.ts";
import { drawForest } from "./evidence/forest/draw-forest.ts";
import type { EffectAxis, EvidenceChartOptions, ForestRow, IntervalEstimate } from "./evidence/values.ts";
import { decimal } from "./numbers.ts";

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

const axisOf = (messages: StaffMessages): EffectAxis =>
  axisIn(
    { label: messages.text("charts.items.axis"), spacing: "linear", reference: 0, zero: "bare" },
    messages,
  );

/** Which items carry a scale, and which would it do better without? */
export function itemChart(figure: ItemFigure, options: EvidenceChartOptions): string {
  const { messages, id = "items", width = 860, standalone = false } = options;
  const { text } = messages;
  const axis = axisOf(messages);
  const row = ({ label, rest, mean, alphaWithout }: ItemRow): ForestRow => ({
    kind: "effect",
    label,
    effect: rest,
    weight: 1,
    cells: [
      decimal(mean, 2, messages),
      // Of two items one is left, which has no alpha.
      Number.isNaN(alphaWithout) ? "–" : effectWords(alphaWithout, { ...axis, decimals: 3 }),
    ],
  });
  return drawForest(
    {
      title: figure.title,
      axis,
      rowHeading: text("charts.items.row"),
      estimateHeading: text("charts.items.estimate", { level: figure.level ?? 95 }),
      columns: [
        { heading: text("charts.items.mean"), align: "end", side: "before" },
        { heading: text("charts.items.alpha"), align: "end", side: "after" },
      ],
      groups: [{ heading: null, rows: figure.rows.map(row) }],
      overall: [],
      notes: figure.notes ?? [],
    },
    { messages, id, width, standalone },
    {
      mark: "dot",
      density: figure.rows.length > 40 ? "compact" : "comfortable",
      description: describeItems(figure, messages),
    },
  );
}

/** The figure in sentences: how many items, the weakest and the strongest. */
export function describeItems({ rows, notes = [] }: ItemFigure, messages: StaffMessages): string {
  const axis = axisOf(messages);
  const [first] = rows;
  if (first === undefined) return [messages.text("charts.items.empty"), ...notes].join(" ");
  const weakest = rows.reduce((a, b) => (b.rest.estimate < a.rest.estimate ? b : a), first);
  const strongest = rows.reduce((a, b) => (b.rest.estimate > a.rest.estimate ? b : a), first);
  return [
    messages.text("charts.items.words", {
      count: rows.length,
      lowest: weakest.label,
      low: intervalWords(weakest.rest, axis),
      highest: strongest.label,
      high: intervalWords(strongest.rest, axis),
    }),
    ...notes,
  ].join(" ");
}

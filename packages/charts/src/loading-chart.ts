import type { StaffMessages } from "@concord/messages";
import { axisIn } from "./evidence/axis-language.ts";
import { effectWords, intervalWords } from "./evidence/effect-words.ts";
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

const axisOf = (messages: StaffMessages): EffectAxis =>
  axisIn(
    { label: messages.text("charts.loadings.axis"), spacing: "linear", reference: 0, zero: "bare" },
    messages,
  );

/** What measures what, and how well? A dot and a line for each standardised path, factor by factor. */
export function loadingChart(figure: LoadingFigure, options: EvidenceChartOptions): string {
  const { messages, id = "loadings", width = 820, standalone = false } = options;
  const { text } = messages;
  const axis = axisOf(messages);
  const row = ({ label, path, explained }: LoadingRow): ForestRow => ({
    kind: "effect",
    label,
    effect: path,
    weight: 1,
    cells: [explained === undefined ? "" : effectWords(explained, axis)],
  });
  return drawForest(
    {
      title: figure.title,
      axis,
      rowHeading: text("charts.loadings.row"),
      estimateHeading: text("charts.loadings.estimate", { level: figure.level ?? 95 }),
      columns: [{ heading: "R²", align: "end", side: "before" }],
      groups: figure.groups.map(({ heading, rows }) => ({ heading, rows: rows.map(row) })),
      overall: [],
      notes: figure.notes ?? [],
    },
    { messages, id, width, standalone },
    { mark: "dot", density: "comfortable", description: describeLoadings(figure, messages) },
  );
}

/** The figure in sentences: each factor with its weakest and strongest path. */
export function describeLoadings({ groups, notes = [] }: LoadingFigure, messages: StaffMessages): string {
  const { text } = messages;
  const axis = axisOf(messages);
  const parts = groups.flatMap(({ heading, rows }) => {
    const [first] = rows;
    if (first === undefined) return [];
    const weakest = rows.reduce((a, b) => (b.path.estimate < a.path.estimate ? b : a), first);
    const strongest = rows.reduce((a, b) => (b.path.estimate > a.path.estimate ? b : a), first);
    const low = intervalWords(weakest.path, axis);
    return [
      rows.length === 1
        ? text("charts.loadings.one", { heading, label: weakest.label, effect: low })
        : text("charts.loadings.range", {
            heading,
            weakest: weakest.label,
            low,
            strongest: strongest.label,
            high: intervalWords(strongest.path, axis),
          }),
    ];
  });
  return [...(parts.length === 0 ? [text("charts.loadings.empty")] : parts), ...notes].join(" ");
}

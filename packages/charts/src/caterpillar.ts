import type { StaffMessages } from "@concord/messages";
import { axisIn } from "./evidence/axis-language.ts";
import { intervalWords } from "./evidence/effect-words.ts";
import { drawForest } from "./evidence/forest/draw-forest.ts";
import type { EffectAxis, EvidenceChartOptions, ForestRow, IntervalEstimate } from "./evidence/values.ts";

/** How far each group lies from the average, shrunken, with its interval. Rows are drawn in the order given. */
export interface CaterpillarFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  /** Above the labels: "Therapist". */
  readonly rowHeading: string;
  /** Above the numbers: "difference [95% CI]". */
  readonly estimateHeading: string;
  /** Above what each group's effect rests on, such as "clients"; without it there is no such column. */
  readonly basisHeading?: string;
  readonly rows: readonly CaterpillarRow[];
  readonly notes?: readonly string[];
}

export type CaterpillarRow =
  | {
      readonly kind: "shown";
      readonly label: string;
      readonly effect: IntervalEstimate;
      readonly basis?: string;
    }
  | { readonly kind: "hidden"; readonly label: string; readonly reason: string; readonly basis?: string };

/**
 * How much do groups differ, and how surely? A dot and a line for each group around the average of all. Long lines that
 * overlap are the message as much as the dots: neighbours in such a figure cannot be told apart.
 *
 * Goldstein H, Spiegelhalter DJ (1996). J R Stat Soc A 159: 385–443.
 */
export function caterpillarChart(figure: CaterpillarFigure, options: EvidenceChartOptions): string {
  const { messages, id = "caterpillar", width = 960, standalone = false } = options;
  const { title, axis, rowHeading, estimateHeading, basisHeading, notes = [] } = figure;
  return drawForest(
    {
      title,
      axis,
      rowHeading,
      estimateHeading,
      columns: basisHeading === undefined ? [] : [{ heading: basisHeading, align: "end", side: "before" }],
      groups: [{ heading: null, rows: figure.rows.map((row) => drawnRow(row, basisHeading !== undefined)) }],
      overall: [],
      notes,
    },
    { messages, id, width, standalone },
    {
      mark: "dot",
      density: figure.rows.length > 60 ? "compact" : "comfortable",
      description: describeCaterpillar(figure, messages),
    },
  );
}

/** The figure in sentences: how many groups, how far apart their effects lie, how many are surely off the average. */
export function describeCaterpillar(
  { axis: given, rows, notes = [] }: CaterpillarFigure,
  messages: StaffMessages,
): string {
  const axis = axisIn(given, messages);
  const shown = rows.flatMap((row) => (row.kind === "shown" ? [row] : []));
  const [first] = shown;
  if (first === undefined) return [messages.text("charts.caterpillar.empty"), ...notes].join(" ");
  const least = shown.reduce((a, b) => (b.effect.estimate < a.effect.estimate ? b : a), first);
  const most = shown.reduce((a, b) => (b.effect.estimate > a.effect.estimate ? b : a), first);
  const reference = axis.reference ?? 0;
  const apart = shown.filter(({ effect }) => effect.lower > reference || effect.upper < reference).length;
  return [
    messages.text("charts.caterpillar.words", {
      count: shown.length,
      axis: axis.label,
      low: intervalWords(least.effect, axis),
      high: intervalWords(most.effect, axis),
      apart,
    }),
    ...notes,
  ].join(" ");
}

function drawnRow(row: CaterpillarRow, hasBasis: boolean): ForestRow {
  const cells = hasBasis ? { cells: [row.basis ?? ""] } : {};
  return row.kind === "shown"
    ? { kind: "effect", label: row.label, effect: row.effect, weight: 1, ...cells }
    : { kind: "absent", label: row.label, reason: row.reason, ...cells };
}

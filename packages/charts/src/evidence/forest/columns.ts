import { max } from "d3-array";
import { boundsWords, effectWords, intervalWords } from "../effect-words.ts";
import { textWidth } from "../text-width.ts";
import type { ForestFigure, IntervalEstimate } from "../values.ts";

/** "compact" is for long lists: one low line for each effect. */
export type Density = "comfortable" | "compact";

/** Where the written numbers stand: in three columns of their own, under the label, or as the estimate alone. */
export type NumbersPlace =
  | { readonly kind: "beside"; readonly estimate: number; readonly lower: number; readonly upper: number }
  | { readonly kind: "under" }
  | { readonly kind: "estimate"; readonly estimate: number };

export interface CellPlace {
  readonly index: number;
  readonly x: number;
  readonly align: "start" | "end";
  readonly width: number;
}

/** Everything of a forest that does not depend on the line. */
export interface ForestColumns {
  readonly width: number;
  readonly narrow: boolean;
  readonly density: Density;
  readonly size: number;
  readonly margin: number;
  readonly label: { readonly x: number; readonly width: number };
  /** From the labels to the plot: what a heading or a pooled label may take. */
  readonly span: number;
  readonly cells: readonly CellPlace[];
  readonly plot: { readonly left: number; readonly right: number };
  readonly numbers: NumbersPlace;
}

export const indent = 12;
const columnGap = 16;

/** Divides the width: labels, texts before, plot, texts after, numbers. Texts give way before the plot does. */
export function forestColumns(figure: ForestFigure, width: number, density: Density): ForestColumns {
  const narrow = width < 560;
  const size = density === "compact" ? 11 : 12;
  const margin = narrow ? 8 : 12;
  const [left, right] = [margin, width - margin];
  const rows = figure.groups.flatMap(({ heading, rows }) =>
    rows.map((row) => ({ row, indented: heading === null ? 0 : indent })),
  );
  const labels = max(rows, ({ row, indented }) => textWidth(row.label, size) + indented) ?? 0;
  const wantedLabel =
    Math.max(labels, textWidth(figure.rowHeading, 11, "bold"), pooledLabels(figure, size, narrow ? 3 : 2)) +
    2;
  const shared = { width, narrow, density, size, margin };
  if (narrow && density === "comfortable") {
    const numbers =
      max(allEffects(figure), (effect) => textWidth(intervalWords(effect, figure.axis), 11)) ?? 0;
    const labelWidth = Math.max(numbers + indent, Math.min(wantedLabel, 0.46 * width));
    const plot = { left: left + labelWidth + 12, right };
    return {
      ...shared,
      label: { x: left, width: labelWidth },
      span: right - left,
      cells: [],
      plot,
      numbers: { kind: "under" },
    };
  }
  if (narrow) {
    const estimates =
      max(allEffects(figure), ({ estimate }) => textWidth(effectWords(estimate, figure.axis), 11)) ?? 0;
    const labelWidth = Math.min(wantedLabel, 0.42 * width);
    return {
      ...shared,
      label: { x: left, width: labelWidth },
      span: right - left,
      cells: [],
      plot: { left: left + labelWidth + 10, right: right - estimates - 10 },
      numbers: { kind: "estimate", estimate: right },
    };
  }
  const numbers = numbersBeside(figure, size, right);
  const labelWidth = Math.min(wantedLabel, 0.34 * width);
  const columns = keptColumns(figure, size, numbers.from - columnGap - left - labelWidth);
  const before = columns.filter(({ side }) => side === "before");
  const after = columns.filter(({ side }) => side === "after");
  let x = left + labelWidth;
  const placedBefore = before.map((column): CellPlace => {
    const start = x + columnGap;
    x = start + column.width;
    return {
      index: column.index,
      align: column.align,
      width: column.width,
      x: column.align === "start" ? start : x,
    };
  });
  const plotLeft = x + columnGap + 4;
  let end = numbers.from - columnGap;
  const placedAfter = [...after].reverse().map((column): CellPlace => {
    const stop = end;
    end = stop - column.width - columnGap;
    return {
      index: column.index,
      align: column.align,
      width: column.width,
      x: column.align === "end" ? stop : stop - column.width,
    };
  });
  return {
    ...shared,
    label: { x: left, width: labelWidth },
    span: plotLeft - columnGap - left,
    cells: [...placedBefore, ...placedAfter],
    plot: { left: plotLeft, right: end - 4 },
    numbers: numbers.place,
  };
}

/**
 * What pooled labels take when they break into as many lines as they may: short names of studies must not cut what
 * the diamond is called. Columns of texts before the plot give them room enough.
 */
function pooledLabels(figure: ForestFigure, size: number, lines: number): number {
  if ((figure.columns ?? []).some(({ side }) => side === "before")) return 0;
  const rows = [
    ...figure.overall.map((row) => ({ row, indented: 0 })),
    ...figure.groups.flatMap(({ pooled = [] }) => pooled.map((row) => ({ row, indented: indent }))),
  ];
  const needs = rows.flatMap(({ row, indented }) =>
    [row.label, row.prediction?.label ?? ""].map((label) => {
      const longestWord = max(label.split(" "), (word) => textWidth(word, size, "bold")) ?? 0;
      return indented + Math.max(longestWord, textWidth(label, size, "bold") / lines + longestWord / 2);
    }),
  );
  return max(needs) ?? 0;
}

export function allEffects(figure: ForestFigure): readonly IntervalEstimate[] {
  const pooled = [...figure.overall, ...figure.groups.flatMap((group) => group.pooled ?? [])];
  return [
    ...figure.groups.flatMap(({ rows }) =>
      rows.flatMap((row) => (row.kind === "effect" ? [row.effect] : [])),
    ),
    ...pooled.map(({ effect }) => effect),
  ];
}

/** Three columns, so that decimal points stand under each other. */
function numbersBeside(
  figure: ForestFigure,
  size: number,
  right: number,
): { readonly from: number; readonly place: NumbersPlace } {
  const { axis } = figure;
  const bounds = [
    ...allEffects(figure),
    ...figure.overall.flatMap(({ prediction }) => (prediction ? [prediction.bounds] : [])),
    ...figure.groups.flatMap(({ pooled = [] }) =>
      pooled.flatMap(({ prediction }) => (prediction ? [prediction.bounds] : [])),
    ),
  ];
  // Pooled numbers are bold and may stand a little into the gap.
  const widest = (texts: readonly string[]) => max(texts, (text) => textWidth(text, size)) ?? 0;
  const parts = bounds.map((each) => boundsWords(each, axis).split(" "));
  const upper = right;
  const lower = upper - widest(parts.map((part) => part[1] ?? "")) - 6;
  const estimate = lower - widest(parts.map((part) => part[0] ?? "")) - 9;
  const estimates = allEffects(figure).map((each) => effectWords(each.estimate, axis));
  const from = Math.min(
    estimate - 1.1 * widest(estimates),
    right - textWidth(figure.estimateHeading, 11, "bold"),
  );
  return { from, place: { kind: "beside", estimate, lower, upper } };
}

/** The columns for which there is room when the plot keeps at least a third of it and 220 pixels. */
function keptColumns(figure: ForestFigure, size: number, room: number) {
  const texts = figure.groups.flatMap(({ rows, pooled = [] }) => [...rows, ...pooled]);
  const columns = (figure.columns ?? []).map((column, index) => {
    const cells = [...texts, ...figure.overall].map(({ cells = [] }) => textWidth(cells[index] ?? "", size));
    const width = Math.min(Math.max(textWidth(column.heading, 11, "bold"), max(cells) ?? 0) + 1, 150);
    return { ...column, index, width };
  });
  const needed = Math.max(220, room / 3);
  while (
    columns.length > 0 &&
    room - columns.reduce((sum, { width }) => sum + width + columnGap, 0) < needed
  ) {
    columns.pop();
  }
  return columns;
}

import { textWidth, wrapWords } from "../text-width.ts";
import type { Bounds, ForestFigure, ForestGroup, ForestRow, PooledRow } from "../values.ts";
import { type ForestColumns, indent } from "./columns.ts";

type EffectRow = Extract<ForestRow, { readonly kind: "effect" }>;
type AbsentRow = Extract<ForestRow, { readonly kind: "absent" }>;
export type Level = "group" | "overall";

/** One line of a forest, from top to bottom. */
export type ForestLine =
  | { readonly kind: "heading"; readonly texts: readonly string[] }
  | {
      readonly kind: "effect";
      readonly row: EffectRow;
      readonly texts: readonly string[];
      readonly indent: number;
    }
  | {
      readonly kind: "absent";
      readonly row: AbsentRow;
      readonly texts: readonly string[];
      readonly indent: number;
    }
  | {
      readonly kind: "pooled";
      readonly row: PooledRow;
      readonly texts: readonly string[];
      readonly level: Level;
    }
  | {
      readonly kind: "prediction";
      readonly bounds: Bounds;
      readonly texts: readonly string[];
      readonly level: Level;
    }
  | { readonly kind: "note"; readonly texts: readonly string[] }
  | { readonly kind: "rule" }
  | { readonly kind: "space" };

export type PlacedLine = ForestLine & {
  readonly top: number;
  readonly height: number;
  /** Which group the line belongs to; the last index plus one for the overall part. */
  readonly group: number;
  /** "stops" where words run across the plot, so that its long lines pause there. */
  readonly plot: "runs" | "stops";
};

export const textStep = { comfortable: 15, compact: 14 } as const;

/** Breaks every label into lines, and gives every line of the figure its place. */
export function forestLines(
  figure: ForestFigure,
  columns: ForestColumns,
  top: number,
): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  let y = top;
  const add = (lines: readonly ForestLine[], group: number) => {
    for (const line of lines) {
      const height = heightOf(line, columns);
      placed.push({ ...line, top: y, height, group, plot: crosses(line, columns) ? "stops" : "runs" });
      y += height;
    }
  };
  figure.groups.forEach((group, index) => {
    if (index > 0) add([{ kind: "space" }], index);
    add(groupLines(group, columns), index);
  });
  if (figure.overall.length > 0) {
    if (placed.length > 0) add([{ kind: "space" }, { kind: "rule" }], figure.groups.length);
    add(
      figure.overall.flatMap((row) => pooledLines(row, columns, "overall")),
      figure.groups.length,
    );
  }
  return placed;
}

function groupLines(group: ForestGroup, columns: ForestColumns): readonly ForestLine[] {
  const { heading, rows, pooled = [], notes = [] } = group;
  const inward = heading === null ? 0 : indent;
  const wide = columns.span;
  const noteWidth = columns.narrow ? wide : wide - inward;
  return [
    ...(heading === null
      ? []
      : [{ kind: "heading" as const, texts: wrapWords(heading, wide, 12, "bold", 2) }]),
    ...rows.map((row): ForestLine => {
      const most = columns.density === "compact" ? 1 : 2;
      const texts = wrapWords(row.label, columns.label.width - inward, columns.size, "normal", most);
      return row.kind === "effect"
        ? { kind: "effect", row, texts, indent: inward }
        : { kind: "absent", row, texts, indent: inward };
    }),
    ...pooled.flatMap((row) => pooledLines(row, columns, "group")),
    ...notes.map((note): ForestLine => ({ kind: "note", texts: wrapWords(note, noteWidth, 11) })),
  ];
}

function pooledLines(row: PooledRow, columns: ForestColumns, level: Level): readonly ForestLine[] {
  const inward = level === "group" ? indent : 0;
  const beside = columns.numbers.kind === "beside";
  const hasCells = columns.cells.some(({ index }) => (row.cells?.[index] ?? "") !== "");
  const width = (beside && !hasCells ? columns.span : columns.label.width) - inward;
  const { prediction = null } = row;
  const wrap = (text: string, weight: "normal" | "bold") => wrapWords(text, width, columns.size, weight, 3);
  return [
    { kind: "pooled", row, texts: wrap(row.label, "bold"), level },
    ...(prediction === null
      ? []
      : [
          {
            kind: "prediction" as const,
            bounds: prediction.bounds,
            texts: wrap(prediction.label, "normal"),
            level,
          },
        ]),
  ];
}

function heightOf(line: ForestLine, columns: ForestColumns): number {
  const step = textStep[columns.density];
  const under = columns.numbers.kind === "under" ? 1 : 0;
  const compact = columns.density === "compact";
  switch (line.kind) {
    case "heading":
      return line.texts.length * 15 + (compact ? 4 : 8);
    case "effect":
      return (line.texts.length + under) * step + (compact ? 2 : under === 1 ? 8 : 9);
    case "absent":
      return (line.texts.length + under) * step + (compact ? 2 : under === 1 ? 8 : 9);
    case "pooled":
      return (line.texts.length + under) * step + (under === 1 ? 10 : 11);
    case "prediction":
      return (line.texts.length + under) * step + (under === 1 ? 8 : 9);
    case "note":
      return line.texts.length * 14 + 4;
    case "rule":
      return 6;
    case "space":
      return compact ? 6 : 10;
  }
}

/** Whether words of this line reach into the plot. */
function crosses(line: ForestLine, columns: ForestColumns): boolean {
  if (line.kind === "absent") return true;
  if (line.kind !== "heading" && line.kind !== "note") return false;
  const weight = line.kind === "heading" ? "bold" : "normal";
  const size = line.kind === "heading" ? 12 : 11;
  return line.texts.some(
    (text) => columns.margin + indent + textWidth(text, size, weight) > columns.plot.left,
  );
}

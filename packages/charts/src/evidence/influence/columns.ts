import { max } from "d3-array";
import { intervalWords } from "../effect-words.ts";
import { textWidth, wrapWords } from "../text-width.ts";
import type { InfluenceFigure } from "../values.ts";

/** Names, estimates without the study, their numbers, distances: from left to right. */
export interface InfluenceColumns {
  readonly width: number;
  readonly margin: number;
  readonly narrow: boolean;
  readonly label: number;
  readonly estimates: readonly [number, number];
  /** Where the numbers end; null where they stand under the names. */
  readonly numbers: number | null;
  readonly distances: readonly [number, number];
}

export interface InfluenceLine {
  readonly row: InfluenceFigure["rows"][number];
  readonly texts: readonly string[];
  readonly top: number;
  readonly height: number;
}

export function influenceColumns(figure: InfluenceFigure, width: number): InfluenceColumns {
  const { axis, rows } = figure;
  const narrow = width < 560;
  const margin = narrow ? 8 : 12;
  const shared = { width, margin, narrow };
  const names = max(rows, (row) => textWidth(nameOf(row), 12, weightOf(row))) ?? 0;
  const numbers = max(rows, ({ without }) => textWidth(intervalWords(without, axis), narrow ? 11 : 12)) ?? 0;
  if (narrow) {
    const label = Math.max(numbers, Math.min(names, 0.4 * width));
    const left = margin + label + 12;
    const split = left + 0.62 * (width - margin - left - 20);
    return {
      ...shared,
      label,
      estimates: [left, split],
      numbers: null,
      distances: [split + 20, width - margin - 4],
    };
  }
  const label = Math.min(Math.max(names, textWidth(figure.rowHeading, 11, "bold")), 0.28 * width);
  const wanted = Math.max(numbers, textWidth(figure.estimateHeading, 11, "bold"));
  const left = margin + label + 20;
  const room = width - margin - left - wanted - 42 - 16 - 36;
  const right = left + 0.62 * room;
  const end = right + 16 + wanted;
  return {
    ...shared,
    label,
    estimates: [left, right],
    numbers: end,
    distances: [end + 36, width - margin - 42],
  };
}

/** Breaks the names where numbers stand under them, and gives every line its place. */
export function influenceLines(
  figure: InfluenceFigure,
  columns: InfluenceColumns,
  top: number,
): readonly InfluenceLine[] {
  let y = top;
  return figure.rows.map((row) => {
    const texts = wrapWords(nameOf(row), columns.label, 12, weightOf(row), columns.narrow ? 2 : 1);
    const height = columns.narrow ? 23 + 15 * texts.length : 24;
    const line = { row, texts, top: y, height };
    y += height;
    return line;
  });
}

/** The mark tells it without colour. */
function nameOf({ label, verdict }: InfluenceFigure["rows"][number]): string {
  return verdict === "influential" ? `▲ ${label}` : label;
}

function weightOf({ verdict }: InfluenceFigure["rows"][number]): "normal" | "bold" {
  return verdict === "influential" ? "bold" : "normal";
}

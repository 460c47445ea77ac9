import type { StaffMessages } from "@concord/messages";
import { type Child, element, type Markup } from "../../svg.ts";
import { words } from "../strokes.ts";
import { fitWords, textWidth, wrapWords } from "../text-width.ts";
import type { FlowCount } from "./values.ts";

export interface BoxContent {
  readonly label: string;
  readonly count: number;
  readonly parts: readonly FlowCount[];
}

/** The lines of a box, broken to its width. */
export interface FlowBox {
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly count: string;
  readonly parts: readonly {
    readonly lines: readonly string[];
    readonly count: string;
    readonly top: number;
  }[];
}

const padding = 12;

/** Returns a count. @throws {RangeError} if it is none. */
export function wholeCount(count: number): number {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`a flow requires whole counts of zero or more: ${count}`);
  return count;
}

export function flowBox(
  { label, count, parts }: BoxContent,
  width: number,
  { format }: StaffMessages,
): FlowBox {
  const inner = width - 2 * padding;
  const number = format.number(wholeCount(count));
  const title = wrapWords(label, inner - textWidth(number, 13, "bold") - 12, 12, "bold");
  let top = title.length * 16 + 4;
  const lines = parts.map((part) => {
    const text = format.number(wholeCount(part.count));
    const placed = { lines: wrapWords(part.label, inner - textWidth(text, 11) - 12, 11), count: text, top };
    top += placed.lines.length * 15 + 1;
    return placed;
  });
  return {
    width,
    height: (parts.length === 0 ? top - 4 : top) + 2 * padding - 4,
    title,
    count: number,
    parts: lines,
  };
}

/** A name and its count at opposite ends, then what it is made of in the same way. */
export function drawBox(kind: string, box: FlowBox, x: number, y: number): Markup {
  const [left, right] = [x + padding, x + box.width - padding];
  const first = y + padding + 10;
  const parts = box.parts.flatMap(({ lines, count, top }): readonly Child[] => [
    ...lines.map((line, index) => words("chart-small", line, left, first + top + index * 15)),
    words("chart-small", fitWords(count, box.width / 2, 11), right, first + top, "end"),
  ]);
  return element("g", { class: `evidence-stage evidence-stage--${kind}` }, [
    element("rect", {
      class: `evidence-box evidence-box--${kind}`,
      x,
      y,
      width: box.width,
      height: box.height,
      rx: 6,
    }),
    ...box.title.map((line, index) => words("evidence-heading", line, left, first + index * 16)),
    words("chart-heading", box.count, right, first + 0.5, "end"),
    ...parts,
  ]);
}

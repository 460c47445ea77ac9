import { type Child, group, type Markup } from "../svg.ts";
import { stroke, words } from "./strokes.ts";
import { fitWords, textWidth } from "./text-width.ts";

/** A sample of a mark around (x, y), some 16 pixels wide, and what it stands for. */
export interface KeyItem {
  readonly words: string;
  readonly mark: (x: number, y: number) => Child;
}

/** The mark of an item that is a line in the figure. */
export function lineSample(className: string): KeyItem["mark"] {
  return (x, y) =>
    stroke(className, [
      [x - 9, y],
      [x + 9, y],
    ]);
}

const lineHeight = 19;

/** The key of a figure, as many items to a line as fit. Without items it takes no room. */
export function keyLines(
  items: readonly KeyItem[],
  left: number,
  right: number,
  top: number,
): { readonly drawn: Markup | null; readonly height: number } {
  const children: Child[] = [];
  let x = left;
  let y = top + 12;
  for (const item of items) {
    const text = fitWords(item.words, right - left - 24, 11);
    const width = 24 + textWidth(text, 11);
    if (x > left && x + width > right) {
      x = left;
      y += lineHeight;
    }
    children.push(item.mark(x + 9, y - 4), words("evidence-key", text, x + 24, y));
    x += width + 18;
  }
  return { drawn: group("evidence-keys", children), height: items.length === 0 ? 0 : y - top + 8 };
}

import type { StaffMessages } from "@concord/messages";
import type { Place } from "../evidence/clip.ts";
import { textWidth, wrapWords } from "../evidence/text-width.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, type Markup, round } from "../svg.ts";
import type { DrawnPath } from "./values.ts";

/** A variable in its box. */
export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isEnd: boolean;
}

export function boxMark({ name, x, y, width, height, isEnd }: Box): Markup {
  return element("g", {}, [
    element("title", {}, [name]),
    element("rect", {
      class: isEnd ? "effects-box effects-box--end" : "effects-box",
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: 6,
    }),
    ...nameLines(name, width - 10).map((words, line, lines) =>
      element(
        "text",
        {
          class: "effects-name",
          x,
          y: y + 4 + (line - (lines.length - 1) / 2) * 14,
          "text-anchor": "middle",
        },
        [words],
      ),
    ),
  ]);
}

/** One line if it can be, else two: a name cut off in the middle names nothing. */
function nameLines(name: string, width: number): readonly string[] {
  return wrapWords(name, width, 12, "bold", 2);
}

/** The arrow from edge to edge; its words come later, above all arrows. */
export function pathMark(path: DrawnPath, from: Box, to: Box, messages: StaffMessages): Markup {
  const [start, end] = [edgeOf(from, to), edgeOf(to, from)];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const [dx, dy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const open = path.isClear ? "" : "--open";
  const neck: Place = [end[0] - 9 * dx, end[1] - 9 * dy];
  const side = (sign: 1 | -1) => `${round(neck[0] - sign * 4 * dy)},${round(neck[1] + sign * 4 * dx)}`;
  return element("g", {}, [
    element("title", {}, [pathSentence(path, messages)]),
    element("path", {
      class: open === "" ? "effects-path" : "effects-path effects-path--open",
      d: `M${round(start[0])},${round(start[1])}L${round(neck[0])},${round(neck[1])}`,
    }),
    element("path", {
      class: `effects-head${open}`,
      d: `M${round(end[0])},${round(end[1])}L${side(1)}L${side(-1)}Z`,
    }),
  ]);
}

/** The coefficient on a plate along the arrow, at a share of its way. */
export function pathLabel(
  path: DrawnPath,
  from: Box,
  to: Box,
  share: number,
  messages: StaffMessages,
): readonly Child[] {
  const [start, end] = [edgeOf(from, to), edgeOf(to, from)];
  return plate(
    pathWords(path, messages),
    start[0] + share * (end[0] - start[0]),
    start[1] + share * (end[1] - start[1]),
  );
}

/** Words on a plate that hides what lies under them. */
export function plate(words: string, x: number, y: number): readonly Child[] {
  const width = textWidth(words, 11) + 8;
  return [
    element("rect", { class: "effects-plate", x: x - width / 2, y: y - 9, width, height: 18, rx: 4 }),
    element(
      "text",
      { class: "effects-value chart-label", x, y: y + 4, "text-anchor": "middle", "font-size": 11 },
      [words],
    ),
  ];
}

/** Returns a path in words: from where, to where, and its coefficient. */
export function pathSentence(path: DrawnPath, messages: StaffMessages): string {
  const { from, to } = path;
  return messages.text("charts.effects.path.words", { from, to, value: pathWords(path, messages) });
}

/** Returns the coefficient of a path with its standard error: `0.31 (0.08)`. */
function pathWords({ estimate, standardError }: DrawnPath, messages: StaffMessages): string {
  return `${decimal(estimate, 2, messages)} (${decimal(standardError, 2, messages)})`;
}

/** Where the line between the centres of two boxes leaves the first. */
function edgeOf(box: Box, towards: Box): Place {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 + 3) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 + 3) / Math.abs(dy),
  );
  return [box.x + reach * dx, box.y + reach * dy];
}

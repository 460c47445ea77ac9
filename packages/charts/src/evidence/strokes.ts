import { type Child, element, type Markup, round } from "../svg.ts";
import type { Place } from "./clip.ts";

/** Words at a place; nothing for no words. */
export function words(
  className: string,
  text: string,
  x: number,
  y: number,
  anchor?: "middle" | "end",
): Markup | null {
  return text === "" ? null : element("text", { class: className, x, y, "text-anchor": anchor }, [text]);
}

/** Several lines of words, one under the other. */
export function wordLines(
  className: string,
  lines: readonly string[],
  x: number,
  y: number,
  step: number,
  anchor?: "middle" | "end",
): readonly Child[] {
  return lines.map((line, index) => words(className, line, x, y + index * step, anchor));
}

export function levelLine(className: string, left: number, right: number, y: number): Markup {
  return element("path", { class: className, d: `M${round(left)},${round(y)}H${round(right)}` });
}

export function uprightLine(className: string, x: number, top: number, bottom: number): Markup {
  return element("path", { class: className, d: `M${round(x)},${round(top)}V${round(bottom)}` });
}

export function stroke(className: string, places: readonly Place[]): Markup | null {
  return places.length < 2 ? null : element("path", { class: className, d: through(places) });
}

export function polygon(
  className: string,
  places: readonly Place[],
  children: readonly Child[] = [],
): Markup | null {
  return places.length < 3 ? null : element("path", { class: className, d: `${through(places)}Z` }, children);
}

function through(places: readonly Place[]): string {
  return places.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)},${round(y)}`).join("");
}

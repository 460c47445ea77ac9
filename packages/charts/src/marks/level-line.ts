import { type Child, element, round } from "../svg.ts";
import { numberWords } from "../words.ts";

/** A level across a chart with its number to the left; the one that all others are read from is drawn stronger. */
export function levelLine(
  value: number,
  y: number,
  left: number,
  right: number,
  isBase: boolean,
): readonly Child[] {
  return [
    element("path", { class: isBase ? "chart-baseline" : "chart-grid", d: `M${left},${round(y)}H${right}` }),
    element("text", { class: "chart-small", x: left - 6, y: y + 4, "text-anchor": "end" }, [
      numberWords(value),
    ]),
  ];
}

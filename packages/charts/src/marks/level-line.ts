import type { StaffMessages } from "@concord/messages";
import { rounded } from "../numbers.ts";
import { type Child, element, round } from "../svg.ts";

/** A level across a chart with its number to the left; the one that all others are read from is drawn stronger. */
export function levelLine(
  value: number,
  y: number,
  left: number,
  right: number,
  isBase: boolean,
  { format }: StaffMessages,
): readonly Child[] {
  return [
    element("path", { class: isBase ? "chart-baseline" : "chart-grid", d: `M${left},${round(y)}H${right}` }),
    element("text", { class: "chart-small", x: left - 6, y: y + 4, "text-anchor": "end" }, [
      format.number(rounded(value)).replace("-", "−"),
    ]),
  ];
}

import type { StaffMessages } from "@concord/messages";
import { scaleLog } from "d3-scale";
import { fitWords } from "../evidence/text-width.ts";
import { decimal } from "../numbers.ts";
import { element, type Markup, round } from "../svg.ts";
import type { PerceiverRow } from "./values.ts";

export const rowHeight = 20;

/**
 * A dot and a line for each member on an axis of ratios: right of 1 are those who depart further than the
 * others do.
 */
export function perceiverRows(
  rows: readonly PerceiverRow[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  messages: StaffMessages,
): readonly Markup[] {
  const labels = 96;
  const left = place.x + labels;
  const right = place.x + place.width;
  const bottom = place.y + rows.length * rowHeight;
  const ends = rows.flatMap(({ ratio }) => [ratio.lower, ratio.upper, ratio.estimate]);
  const most = Math.min(16, Math.max(2, ...ends, ...ends.map((value) => 1 / Math.max(value, 1 / 16))));
  const x = scaleLog([1 / most, most], [left, right]).clamp(true);
  const ticks = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8].filter((tick) => tick >= 1 / most && tick <= most);
  return [
    ...ticks.flatMap((tick) => [
      element("path", {
        class: tick === 1 ? "chart-baseline" : "chart-grid",
        d: `M${round(x(tick))},${place.y}V${round(bottom)}`,
      }),
      element("text", { class: "chart-small", x: x(tick), y: bottom + 16, "text-anchor": "middle" }, [
        tick < 1 ? `1/${1 / tick}` : String(tick),
      ]),
    ]),
    ...rows.flatMap(({ label, ratio, stands }, i) => {
      const y = place.y + (i + 0.5) * rowHeight;
      const value = messages.text("charts.words.interval", {
        estimate: decimal(ratio.estimate, 2, messages),
        lower: decimal(ratio.lower, 2, messages),
        upper: decimal(ratio.upper, 2, messages),
      });
      const words = messages.text("charts.words.item", { label, value });
      return [
        element("text", { class: "srm-row", x: left - 12, y: y + 4, "text-anchor": "end" }, [
          fitWords(label, labels - 16, 12),
        ]),
        element("path", {
          class: "srm-reach",
          d: reach(x(ratio.lower), x(ratio.upper), y, ratio.upper > most),
        }),
        ...(stands === "apart"
          ? [element("circle", { class: "srm-apart", cx: x(ratio.estimate), cy: y, r: 8 })]
          : []),
        element("circle", { class: "srm-member", cx: x(ratio.estimate), cy: y, r: 4 }, [
          element("title", {}, [words]),
        ]),
      ];
    }),
  ];
}

/** From bound to bound; an arrow where the upper one lies beyond the axis. */
function reach(from: number, to: number, y: number, isCut: boolean): string {
  const line = `M${round(from)},${y}H${round(to)}`;
  return isCut ? `${line}M${round(to - 4)},${y - 3}L${round(to)},${y}L${round(to - 4)},${y + 3}` : line;
}

import type { StaffMessages } from "@concord/messages";
import type { Chair } from "../marks/rater-mark.ts";
import { element, type Markup } from "../svg.ts";
import type { KeyItem } from "./key.ts";

const order: readonly Chair[] = ["client", "therapist", "observer", "caregiver", "member", "outcome"];

/** Who rated, by the marks that occur; none where all are of one kind, as the figure's words then say it. */
export function raterItems(
  raters: readonly (Chair | undefined)[],
  shape: "square" | "point" | "bubble",
  { text }: StaffMessages,
): readonly KeyItem[] {
  const different = order.filter((rater) => raters.includes(rater));
  if (different.length < 2) return [];
  return different.map((rater) => ({
    words: text(`charts.rater.${rater}`),
    mark: (x, y) => element("g", { class: `evidence-row evidence-row--${rater}` }, sample(shape, x, y)),
  }));
}

function sample(shape: "square" | "point" | "bubble", x: number, y: number): readonly Markup[] {
  if (shape === "square") {
    return [
      element("path", { class: "evidence-arm", d: `M${x - 9},${y}H${x + 9}` }),
      element("rect", { class: "evidence-square", x: x - 4, y: y - 4, width: 8, height: 8 }),
    ];
  }
  return [element("circle", { class: `evidence-${shape}`, cx: x, cy: y, r: shape === "point" ? 4 : 5.5 })];
}

import type { Chair } from "../marks/rater-mark.ts";
import { element } from "../svg.ts";
import { raterWords } from "../words.ts";
import type { KeyItem } from "./key.ts";

/** Who rated, by the marks that occur; none where all are of one kind, as the figure's words then say it. */
export function raterItems(raters: readonly Chair[]): readonly KeyItem[] {
  const different = [...new Set(raters)];
  if (different.length < 2) return [];
  return different.map((rater) => ({
    words: rater === "outcome" ? "Outcome" : raterWords[rater],
    mark: (x, y) =>
      element("g", { class: `evidence-row evidence-row--${rater}` }, [
        element("path", { class: "evidence-arm", d: `M${x - 9},${y}H${x + 9}` }),
        element("rect", { class: "evidence-square", x: x - 4, y: y - 4, width: 8, height: 8 }),
      ]),
  }));
}

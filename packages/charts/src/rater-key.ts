import { type Chair, raterMark } from "./marks/rater-mark.ts";
import { element } from "./svg.ts";

/** A rater's mark by itself, to stand before the rater's name in a table or a heading. */
export function raterKey(chair: Chair): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart chart-key",
      "aria-hidden": "true",
      viewBox: "0 0 16 16",
      width: 16,
      height: 16,
    },
    [raterMark(chair, 8, 8, 4.5)],
  ).markup;
}

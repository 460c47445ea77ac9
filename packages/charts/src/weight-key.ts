import type { Weight } from "@concord/signals";
import { flagOutline } from "./marks/signal-mark.ts";
import { element } from "./svg.ts";

/** The flag of a weight by itself, with a number if the chart beside it has numbers. */
export function signalSymbol(weight: Weight, number?: number): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart chart-key",
      "aria-hidden": "true",
      viewBox: "0 0 26 24",
      width: 26,
      height: 24,
    },
    [
      element("path", { class: `chart-flag chart-weight--${weight}`, d: flagOutline(weight, 13, 12) }),
      number === undefined
        ? null
        : element(
            "text",
            {
              class: `chart-flag-number chart-flag-number--${weight}`,
              x: 13,
              y: weight === "credible" ? 14.5 : 16,
            },
            [String(number)],
          ),
    ],
  ).markup;
}

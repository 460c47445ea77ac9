import { element } from "./svg.ts";

export interface DispersionFigure {
  /** What a screen reader says of the strip. */
  readonly label: string;
  /** How often the words are in each part of the text, from its first word to its last. */
  readonly parts: readonly number[];
  /** The most in any part of any text that is looked at, so that strips can be compared. */
  readonly most: number;
}

const width = 480;
const height = 22;

/** Where in a text the words stand: a bar for each of its parts, as high as they are frequent there. */
export function dispersionStrip({ label, parts, most }: DispersionFigure): string {
  const wide = width / Math.max(1, parts.length);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart dispersion",
      role: "img",
      "aria-label": label,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    [
      element("path", { class: "chart-grid", d: `M0,${height - 0.5}H${width}` }),
      ...parts.map((count, at) => {
        const tall = count === 0 ? 0 : Math.max(4, ((height - 2) * count) / Math.max(1, most));
        return count === 0
          ? null
          : element("rect", {
              class: "dispersion-bar",
              x: at * wide + 0.5,
              y: height - 1 - tall,
              width: Math.max(1.5, wide - 1),
              height: tall,
            });
      }),
    ],
  ).markup;
}

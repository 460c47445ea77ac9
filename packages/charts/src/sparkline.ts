import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { raterMark } from "./marks/rater-mark.ts";
import { type Child, element, round } from "./svg.ts";

export interface SparklineOptions {
  readonly width?: number;
  readonly height?: number;
  /** Spoken instead of the picture; without it the picture is hidden from screen readers. */
  readonly label?: string;
}

/**
 * Client-rated totals, 0–100, as a line the size of a word. Missing sessions break it; the last rating has
 * the dot.
 */
export function sparkline(values: readonly (number | null)[], options: SparklineOptions = {}): string {
  const { width = 112, height = 36, label } = options;
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [4, width - 5]);
  const y = scaleLinear([0, 100], [height - 4, 4]);
  const draw = line<number | null>(
    (_, index) => round(x(index)),
    (value) => round(y(value ?? 0)),
  ).defined((value) => value !== null);
  const lastIndex = values.findLastIndex((value) => value !== null);
  const lone = values.flatMap((value, index): readonly Child[] => {
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    return value !== null && alone && index !== lastIndex ? [raterMark("client", x(index), y(value), 1)] : [];
  });
  const path = draw(values);
  const attributes = label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label };
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart sparkline",
      ...attributes,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    [
      element("path", { class: "chart-grid", d: `M4,${y(50)}H${width - 5}` }),
      path === null || path === ""
        ? null
        : element("path", { class: "chart-line chart-line--client", d: path }),
      ...lone,
      lastIndex < 0 ? null : raterMark("client", x(lastIndex), y(values[lastIndex] ?? 0), 2.5),
    ],
  ).markup;
}

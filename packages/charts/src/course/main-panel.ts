import type { Course, Series } from "@concord/course";
import { scaleLinear } from "d3-scale";
import { endLabels } from "../marks/end-labels.ts";
import { raterLine, type Spot } from "../marks/rater-line.ts";
import { type Child, element, group, type Markup } from "../svg.ts";
import { dateWords, numberWords, raterWords } from "../words.ts";
import { rule } from "./background.ts";
import type { Layout, Panel } from "./layout.ts";

/** Every rater's line on the 0–100 metric, over the client's own usual range. */
export function mainPanel(
  course: Course,
  series: readonly Series[],
  layout: Layout,
  panel: Panel,
  usual: boolean,
): readonly Child[] {
  const y = scaleLinear([0, 100], [panel.bottom, panel.top]);
  const grid = [0, 25, 50, 75, 100].map((value) =>
    element("g", {}, [
      rule(value === 0 ? "chart-baseline" : "chart-grid", layout.left, layout.right, y(value)),
      element("text", { class: "chart-small", x: layout.left - 6, y: y(value) + 4, "text-anchor": "end" }, [
        String(value),
      ]),
    ]),
  );
  const lines = [...series]
    .reverse()
    .map((each) =>
      raterLine(each.rater, spots(each, layout, y), breaks(course, each), layout.narrow ? 3 : 3.75),
    );
  const labels = series.map((each) => {
    const point = each.points[each.points.length - 1];
    const value = point === undefined ? "" : ` ${numberWords(Math.round(point.percent))}`;
    return { chair: each.rater, words: `${raterWords[each.rater]}${value}`, y: y(point?.percent ?? 0) };
  });
  return [
    group("chart-grids", grid),
    usual ? usualRange(series, layout, y) : null,
    ...lines,
    group("chart-labels", endLabels(labels, layout.right + 8, panel.top + 4, panel.bottom - 4)),
  ];
}

export function panelY(panel: Panel): (percent: number) => number {
  return scaleLinear([0, 100], [panel.bottom, panel.top]);
}

/** Sessions in which the line of this rater must break. */
export function breaks(course: Course, series: Series): ReadonlySet<number> {
  const missed = course.missed.filter(
    (form) => form.rater === series.rater && form.construct === series.construct,
  );
  return new Set([...missed.map((form) => form.session), ...course.notAttended]);
}

function spots(series: Series, layout: Layout, y: (percent: number) => number): readonly Spot[] {
  return series.points.map((point) => {
    const when = point.date === undefined ? "" : `, ${dateWords(point.date)}`;
    return {
      session: point.session,
      x: layout.x(point.session),
      y: y(point.percent),
      hint: `Session ${point.session}${when}. ${raterWords[series.rater]}: ${numberWords(point.percent)} of 100`,
    };
  });
}

/** Two within-client standard deviations around the client's level, drawn only when both were estimated. */
function usualRange(
  series: readonly Series[],
  layout: Layout,
  y: (percent: number) => number,
): Markup | null {
  const client = series.find((each) => each.rater === "client");
  if (client === undefined) return null;
  const { level, withinDeviation } = client;
  if (level.kind === "none" || withinDeviation.kind === "none") return null;
  const lower = Math.max(0, level.value - 2 * withinDeviation.value);
  const upper = Math.min(100, level.value + 2 * withinDeviation.value);
  if (upper <= lower) return null;
  const words = `Client’s usual range, ${numberWords(Math.round(lower))} to ${numberWords(Math.round(upper))}`;
  return element("g", { class: "chart-usual-range" }, [
    element("title", {}, [`${words}: level ± 2 within-client standard deviations, n = ${withinDeviation.n}`]),
    element("rect", {
      class: "chart-usual",
      x: layout.left,
      y: y(upper),
      width: layout.right - layout.left,
      height: y(lower) - y(upper),
    }),
    // At the foot of the panel, where ratings are rare, beside a sample of the tint.
    element("rect", {
      class: "chart-usual chart-usual-key",
      x: layout.left + 5,
      y: y(0) - 15,
      width: 12,
      height: 9,
    }),
    element("text", { class: "chart-small", x: layout.left + 22, y: y(0) - 6 }, [words]),
  ]);
}

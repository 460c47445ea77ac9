import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { endLabels } from "../marks/end-labels.ts";
import { raterLine, type Spot } from "../marks/rater-line.ts";
import { rounded } from "../numbers.ts";
import { type Child, element, group, type Markup } from "../svg.ts";
import { rule } from "./background.ts";
import type { Layout, Panel } from "./layout.ts";

/** Every rater's line on the 0–100 metric, over the client's own usual range. */
export function mainPanel(
  course: Course,
  series: readonly Series[],
  layout: Layout,
  panel: Panel,
  usual: boolean,
  messages: StaffMessages,
): readonly Child[] {
  const { text } = messages;
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
      raterLine(each.rater, spots(each, layout, y, messages), breaks(course, each), layout.narrow ? 3 : 3.75),
    );
  const labels = series.map((each) => {
    const point = each.points[each.points.length - 1];
    const words =
      point === undefined
        ? text(`charts.rater.${each.rater}`)
        : text("charts.course.end-label", { rater: each.rater, score: Math.round(point.percent) });
    return { chair: each.rater, words, y: y(point?.percent ?? 0) };
  });
  return [
    group("chart-grids", grid),
    usual ? usualRange(series, layout, y, messages) : null,
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

function spots(
  series: Series,
  layout: Layout,
  y: (percent: number) => number,
  { text }: StaffMessages,
): readonly Spot[] {
  return series.points.map((point) => {
    const { session, date } = point;
    const values = { session, rater: series.rater, score: rounded(point.percent) };
    return {
      session: point.session,
      x: layout.x(point.session),
      y: y(point.percent),
      hint:
        date === undefined
          ? text("charts.course.rating", values)
          : text("charts.course.rating.dated", { ...values, date }),
    };
  });
}

/** Two within-client standard deviations around the client's level, drawn only when both were estimated. */
function usualRange(
  series: readonly Series[],
  layout: Layout,
  y: (percent: number) => number,
  { text }: StaffMessages,
): Markup | null {
  const client = series.find((each) => each.rater === "client");
  if (client === undefined) return null;
  const { level, withinDeviation } = client;
  if (level.kind === "none" || withinDeviation.kind === "none") return null;
  const lower = Math.max(0, level.value - 2 * withinDeviation.value);
  const upper = Math.min(100, level.value + 2 * withinDeviation.value);
  if (upper <= lower) return null;
  const bounds = { low: Math.round(lower), high: Math.round(upper) };
  const range = text("charts.course.range", bounds);
  // A phone has no room for the sentence.
  const label = layout.narrow ? text("charts.course.range.short", bounds) : range;
  return element("g", { class: "chart-usual-range" }, [
    element("title", {}, [text("charts.course.range.basis", { range, n: withinDeviation.n })]),
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
    element("text", { class: "chart-small", x: layout.left + 22, y: y(0) - 6 }, [label]),
  ]);
}

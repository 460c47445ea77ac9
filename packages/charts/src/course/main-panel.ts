import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { endLabels } from "../marks/end-labels.ts";
import { raterLine, type Spot } from "../marks/rater-line.ts";
import { rounded } from "../numbers.ts";
import { type Child, element, group, type Markup } from "../svg.ts";
import { rule } from "./background.ts";
import type { Layout, Panel } from "./layout.ts";

/** Every rater's line on the 0–100 metric, over the range expected for the client. */
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
    usual ? expectedRange(series, layout, y, messages) : null,
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

/** Ratings before an expected range is drawn: until then it rests on other clients. */
const ratingsBefore = 3;

/**
 * The range expected for each of the client’s ratings from the ones before it, as wide as a session: the range the alert
 * and the headline use. Drawn from the fourth rating on.
 */
function expectedRange(
  series: readonly Series[],
  layout: Layout,
  y: (percent: number) => number,
  { text }: StaffMessages,
): Markup | null {
  const client = series.find((each) => each.rater === "client");
  const ranges = client?.expected?.ratings.slice(ratingsBefore) ?? [];
  const latest = ranges.at(-1);
  if (latest === undefined) return null;
  const inScale = (percent: number) => Math.min(100, Math.max(0, percent));
  const bounds = { low: Math.round(inScale(latest.lower)), high: Math.round(inScale(latest.upper)) };
  const range = text("charts.course.range", bounds);
  // A phone has no room for the sentence.
  const label = layout.narrow ? text("charts.course.range.short", bounds) : range;
  const side = (session: number) => Math.min(layout.right, Math.max(layout.left, layout.x(session)));
  return element("g", { class: "chart-usual-range" }, [
    element("title", {}, [
      text("charts.course.range.basis", { range, n: ranges.length - 1 + ratingsBefore }),
    ]),
    ...ranges.map(({ session, lower, upper }) =>
      element("rect", {
        class: "chart-usual",
        x: rounded(side(session - 0.5)),
        y: rounded(y(inScale(upper))),
        width: rounded(side(session + 0.5) - side(session - 0.5)),
        height: rounded(y(inScale(lower)) - y(inScale(upper))),
      }),
    ),
    // At the foot of the panel, where ratings are rare, next to a sample of the tint.
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

import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { raterLine } from "../marks/rater-line.ts";
import { rounded } from "../numbers.ts";
import { type Child, element } from "../svg.ts";
import { rule } from "./background.ts";
import type { Layout, Panel } from "./layout.ts";
import { breaks } from "./main-panel.ts";

/**
 * The symptom measure on its own metric, under the same sessions, with its published cut-off if it has one.
 */
export function outcomePanel(
  course: Course,
  series: Series,
  layout: Layout,
  panel: Panel,
  title: string,
  { text, format }: StaffMessages,
): readonly Child[] {
  const y = outcomeY(series, panel);
  const heading =
    series.better === "neither"
      ? title
      : text("charts.course.outcome.heading", { title, better: series.better });
  const cutoff = course.changes.find(
    (change) =>
      change.kind === "change" &&
      change.instrument === series.instrument &&
      change.scale === series.scale &&
      change.rater === series.rater,
  );
  const cutoffValue = cutoff?.kind === "change" ? cutoff.cutoff : null;
  const last = series.points[series.points.length - 1];
  const lastY = last === undefined ? panel.top : y(last.value);
  const cutoffY = cutoffValue === null ? null : y(cutoffValue);
  const spots = series.points.map(({ session, date, value }) => {
    const values = { session, title, score: rounded(value) };
    return {
      session,
      x: layout.x(session),
      y: y(value),
      hint:
        date === undefined
          ? text("charts.course.outcome.score", values)
          : text("charts.course.outcome.score.dated", { ...values, date }),
    };
  });
  return [
    element(
      "text",
      { class: "chart-heading", x: layout.left, y: layout.main === null ? 14 : panel.top - 8 },
      [heading],
    ),
    ...[series.minimum, series.maximum].map((value) =>
      element("g", {}, [
        rule("chart-grid", layout.left, layout.right, y(value)),
        element("text", { class: "chart-small", x: layout.left - 6, y: y(value) + 4, "text-anchor": "end" }, [
          format.number(rounded(value)),
        ]),
      ]),
    ),
    cutoffY === null ? null : rule("chart-cutoff", layout.left, layout.right, cutoffY),
    raterLine("outcome", spots, breaks(course, series), 3),
    last === undefined
      ? null
      : element("text", { class: "chart-label chart-label--outcome", x: layout.right + 8, y: lastY + 4 }, [
          format.number(rounded(last.value)),
        ]),
    cutoffY === null
      ? null
      : element("text", { class: "chart-small", x: layout.right + 8, y: clear(cutoffY, lastY, panel) + 4 }, [
          text("charts.course.outcome.cut-off", { score: rounded(cutoffValue ?? 0) }),
        ]),
  ];
}

export function outcomeY(series: Series, panel: Panel): (value: number) => number {
  return scaleLinear([series.minimum, series.maximum], [panel.bottom, panel.top]);
}

/** The cut-off's label steps aside when the line ends on it. */
function clear(cutoff: number, last: number, panel: Panel): number {
  if (Math.abs(cutoff - last) >= 14) return cutoff;
  return last > cutoff && last - 14 > panel.top ? last - 14 : last + 14;
}

import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { raterLine } from "../marks/rater-line.ts";
import { rounded } from "../numbers.ts";
import type { Focus } from "../pick-series.ts";
import { type Child, element, type Markup } from "../svg.ts";
import { rule } from "./background.ts";
import type { Layout } from "./layout.ts";
import { breaks } from "./main-panel.ts";

export interface Part {
  readonly scale: Focus;
  readonly series: readonly Series[];
}

const gap = 28;

/**
 * Bond, tasks and goals as three small panels on one metric: side by side where it is wide, stacked on a
 * phone.
 */
export function partPanels(
  course: Course,
  parts: readonly Part[],
  layout: Layout,
  { text }: StaffMessages,
): readonly Markup[] {
  const panel = layout.parts;
  if (panel === null) return [];
  const [first, last] = layout.x.domain() as [number, number];
  const full = layout.width - layout.left - 8;
  const width = layout.narrow ? layout.right - layout.left : (full - gap * (parts.length - 1)) / parts.length;
  return parts.map((part, index) => {
    const left = layout.narrow ? layout.left : layout.left + index * (width + gap);
    const top = layout.narrow ? panel.top + index * (56 + 30) : panel.top;
    const x = scaleLinear([first, last], [left, left + width]);
    const y = scaleLinear([0, 100], [top + 56, top]);
    const lines = [...part.series].reverse().map((series): Child => {
      const spots = series.points.map((point) => ({
        session: point.session,
        x: x(point.session),
        y: y(point.percent),
        hint: text("charts.course.rating.short", { session: point.session, score: rounded(point.percent) }),
      }));
      return raterLine(series.rater, spots, breaks(course, series), 2);
    });
    const client = part.series.find((series) => series.rater === "client") ?? part.series[0];
    const latest = client?.points[client.points.length - 1];
    const scale = text(`charts.scale.${part.scale}`);
    const heading =
      latest === undefined
        ? scale
        : text("charts.course.part.heading", { scale, score: Math.round(latest.percent) });
    return element("g", { class: `chart-part chart-part--${part.scale}` }, [
      element("text", { class: "chart-label", x: left, y: top - 8 }, [heading]),
      rule("chart-grid", left, left + width, y(100)),
      rule("chart-grid", left, left + width, y(50)),
      rule("chart-baseline", left, left + width, y(0)),
      ...(index === 0 || layout.narrow
        ? [100, 50, 0].map((value) =>
            element("text", { class: "chart-small", x: left - 6, y: y(value) + 4, "text-anchor": "end" }, [
              String(value),
            ]),
          )
        : []),
      ...lines,
    ]);
  });
}

import type { Rater } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { sessionTicks } from "./course/session-axis.ts";
import { frame } from "./frame.ts";
import { raterLine } from "./marks/rater-line.ts";
import { signalRing } from "./marks/signal-mark.ts";
import { rounded } from "./numbers.ts";
import { element, round } from "./svg.ts";

/**
 * One rating with the limits that were computed for it from the other sessions; null before there are
 * enough.
 */
export interface ControlPoint {
  readonly session: number;
  readonly percent: number;
  readonly limits: {
    readonly centre: number;
    readonly lower: number;
    readonly upper: number;
    readonly warning: number;
  } | null;
}

export interface ControlChartOptions {
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly rater?: Rater;
  readonly standalone?: boolean;
}

/**
 * Individuals chart: the line, its centre, the limits (dashed) and the lower warning (dotted); outside
 * points ringed.
 */
export function controlChart(points: readonly ControlPoint[], options: ControlChartOptions): string {
  const { messages, id = "control", width = 640, rater = "client" } = options;
  const { text, format } = messages;
  const [top, bottom, left, right] = [26, 206, 34, width - 112];
  const first = points[0]?.session ?? 1;
  const last = points[points.length - 1]?.session ?? 1;
  const x = scaleLinear([first - 0.5, last + 0.5], [left, right]);
  const y = scaleLinear([0, 100], [bottom, top]).clamp(true);
  const limited = points.flatMap((point) =>
    point.limits === null ? [] : [{ session: point.session, ...point.limits }],
  );
  type Limited = (typeof limited)[number];
  const trace = (value: (point: Limited) => number) =>
    line<Limited>(
      (point) => round(x(point.session)),
      (point) => round(y(value(point))),
    )(limited) ?? "";
  const inside = area<Limited>(
    (point) => round(x(point.session)),
    (point) => round(y(point.lower)),
    (point) => round(y(point.upper)),
  );
  const outside = points.filter(
    ({ limits, percent }) => limits !== null && (percent < limits.lower || percent > limits.upper),
  );
  const latest = limited[limited.length - 1];
  const spots = points.map((point) => ({
    session: point.session,
    x: x(point.session),
    y: y(point.percent),
    hint: text("charts.course.rating.short", { session: point.session, score: rounded(point.percent) }),
  }));
  const label = (words: string, percent: number) =>
    element("text", { class: "chart-small", x: right + 6, y: y(percent) + 4 }, [words]);
  return frame(
    {
      id,
      width,
      height: 236,
      title: text("charts.control.title", { rater }),
      description:
        outside.length === 0
          ? text("charts.control.words", { count: points.length, outside: 0 })
          : text("charts.control.words.outside", {
              count: points.length,
              outside: outside.length,
              sessions: outside.map(({ session }) => format.number(session)),
            }),
      standalone: options.standalone === true,
    },
    [
      element("text", { class: "chart-heading", x: left, y: 14 }, [
        text("charts.control.heading", { rater }),
      ]),
      limited.length < 2 ? null : element("path", { class: "chart-usual", d: inside(limited) ?? "" }),
      limited.length < 2
        ? null
        : element("g", { class: "chart-limits" }, [
            element("path", { class: "chart-grid", d: trace((point) => point.centre) }),
            element("path", { class: "chart-limit", d: trace((point) => point.lower) }),
            element("path", { class: "chart-limit", d: trace((point) => point.upper) }),
            element("path", { class: "chart-warning", d: trace((point) => point.warning) }),
          ]),
      ...[0, 50, 100].map((value) =>
        element("text", { class: "chart-small", x: left - 6, y: y(value) + 4, "text-anchor": "end" }, [
          String(value),
        ]),
      ),
      element("path", { class: "chart-baseline", d: `M${left},${bottom}H${right}` }),
      ...sessionTicks(first, last, right - left).map((session) =>
        element("text", { class: "chart-small", x: x(session), y: bottom + 18, "text-anchor": "middle" }, [
          String(session),
        ]),
      ),
      element("text", { class: "chart-small", x: right + 6, y: bottom + 18 }, [
        text("charts.course.session"),
      ]),
      raterLine(rater, spots, new Set(), 3.25),
      ...outside.map((point) => signalRing("credible", x(point.session), y(point.percent))),
      ...(latest === undefined
        ? []
        : [
            label(text("charts.control.upper"), latest.upper),
            label(text("charts.control.centre"), latest.centre),
            label(text("charts.control.lower"), latest.lower),
          ]),
    ],
  );
}

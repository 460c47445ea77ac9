import type { Course } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { notAttended, phaseBands } from "./course/background.ts";
import { type Layout, layOut, sessionScale } from "./course/layout.ts";
import { mainPanel } from "./course/main-panel.ts";
import { missedRaters, missedStrip } from "./course/missed-strip.ts";
import { outcomePanel } from "./course/outcome-panel.ts";
import { partPanels } from "./course/part-panels.ts";
import { sessionAxis, sessionDates } from "./course/session-axis.ts";
import { flagRows, signalLane } from "./course/signal-lane.ts";
import { describeCourse } from "./describe-course.ts";
import { frame } from "./frame.ts";
import {
  drawnSeries,
  type Focus,
  mainConstruct,
  mainSeries,
  outcomeSeries,
  partSeries,
} from "./pick-series.ts";
import { type SignalWithText, signalKeys } from "./signal-key.ts";
import { type Child, element, group } from "./svg.ts";

export interface CourseChartOptions {
  /** The language of whoever looks at the chart. */
  readonly messages: StaffMessages;
  /** Prefix of every id inside; two charts on one page need two. */
  readonly id?: string;
  /** In pixels. About 960 for a desk, 358 for a phone; the layout follows. */
  readonly width?: number;
  /** Which scale the large panel shows. */
  readonly focus?: Focus;
  /** "simple" leaves out signals, usual range and parts: the picture two people look at together. */
  readonly detail?: "full" | "simple";
  /** Readable names by instrument id. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Carries its own light and dark colours, for a file that leaves the page. */
  readonly standalone?: boolean;
}

/**
 * The course of one therapy as SVG: every rater's line on the 0–100 metric with phases, missed forms and
 * signals, the symptom measure beneath on its own metric, then bond, tasks and goals.
 * A course without ratings gives a chart that says so.
 */
export function courseChart(
  course: Course,
  signals: readonly SignalWithText[],
  options: CourseChartOptions,
): string {
  const { messages, id = "course", width = 960, focus = "total", detail = "full", titles = {} } = options;
  const { text } = messages;
  const simple = detail === "simple";
  const main = mainSeries(course, focus);
  const outcome = outcomeSeries(course);
  const construct = mainConstruct(course);
  const parts = simple || focus !== "total" ? [] : partSeries(course);
  const keys = simple ? [] : signalKeys(signals);
  const [first, last] = sessionRange(
    course,
    keys.map((key) => key.session),
  );
  const rows = flagRows(keys, sessionScale(width, first, last).x);
  const missed = simple ? 0 : missedRaters(course, construct).length;
  const layout = layOut({
    width,
    firstSession: first,
    lastSession: last,
    phases: course.phases.length > 0,
    flagRows: keys.length === 0 ? 0 : Math.max(...rows.values()) + 1,
    main: main.length > 0 || outcome === null,
    missedRows: missed,
    outcome: outcome !== null,
    dates: sessionDates(course).size > 0,
    parts: parts.length,
  });
  const children: readonly Child[] = [
    phaseBands(course, layout, messages),
    ...notAttended(course, layout, id, messages),
    element("text", { class: "chart-heading", x: layout.left, y: 14 }, [
      main.length === 0 || construct === null ? "" : text("charts.course.heading", { construct, focus }),
    ]),
    ...(layout.main === null ? [] : mainPanel(course, main, layout, layout.main, !simple, messages)),
    main.length === 0 && outcome === null ? emptySentence(layout, text("charts.course.empty")) : null,
    simple ? null : missedStrip(course, construct, layout, messages),
    ...(outcome === null || layout.outcome === null
      ? []
      : outcomePanel(
          // A cut-off is a clinician's line; the picture for two has none.
          simple ? { ...course, changes: [] } : course,
          outcome,
          layout,
          layout.outcome,
          titles[outcome.instrument] ?? outcome.instrument,
          messages,
        )),
    sessionAxis(course, layout, first, last, messages),
    group("chart-signals", signalLane(keys, rows, course, main, outcome, layout, messages)),
    ...partPanels(course, parts, layout, messages),
  ];
  return frame(
    {
      id,
      width,
      height: layout.height,
      title:
        options.standalone === true
          ? text("charts.course.title.of", { client: course.case })
          : text("charts.course.title"),
      description: describeCourse(course, simple ? [] : signals, messages, titles),
      standalone: options.standalone === true,
    },
    children,
  );
}

function sessionRange(course: Course, marked: readonly number[]): readonly [number, number] {
  const seen = [
    ...drawnSeries(course).flatMap((series) => series.points.map((point) => point.session)),
    ...course.missed.filter((form) => form.construct === mainConstruct(course)).map((form) => form.session),
    ...course.notAttended,
    ...marked,
  ];
  const last = seen.reduce((most, session) => Math.max(most, session), Math.max(1, course.sessions));
  return [seen.reduce((least, session) => Math.min(least, session), Math.min(1, last)), last];
}

function emptySentence(layout: Layout, words: string): Child {
  const y = layout.main === null ? 40 : (layout.main.top + layout.main.bottom) / 2;
  return element(
    "text",
    { class: "chart-halo", x: (layout.left + layout.right) / 2, y, "text-anchor": "middle" },
    [words],
  );
}

import {
  drawnSeries,
  mainConstruct,
  mainSeries,
  outcomeSeries,
  partSeries,
  type SignalKey,
  signalKeys,
} from "@concord/charts";
import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { Signal } from "@concord/signals";
import { useMessages } from "../frame/messages.ts";
import { Table } from "../index.ts";

interface Column {
  readonly title: string;
  readonly value: (session: number) => string;
}

/** The chart as a table: a row for each session, a column for each line of the chart, and events. */
export function CourseTable(props: {
  readonly course: Course;
  readonly signals: readonly Signal[];
  readonly titles: Readonly<Record<string, string>>;
}) {
  const messages = useMessages();
  const { text, format } = messages;
  const { course, signals, titles } = props;
  const columns = columnsOf(course, titles, messages);
  const sessions = sessionsOf(course, signals);
  const keys = signalKeys(signals);
  return (
    <Table
      caption={text("case.course.table.caption")}
      head={
        <tr>
          <th scope="col">{text("case.course.table.session")}</th>
          <th scope="col">{text("case.course.table.date")}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
          <th scope="col">{text("case.course.table.events")}</th>
        </tr>
      }
    >
      {sessions.map((session) => {
        const date = dateOf(course, session);
        return (
          <tr key={session}>
            <th scope="row">{format.number(session)}</th>
            <td className="date">{date === null ? "" : format.date(date)}</td>
            {columns.map(({ title, value }) => (
              <td key={title} className="number">
                {value(session)}
              </td>
            ))}
            <td>{eventsOf(course, keys, session, messages).join(" ")}</td>
          </tr>
        );
      })}
    </Table>
  );
}

function columnsOf(
  course: Course,
  titles: Readonly<Record<string, string>>,
  { text, format }: StaffMessages,
): readonly Column[] {
  const column = (series: Series, title: string, metric: "percent" | "value"): Column => ({
    title,
    value: (session) => {
      const point = series.points.find((each) => each.session === session);
      return point === undefined
        ? ""
        : format.number(point[metric], { maximumFractionDigits: 1 }).replace("-", "−");
    },
  });
  const outcome = outcomeSeries(course);
  return [
    ...mainSeries(course, "total").map((series) =>
      column(series, text(`charts.rater.${series.rater}`), "percent"),
    ),
    ...partSeries(course).flatMap((part) =>
      part.series
        .filter((series) => series.rater === "client")
        .map((series) =>
          column(
            series,
            text("case.course.table.client-scale", { scale: text(`charts.scale.${part.scale}`) }),
            "percent",
          ),
        ),
    ),
    ...(outcome === null ? [] : [column(outcome, titles[outcome.instrument] ?? outcome.instrument, "value")]),
  ];
}

function sessionsOf(course: Course, signals: readonly Signal[]): readonly number[] {
  const construct = mainConstruct(course);
  const sessions = [
    ...drawnSeries(course).flatMap((series) => series.points.map((point) => point.session)),
    ...course.missed.filter((form) => form.construct === construct).map((form) => form.session),
    ...course.notAttended,
    ...signals.map((signal) => signal.session),
  ];
  return [...new Set(sessions)].sort((a, b) => a - b);
}

function dateOf(course: Course, session: number): string | null {
  for (const series of drawnSeries(course)) {
    const point = series.points.find((each) => each.session === session);
    if (point?.date !== undefined) return point.date;
  }
  return null;
}

function eventsOf(
  course: Course,
  keys: readonly SignalKey[],
  session: number,
  { text }: StaffMessages,
): readonly string[] {
  const construct = mainConstruct(course);
  const missed = new Set(
    course.missed
      .filter((form) => form.session === session && form.construct === construct)
      .map((form) => form.rater),
  );
  return [
    ...(course.notAttended.includes(session) ? [text("case.course.table.not-held")] : []),
    ...[...missed].map((rater) => text("case.course.table.not-answered", { rater })),
    ...keys
      .filter((key) => key.session === session)
      .map(({ number, weight }) => text("case.course.table.signal", { number, severity: weight })),
  ];
}

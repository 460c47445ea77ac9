import {
  dateWords,
  drawnSeries,
  mainConstruct,
  mainSeries,
  numberWords,
  outcomeSeries,
  partSeries,
  raterWords,
  type SignalKey,
  scaleWords,
  signalKeys,
  weightWords,
} from "@concord/charts";
import type { Course, Series } from "@concord/course";
import type { Signal } from "@concord/signals";
import { Table } from "../index.ts";

interface Column {
  readonly title: string;
  readonly value: (session: number) => string;
}

/** The chart as a table: a line a session, a column for each line of the drawing, and what happened. */
export function CourseTable(props: {
  readonly course: Course;
  readonly signals: readonly Signal[];
  readonly titles: Readonly<Record<string, string>>;
}) {
  const { course, signals, titles } = props;
  const columns = columnsOf(course, titles);
  const sessions = sessionsOf(course, signals);
  const keys = signalKeys(signals);
  return (
    <Table
      caption="Every rating by session. Alliance on 0–100; blank where there is no rating."
      head={
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Date</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
          <th scope="col">What happened</th>
        </tr>
      }
    >
      {sessions.map((session) => (
        <tr key={session}>
          <th scope="row">{session}</th>
          <td className="date">{dateOf(course, session)}</td>
          {columns.map(({ title, value }) => (
            <td key={title} className="number">
              {value(session)}
            </td>
          ))}
          <td>{happenings(course, keys, session)}</td>
        </tr>
      ))}
    </Table>
  );
}

function columnsOf(course: Course, titles: Readonly<Record<string, string>>): readonly Column[] {
  const percent = (series: Series, title: string): Column => ({
    title,
    value: (session) => {
      const point = series.points.find((each) => each.session === session);
      return point === undefined ? "" : numberWords(point.percent);
    },
  });
  const outcome = outcomeSeries(course);
  return [
    ...mainSeries(course, "total").map((series) => percent(series, raterWords[series.rater])),
    ...partSeries(course).flatMap((part) =>
      part.series
        .filter((series) => series.rater === "client")
        .map((series) => percent(series, `${scaleWords(part.scale)}, client`)),
    ),
    ...(outcome === null
      ? []
      : [
          {
            title: titles[outcome.instrument] ?? outcome.instrument,
            value: (session: number) => {
              const point = outcome.points.find((each) => each.session === session);
              return point === undefined ? "" : numberWords(point.value);
            },
          },
        ]),
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

function dateOf(course: Course, session: number): string {
  for (const series of drawnSeries(course)) {
    const point = series.points.find((each) => each.session === session);
    if (point?.date !== undefined) return dateWords(point.date);
  }
  return "";
}

function happenings(course: Course, keys: readonly SignalKey[], session: number): string {
  const construct = mainConstruct(course);
  const missed = new Set(
    course.missed
      .filter((form) => form.session === session && form.construct === construct)
      .map((form) => form.rater),
  );
  return [
    course.notAttended.includes(session) ? "Did not take place." : "",
    ...[...missed].map((rater) => `No form from the ${raterWords[rater].toLowerCase()}.`),
    ...keys
      .filter((key) => key.session === session)
      .map((key) => `Signal ${key.number}, ${weightWords[key.weight].toLowerCase()}.`),
  ]
    .filter((words) => words !== "")
    .join(" ");
}

import type { Change, Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import { rounded } from "./numbers.ts";
import { mainConstruct, mainSeries, outcomeSeries } from "./pick-series.ts";
import { type SignalWithText, signalKeys } from "./signal-key.ts";

/** Returns what the chart shows in sentences: for screen readers, the terminal and readers who prefer text. */
export function describeCourse(
  course: Course,
  signals: readonly SignalWithText[],
  messages: StaffMessages,
  titles: Readonly<Record<string, string>> = {},
): string {
  const { text } = messages;
  const sentences: string[] = [];
  const series = mainSeries(course, "total");
  const outcome = outcomeSeries(course);
  if (series.length === 0 && outcome === null) return `${text("charts.course.empty")}.`;
  const construct = mainConstruct(course) ?? "alliance";
  for (const each of series) sentences.push(...ratingsSentence(each, construct, messages));
  if (outcome !== null) sentences.push(...outcomeSentences(course, outcome, titles, messages));
  if (course.phases.length > 0) {
    const phases = course.phases.map((phase) =>
      text("charts.course.words.phase", { phase: phase.name, from: phase.from }),
    );
    sentences.push(text("charts.course.words.phases", { phases }));
  }
  if (course.notAttended.length > 0)
    sentences.push(text("charts.course.words.not-held", sessionsOf(course.notAttended, messages)));
  const missed = course.missed.filter((one) => one.construct === mainConstruct(course));
  for (const rater of new Set(missed.map((one) => one.rater))) {
    const sessions = missed.filter((one) => one.rater === rater).map((one) => one.session);
    sentences.push(text("charts.course.words.missed", { rater, ...sessionsOf(sessions, messages) }));
  }
  sentences.push(...signalSentences(signals, messages));
  return sentences.join(" ");
}

/** Each signal of more than minor severity as a sentence; minor ones by their sessions, so that the few are seen. */
function signalSentences(signals: readonly SignalWithText[], messages: StaffMessages): readonly string[] {
  const keys = signalKeys(signals);
  const minor = keys.filter((key) => key.weight === "note").map((key) => key.session);
  return [
    ...keys
      .filter((key) => key.weight !== "note")
      .map(({ number, session, weight, lead }) =>
        messages.text("charts.course.words.signal", {
          number,
          session,
          severity: weight,
          finding: lead.text,
        }),
      ),
    ...(minor.length === 0 ? [] : [messages.text("charts.course.words.minor", sessionsOf(minor, messages))]),
  ];
}

function ratingsSentence(
  { rater, points }: Series,
  construct: "alliance" | "cohesion",
  { text }: StaffMessages,
): readonly string[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return [];
  if (points.length === 1) {
    const values = { rater, construct, score: rounded(first.percent), session: first.session };
    return [text("charts.course.words.one-rating", values)];
  }
  const lowest = points.reduce((least, point) => (point.percent < least.percent ? point : least));
  return [
    text("charts.course.words.ratings", {
      rater,
      construct,
      first: rounded(first.percent),
      firstSession: first.session,
      last: rounded(last.percent),
      lastSession: last.session,
      lowest: rounded(lowest.percent),
      lowestSession: lowest.session,
      count: points.length,
    }),
  ];
}

function outcomeSentences(
  course: Course,
  series: Series,
  titles: Readonly<Record<string, string>>,
  { text }: StaffMessages,
): readonly string[] {
  const first = series.points[0];
  const last = series.points[series.points.length - 1];
  if (first === undefined || last === undefined) return [];
  const change = course.changes.find(
    (each): each is Extract<Change, { kind: "change" }> =>
      each.kind === "change" && each.instrument === series.instrument && each.scale === series.scale,
  );
  return [
    text("charts.course.words.outcome", {
      title: titles[series.instrument] ?? series.instrument,
      minimum: rounded(series.minimum),
      maximum: rounded(series.maximum),
      better: series.better,
      first: rounded(first.value),
      firstSession: first.session,
      last: rounded(last.value),
      lastSession: last.session,
    }),
    ...(change === undefined ? [] : [text(`charts.course.change.${change.state}`)]),
  ];
}

function sessionsOf(sessions: readonly number[], { format }: StaffMessages) {
  const sorted = [...new Set(sessions)].sort((a, b) => a - b);
  return { count: sorted.length, sessions: format.list(sorted.map((session) => format.number(session))) };
}

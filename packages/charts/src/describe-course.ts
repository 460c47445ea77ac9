import type { Change, Course, Series } from "@concord/course";
import { mainConstruct, mainSeries, outcomeSeries } from "./pick-series.ts";
import { type SignalWithText, signalKeys } from "./signal-key.ts";
import { numberWords, phaseWords, raterWords, scaleWords, weightWords } from "./words.ts";

/** What the chart shows, in sentences: for screen readers, the terminal and anyone who would rather read. */
export function describeCourse(
  course: Course,
  signals: readonly SignalWithText[],
  titles: Readonly<Record<string, string>> = {},
): string {
  const sentences: string[] = [];
  const series = mainSeries(course, "total");
  const outcome = outcomeSeries(course);
  if (series.length === 0 && outcome === null) return "No ratings yet.";
  for (const each of series) {
    const what = `${raterWords[each.rater]}, ${scaleWords(mainConstruct(course) ?? "alliance").toLowerCase()}`;
    sentences.push(lineSentence(each, what));
  }
  if (outcome !== null) sentences.push(outcomeSentence(course, outcome, titles));
  if (course.phases.length > 0) {
    const phases = course.phases.map(
      (phase) => `${phaseWords[phase.name].toLowerCase()} from session ${phase.from}`,
    );
    sentences.push(`Phases: ${phases.join(", ")}.`);
  }
  if (course.notAttended.length > 0) {
    sentences.push(`Did not take place: ${sessionWords(course.notAttended)}.`);
  }
  const missed = course.missed.filter((form) => form.construct === mainConstruct(course));
  for (const rater of new Set(missed.map((form) => form.rater))) {
    const sessions = missed.filter((form) => form.rater === rater).map((form) => form.session);
    sentences.push(`No form from the ${raterWords[rater].toLowerCase()}: ${sessionWords(sessions)}.`);
  }
  sentences.push(...signalSentences(signals));
  return sentences.join(" ");
}

/**
 * Each heavier signal in its own words; notes by their sessions, so that the few are not lost among the
 * many.
 */
function signalSentences(signals: readonly SignalWithText[]): readonly string[] {
  const keys = signalKeys(signals);
  const notes = keys.filter((key) => key.weight === "note").map((key) => key.session);
  return [
    ...keys
      .filter((key) => key.weight !== "note")
      .map(
        (key) =>
          `Signal ${key.number}, session ${key.session}, ` +
          `${weightWords[key.weight].toLowerCase()}: ${key.lead.text}`,
      ),
    ...(notes.length === 0 ? [] : [`Smaller signals in ${sessionWords(notes)}.`]),
  ];
}

function lineSentence(series: Series, what: string): string {
  const first = series.points[0];
  const last = series.points[series.points.length - 1];
  if (first === undefined || last === undefined) return `${what}: no ratings.`;
  if (series.points.length === 1) {
    return `${what}: ${numberWords(first.percent)} of 100 in session ${first.session}.`;
  }
  const lowest = series.points.reduce((least, point) => (point.percent < least.percent ? point : least));
  return (
    `${what}: ${numberWords(first.percent)} of 100 in session ${first.session}, ` +
    `${numberWords(last.percent)} in session ${last.session}, ` +
    `lowest ${numberWords(lowest.percent)} in session ${lowest.session}; ${series.points.length} ratings.`
  );
}

function outcomeSentence(course: Course, series: Series, titles: Readonly<Record<string, string>>): string {
  const first = series.points[0];
  const last = series.points[series.points.length - 1];
  const title = titles[series.instrument] ?? series.instrument;
  const direction = series.better === "neither" ? "" : `, ${series.better} is better`;
  if (first === undefined || last === undefined) return `${title}: no scores.`;
  const change = course.changes.find(
    (each): each is Extract<Change, { kind: "change" }> =>
      each.kind === "change" && each.instrument === series.instrument && each.scale === series.scale,
  );
  const state = change === undefined ? "" : ` Change so far: ${change.state.replaceAll("-", " ")}.`;
  return (
    `${title} (${numberWords(series.minimum)} to ${numberWords(series.maximum)}${direction}): ` +
    `${numberWords(first.value)} in session ${first.session}, ` +
    `${numberWords(last.value)} in session ${last.session}.${state}`
  );
}

function sessionWords(sessions: readonly number[]): string {
  const sorted = [...new Set(sessions)].sort((a, b) => a - b);
  return `${sorted.length === 1 ? "session" : "sessions"} ${sorted.join(", ")}`;
}

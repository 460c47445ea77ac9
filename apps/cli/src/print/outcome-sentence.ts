import type { Change, Course, Series } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import { english } from "../english.ts";
import { roundedNumber } from "./rounded-number.ts";

const stateWords: Readonly<Record<Extract<Change, { kind: "change" }>["state"], string>> = {
  recovered: "recovered",
  improved: "reliably improved",
  unchanged: "no reliable change",
  deteriorated: "reliably worse",
  "crossed-without-reliable-change": "over the clinical line, but by less than a reliable change",
};

/**
 * How did each outcome measure go, from its first to its latest rating? On its own metric, with the verdict where a
 * criterion of reliable change is known.
 */
export function outcomeSentences(course: Course, when: (session: number) => string): readonly string[] {
  return course.series
    .filter((series) => series.construct === "outcome")
    .map((series) => {
      const change = course.changes.find(
        (own) =>
          own.instrument === series.instrument && own.scale === series.scale && own.rater === series.rater,
      );
      return `${path(series, when)}${verdict(change)}`;
    });
}

function path(series: Series, when: (session: number) => string): string {
  const [first, last] = [series.points[0]!, series.points.at(-1)!];
  const name = findInstrument(series.instrument)?.shortTitle ?? series.instrument;
  const scale = series.scale === "total" ? "" : `, ${series.scale}`;
  const who = `${name}${scale} (${english.text(`charts.rater.${series.rater}`).toLowerCase()})`;
  if (first === last)
    return `${who}: ${roundedNumber(first.value)} at ${when(first.session)}, the only rating so far`;
  return `${who}: ${roundedNumber(first.value)} at ${when(first.session)}, ${roundedNumber(last.value)} at ${when(last.session)}`;
}

function verdict(change: Change | undefined): string {
  if (change === undefined) return ".";
  if (change.kind === "none") return ".";
  const beyond = `a change of ${roundedNumber(change.criterion)} is more than measurement error`;
  return `; ${stateWords[change.state]} (${beyond}).`;
}

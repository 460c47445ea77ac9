import type { Change, Course, OutcomeEvent, OutcomeReading, Series } from "@concord/course";
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

/** A sentence about one outcome measure, and whose it is. */
export interface OutcomeSentence {
  readonly of: Pick<Series, "instrument" | "scale" | "rater">;
  readonly text: string;
}

/**
 * Returns a sentence for each outcome measure: its path from the first to the latest rating on its own metric, its
 * reliable change where a criterion is known, and whether it is on track.
 */
export function outcomeSentences(
  course: Course,
  when: (session: number) => string,
): readonly OutcomeSentence[] {
  return course.series
    .filter((series) => series.construct === "outcome")
    .map((series) => {
      const change = course.changes.find((own) => isSameMeasure(series, own));
      const reading = course.outcomes.find((own) => isSameMeasure(series, own));
      const parts = [
        path(series, when),
        ...verdict(change),
        ...(reading === undefined ? [] : trackWords(reading, change, when)),
      ];
      return { of: series, text: `${parts.join("; ")}.` };
    });
}

/** Returns whether two are the same scale of the same questionnaire by the same rater. */
export function isSameMeasure(a: OutcomeSentence["of"], b: OutcomeSentence["of"]): boolean {
  return a.instrument === b.instrument && a.scale === b.scale && a.rater === b.rater;
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

function verdict(change: Change | undefined): readonly string[] {
  if (change === undefined || change.kind === "none") return [];
  const beyond = `a change of ${roundedNumber(change.criterion)} is more than measurement error`;
  return [`${stateWords[change.state]} (${beyond})`];
}

/** What the state adds to the change, and what else is seen in the course. */
function trackWords(
  reading: OutcomeReading,
  change: Change | undefined,
  when: (session: number) => string,
): readonly string[] {
  const since = `since ${when(reading.since)}`;
  const isSaid = change?.kind === "change" && change.state === reading.state;
  const provisional = reading.expected?.provisional === true ? ", provisional" : "";
  const words: Readonly<Record<OutcomeReading["state"], string | null>> = {
    recovered: isSaid ? since : `recovered ${since}`,
    improved: isSaid ? since : `improved ${since}`,
    deteriorated: isSaid ? since : `deteriorated ${since}`,
    "on-track": `on track${provisional}`,
    "not-on-track": `not on track ${since}${provisional}`,
    "too-early": "too early to say whether it is on track",
    "cannot-say": null,
  };
  const own = words[reading.state];
  return [...(own === null ? [] : [own]), ...reading.also.map((event) => eventWords(event, when))];
}

function eventWords({ kind, from, to }: OutcomeEvent, when: (session: number) => string): string {
  switch (kind) {
    case "relapse":
      return `relapse in ${when(to)} after the gain of ${when(from)}`;
    case "plateau":
      return `no reliable movement since ${when(from)}`;
    case "sudden-gain":
      return `sudden gain between ${when(from)} and ${when(to)}`;
  }
}

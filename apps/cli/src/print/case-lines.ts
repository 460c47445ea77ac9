import { leadSeries, summarise } from "@concord/course";
import { printable } from "@concord/interchange/table";
import type { Signal } from "@concord/signals";
import { gotWorse } from "../attention.ts";
import { english } from "../english.ts";
import { signalName } from "../signal-name.ts";
import type { TracedCase } from "../trace-file.ts";
import { outcomeSentences } from "./outcome-sentence.ts";
import type { Paint } from "./paint.ts";
import { roundedNumber } from "./rounded-number.ts";
import { wrapped } from "./table.ts";

export interface CaseDetail {
  readonly width: number;
  readonly paint: Paint;
  readonly allSignals: boolean;
}

/** One case in words: how the alliance goes, how the outcome goes, what stands out and how to ask why. */
export function caseLines(own: TracedCase, { width, paint, allSignals }: CaseDetail): readonly string[] {
  const when = whenWords(own);
  const therapist = own.therapist === null ? "" : `, therapist ${printable(own.therapist)}`;
  const lead = leadSeries(own.course);
  const alliance = lead === null ? [] : [english.of(summarise(own.course).message)];
  const shown = allSignals ? own.signals : own.current.slice(0, 1);
  const sentences = [...alliance, ...outcomeSentences(own.course, when)];
  return [
    `${paint.strong(printable(own.case, 60))}${paint.faint(`${therapist}, ${span(own)}`)}`,
    ...sentences.flatMap((sentence) => wrapped(sentence, width, "  ")),
    ...shown.flatMap((signal) => signalLines(own, signal, when, { width, paint, allSignals })),
    ...wrapped(remainder(own, shown.length, allSignals), width, "  ").map(paint.faint),
  ];
}

function signalLines(
  own: TracedCase,
  signal: Signal,
  when: (session: number) => string,
  { width, paint }: CaseDetail,
): readonly string[] {
  const place = own.times.length > 0 ? ` [${when(signal.session)}]` : "";
  const mark = english.text(`charts.severity.${signal.weight}`);
  const [first, ...rest] = wrapped(`${mark}: ${english.of(signal.message)}${place}`, width, "  ");
  return [
    first!.replace(mark, paint.weight(signal.weight, mark)),
    ...rest,
    paint.faint(`  why: ${printable(signalName(own.case, signal), 200)}`),
  ];
}

function remainder(own: TracedCase, shown: number, all: boolean): string {
  const nothing = gotWorse(own) ? "Apart from the worse outcome, nothing stands out" : "Nothing stands out";
  if (own.signals.length === 0) return `${nothing}.`;
  if (all) return "";
  const more = own.current.length - shown;
  const past = own.signals.length - own.current.length;
  const parts = [
    ...(more > 0 ? [`${more} more now`] : []),
    ...(past > 0 ? [`${past} from earlier`] : []),
  ].join(", ");
  if (own.current.length === 0) return `${nothing} now (${parts}; --all-signals prints them).`;
  return parts === "" ? "" : `Also ${parts} (--all-signals prints them).`;
}

/** How a session is spoken of: by its number, or by the day or month of the file. */
function whenWords(own: TracedCase): (session: number) => string {
  const labels = new Map(own.times.map(({ session, label, unit }) => [session, timeWords(unit, label)]));
  return (session) => labels.get(session) ?? (session === 0 ? "intake" : `session ${session}`);
}

function timeWords(unit: string, label: string): string {
  const number = Number(label);
  const value = label !== "" && Number.isFinite(number) ? roundedNumber(number) : printable(label);
  return `${printable(unit)} ${value}`;
}

function span(own: TracedCase): string {
  const { times, course } = own;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) {
    return course.sessions === 1 ? "1 session" : `${course.sessions} sessions`;
  }
  const what = times.length === 1 ? "1 occasion" : `${times.length} occasions`;
  if (first === last) return `${what}, ${timeWords(first.unit, first.label)}`;
  return `${what}, ${timeWords(first.unit, first.label)} to ${timeWords("", last.label).trim()}`;
}

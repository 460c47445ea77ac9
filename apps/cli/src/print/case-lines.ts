import { leadSeries, summarise } from "@concord/course";
import { printable } from "@concord/interchange/table";
import type { AttentionItem, Signal } from "@concord/signals";
import { english } from "../english.ts";
import { signalName } from "../signal-name.ts";
import type { TracedCase } from "../trace-file.ts";
import { isSameMeasure, type OutcomeSentence, outcomeSentences } from "./outcome-sentence.ts";
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
  const outcomes = outcomeSentences(own.course, when);
  const { items } = own.attention;
  const unlisted = outcomes.filter(
    ({ of }) => !items.some(({ outcome }) => outcome !== undefined && isSameMeasure(of, outcome)),
  );
  const sentences = [...alliance, ...unlisted.map(({ text }) => text)];
  return [
    `${paint.strong(printable(own.case, 60))}${paint.faint(`${therapist}, ${span(own)}`)}`,
    ...sentences.flatMap((sentence) => wrapped(sentence, width, "  ")),
    ...items.flatMap((item) => itemLines(own, item, outcomes, width, paint)),
    ...(allSignals
      ? own.signals.flatMap((signal) => signalLines(own, signal, when, { width, paint, allSignals }))
      : []),
    ...own.attention.suspended.flatMap(({ message }) => wrapped(english.of(message), width, "  ")),
    ...wrapped(remainder(own, allSignals), width, "  ").map(paint.faint),
  ];
}

/**
 * Returns what needs attention, with the name under which `concord why` explains the heaviest signal of it. An outcome is told
 * here in its whole sentence, and nowhere else.
 */
function itemLines(
  own: TracedCase,
  item: AttentionItem,
  outcomes: readonly OutcomeSentence[],
  width: number,
  paint: Paint,
): readonly string[] {
  const { outcome } = item;
  const told = outcomes.find(({ of }) => outcome !== undefined && isSameMeasure(of, outcome));
  const mark = english.text(`charts.severity.${item.weight}`);
  const [first, ...rest] = wrapped(`${mark}: ${told?.text ?? english.of(item.message)}`, width, "  ");
  const signal = item.signals[0];
  return [
    first!.replace(mark, paint.weight(item.weight, mark)),
    ...rest,
    ...(signal === undefined ? [] : [paint.faint(`  why: ${printable(signalName(own.case, signal), 200)}`)]),
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

function remainder(own: TracedCase, all: boolean): string {
  const nothing = own.attention.items.length === 0 ? "Nothing needs attention" : "";
  if (all || own.signals.length === 0) return nothing === "" ? "" : `${nothing}.`;
  const count = own.signals.length;
  const signals = `${count} ${count === 1 ? "signal" : "signals"} in all (--all-signals prints them)`;
  return nothing === "" ? `${signals}.` : `${nothing}; ${signals}.`;
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

import type { Plan } from "../mapping/plan.ts";
import type { ProblemKind } from "../problem.ts";
import { nearest } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";
import { type ReadMoment, readClock } from "../value/date.ts";
import { readNumber } from "../value/number.ts";
import { readSession } from "../value/session.ts";
import { unguarded } from "../write/csv.ts";

/** When something was rated: the session's number, or a moment whose order within the case makes it one. */
export interface FormattedDate {
  readonly at: number;
  /** As the file had it, where it is not a session's number. */
  readonly label: string | null;
  /** The day, where the moment is a date. */
  readonly day?: string;
}

/** Whose row it is and when. */
export interface RowPlace {
  readonly case: string;
  readonly therapist: string | null;
  /** Null where the names of the columns tell the session. */
  readonly when: FormattedDate | null;
  readonly date: string | null;
  readonly line: number;
}

export interface PlaceFault {
  readonly problem: ProblemKind;
  readonly column: string;
  readonly sentence: string;
  readonly kept: string | null;
}

export type ReadPlace =
  | { readonly kind: "place"; readonly place: RowPlace; readonly fault: PlaceFault | null }
  | { readonly kind: "nowhere"; readonly fault: PlaceFault };

const longestName = 200;

/** Whose row is it, and which session? A date nobody can read costs the date, not the rating. */
export function readPlace(
  plan: Plan,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
  dateIn: DateIn,
  line: number,
): ReadPlace {
  const nowhere = (problem: ProblemKind, column: string, sentence: string): ReadPlace => ({
    kind: "nowhere",
    fault: { problem, column, sentence, kept: null },
  });
  const column = plan.case?.column ?? "";
  const name = plan.case === null ? `line ${line}` : unguarded(field(plan.case.at));
  if (isMissing(name)) return nowhere("missing-required", column, "The case is missing.");
  if (name.length > longestName) {
    return nowhere("too-large", column, `The case's name is longer than ${longestName} characters.`);
  }
  const when = readWhen(plan, field, isMissing, dateIn);
  if (when.kind === "fault") return nowhere(when.problem, when.column, when.sentence);
  const dated = readDateField(plan, field, isMissing, dateIn);
  const therapist = plan.therapist === null ? "" : unguarded(field(plan.therapist.at));
  return {
    kind: "place",
    place: {
      case: name,
      therapist: isMissing(therapist) ? null : therapist.slice(0, longestName),
      when: when.when,
      date: dated.date ?? when.when?.day ?? null,
      line,
    },
    fault: dated.fault,
  };
}

type ReadWhen =
  | { readonly kind: "when"; readonly when: FormattedDate | null }
  | {
      readonly kind: "fault";
      readonly problem: ProblemKind;
      readonly column: string;
      readonly sentence: string;
    };

function readWhen(
  plan: Plan,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
  dateIn: DateIn,
): ReadWhen {
  if (plan.when.kind === "columns") return { kind: "when", when: null };
  if (plan.when.kind === "none") return { kind: "when", when: { at: 1, label: null } };
  const { at, column, kind } = plan.when;
  const text = field(at);
  if (kind === "session") {
    const session = readSession(text);
    if (session !== null) return { kind: "when", when: { at: session, label: null } };
    if (isMissing(text)) {
      return { kind: "fault", problem: "missing-required", column, sentence: "The session is missing." };
    }
    const sentence = `${quoted(text)} is not a session's number (0, 1, 2, … up to 9999).`;
    return { kind: "fault", problem: "bad-session", column, sentence };
  }
  if (isMissing(text)) {
    return { kind: "fault", problem: "missing-required", column, sentence: `The ${kind} is missing.` };
  }
  const number = kind === "time" ? readNumber(text) : null;
  if (number?.kind === "number") return { kind: "when", when: { at: number.value, label: text } };
  const date = dateIn(at, text);
  if (date.kind === "date") return { kind: "when", when: momentOf(date) };
  const clock = kind === "time" && plan.date !== null ? readClock(text) : null;
  if (clock !== null) {
    const day = dateIn(plan.date!.at, field(plan.date!.at));
    if (day.kind === "date")
      return {
        kind: "when",
        when: { at: day.at + clock.seconds - (clock.offset ?? 0), label: `${day.iso} ${clock.text}` },
      };
  }
  return {
    kind: "fault",
    problem: "bad-time",
    column,
    sentence:
      kind === "date"
        ? dateSentence(text, date)
        : `${quoted(text)} is neither a number nor a date, so its place in time is unknown (--recode can give one).`,
  };
}

/** Reads a text of the column at this place as a date. */
export type DateIn = (at: number, text: string) => ReadMoment;

/** Several moments of one day are told apart by their time. */
function momentOf({ at, iso, time }: Extract<ReadMoment, { kind: "date" }>): FormattedDate {
  return { at, label: time === null ? iso : `${iso} ${time}`, day: iso };
}

function readDateField(
  plan: Plan,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
  dateIn: DateIn,
): { readonly date: string | null; readonly fault: PlaceFault | null } {
  if (plan.date === null) return { date: null, fault: null };
  const text = field(plan.date.at);
  if (isMissing(text)) return { date: null, fault: null };
  const read = dateIn(plan.date.at, text);
  if (read.kind === "date") return { date: read.iso, fault: null };
  // A column whose order nobody can tell is reported once, as a whole.
  if (read.kind === "ambiguous") return { date: null, fault: null };
  const sentence = dateSentence(text, read);
  return {
    date: null,
    fault: { problem: "bad-date", column: plan.date.column, sentence, kept: "Kept without its date." },
  };
}

function dateSentence(text: string, read: Exclude<ReadMoment, { kind: "date" }>): string {
  if (read.kind === "other-order")
    return `${quoted(text)} is no date in the order of this column; it is one ${read.order === "day-first" ? "with the day first" : "with the month first"}.`;
  return read.kind === "ambiguous"
    ? `${quoted(text)} may mean two days; write dates as 2024-03-01.`
    : `${quoted(text)} is not a date; write dates as 2024-03-01.`;
}

/** For a word that should be a rater. */
export function unknownRater(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  const hint =
    meant === null
      ? "Raters are client, therapist, observer, caregiver and member."
      : `Did you mean ${meant}?`;
  return `${quoted(word)} is not a rater. ${hint}`;
}

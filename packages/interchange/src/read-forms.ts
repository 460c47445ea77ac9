import type { Instrument } from "@concord/instruments";
import type { Mapping } from "./mapping/mapping.ts";
import { type ProblemKind, problemLog, type RowProblem } from "./problem.ts";
import type { ReadColumn, Source } from "./ratings.ts";
import { columnsRead } from "./read/columns-read.ts";
import { readTable } from "./read/read-table.ts";
import type { FormattedDate, RowPlace } from "./read/row-place.ts";
import type { LeftOut } from "./read/rows-left-out.ts";
import type { Sink } from "./read/sink.ts";

/** One filled-in form of a table, ready for `score`. */
export interface ReadForm {
  /** The case, or `line 7` where the file has none. */
  readonly case: string;
  readonly therapist: string | null;
  /** Null where the file tells none. */
  readonly session: number | null;
  /** The day, week or date of the file, where it has that instead of a session's number. */
  readonly time: string | null;
  readonly date: string | null;
  readonly form: Instrument;
  readonly values: Readonly<Record<string, number>>;
  readonly line: number;
}

export interface FormsRead {
  readonly forms: number;
  /** Rows below the heading; `used` and those in `leftOut` make them up. */
  readonly rows: number;
  readonly used: number;
  readonly leftOut: readonly LeftOut[];
  readonly columns: readonly ReadColumn[];
  readonly missing: number;
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly byKind: Readonly<Partial<Record<ProblemKind, number>>>;
  readonly notes: readonly string[];
}

/** Forms held at once, where the answers of one form are in rows of their own. */
const mostForms = 2_000_000;

interface OpenForm {
  readonly place: RowPlace;
  readonly when: FormattedDate;
  readonly form: Instrument;
  readonly values: Record<string, number>;
}

/**
 * Which forms does a table of answers hold? Hands each to `take` and keeps none: a form whose answers stand side by
 * side as soon as its row is read, one whose answers stand below each other when the file ends, because nobody
 * promised that they follow each other.
 */
export async function readForms(
  source: Source,
  mapping: Mapping,
  take: (form: ReadForm) => void,
): Promise<FormsRead> {
  const log = problemLog();
  let forms = 0;
  const open = new Map<Instrument, Map<string, OpenForm>>();
  let held = 0;
  const give = ({ place, when, form, values }: OpenForm, numbered: boolean): void => {
    forms++;
    take({
      case: place.case,
      therapist: place.therapist,
      session: numbered && when.label === null ? when.at : null,
      time: when.label,
      date: place.date,
      form,
      values,
      line: place.line,
    });
  };
  const read = await readTable(
    source,
    mapping,
    log,
    (plan): Sink => {
      const numbered = plan.when.kind === "session" || plan.when.kind === "columns";
      return {
        form: (found) => give({ ...found, values: found.values }, numbered),
        answer: ({ place, when, column, form, item, value }) => {
          const byPlace = open.get(form) ?? new Map<string, OpenForm>();
          open.set(form, byPlace);
          const key = `${when.at} ${place.case}`;
          const known = byPlace.get(key);
          if (known === undefined) {
            byPlace.set(key, { place, when, form, values: { [item]: value } });
            held++;
          } else if (known.values[item] === undefined) known.values[item] = value;
          else {
            const sentence = `Item ${item} of this form is already in the file (from line ${known.place.line}).`;
            log.add({ kind: "duplicate", line: place.line, column, sentence, kept: "The first was kept." });
          }
        },
        score: ({ place, column }) => {
          const sentence = "This is a score already; scoring needs the answers to single items.";
          log.add({ kind: "missing-required", line: place.line, column, sentence, kept: null });
        },
        unanswered: () => {},
        risk: () => {},
      };
    },
    () =>
      held <= mostForms ? null : `More than ${mostForms} forms at once are too many; split the file by case.`,
    "forms",
  );
  if (read.sink !== null) {
    const numbered = read.plan?.when.kind === "session" || read.plan?.when.kind === "columns";
    for (const byPlace of open.values()) for (const form of byPlace.values()) give(form, numbered);
  }
  return {
    forms,
    rows: read.counts.rows,
    used: read.counts.used,
    leftOut: read.leftOut,
    columns: read.plan === null ? [] : columnsRead(read.plan),
    missing: read.counts.missing,
    problems: log.listed(),
    problemCount: log.total(),
    byKind: log.counts(),
    notes: read.notes,
  };
}

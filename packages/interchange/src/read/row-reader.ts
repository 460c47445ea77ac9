import type { Rater } from "@concord/instruments";
import type { Cell, ItemGroup, Plan, WordSource } from "../mapping/plan.ts";
import type { ProblemKind, ProblemLog } from "../problem.ts";
import type { Delimiter } from "../text/delimiter.ts";
import { quoted } from "../text/printable.ts";
import { missingTest } from "../value/missing.ts";
import { readNumber } from "../value/number.ts";
import { raterWords, readRater } from "../value/rater.ts";
import { type AnswerTally, answerTally } from "./answer-tally.ts";
import { type ColumnRules, columnRules } from "./column-rules.ts";
import { formOf, settledByHeading } from "./heading-words.ts";
import { knownWords } from "./known-words.ts";
import { answerIn, type DecimalMark, itemCodes, itemNamed, numberIn, scoreOf } from "./read-cell.ts";
import { type GroupForm, readGroup } from "./read-group.ts";
import { type FormattedDate, type RowPlace, readPlace, unknownRater } from "./row-place.ts";
import { type LeftOut, rowsLeftOut, watched } from "./rows-left-out.ts";
import type { Sink } from "./sink.ts";

/** What the reader counted. */
export interface RowCounts {
  /** Rows below the heading that are not blank. */
  rows: number;
  /** Rows of which something was used. */
  used: number;
  passedOver: number;
  missing: number;
}

export interface RowReader {
  readonly row: (fields: readonly string[], line: number) => void;
  /** A line that could not be split into fields. */
  readonly unreadable: (kind: "damaged-row" | "ragged-row", line: number, sentence: string) => void;
  /** Reads the rows that waited for what a whole column decides. */
  readonly finish: () => void;
  readonly counts: Readonly<RowCounts>;
  /** Rows of which nothing was used, by reason. */
  readonly leftOut: () => readonly LeftOut[];
  readonly remarks: () => readonly string[];
}

/** What a row says about one of its cells, before the number itself is looked at. */
interface Said {
  readonly cell: Cell;
  readonly place: RowPlace;
  readonly when: FormattedDate;
  readonly text: string;
  readonly rater: Rater | null;
  readonly target: string | null;
  readonly instrument: string | null;
}

/**
 * Reads rows by a plan and hands what they hold to a sink. Whatever is wrong is logged, cell by cell; what makes the
 * whole file doubtful goes to `refuse`.
 */
export function rowReader(
  plan: Plan,
  delimiter: Delimiter,
  givenSink: Sink,
  log: ProblemLog,
  refuse: (sentence: string) => void,
): RowReader {
  const { sink, isTaken, begin } = watched(givenSink, log);
  const words = knownWords(plan.mapping);
  const isMissing = missingTest(plan.mapping);
  const decimal: DecimalMark = { mark: null, line: 0, delimiter };
  const counts: RowCounts = { rows: 0, used: 0, passedOver: 0, missing: 0 };
  const left = rowsLeftOut();
  const tally: AnswerTally = answerTally();
  const rules: ColumnRules = columnRules(plan, isMissing, log);
  let waiting: { readonly fields: readonly string[]; readonly line: number }[] = [];
  let refused = false;
  const groupForms = plan.groups.map(() => new Map<Rater | null, GroupForm | "unknown">());
  const cells = plan.cells.filter((cell) => settledByHeading(cell, words, log));
  const fractions = plan.mapping.fractions ?? "refused";
  let fields: readonly string[] = [];
  let line = 0;

  const field = (at: number): string => {
    const raw = fields[at]!;
    const text = raw.length === 1 && raw >= "0" && raw <= "9" ? raw : raw.trim();
    return plan.recode.size === 0 ? text : (plan.recode.get(at)?.get(text) ?? text);
  };
  const tell = (
    kind: ProblemKind,
    column: string | null,
    sentence: string,
    kept: string | null = null,
  ): void => log.add({ kind, line, column, sentence, kept });
  const wordOf = (source: WordSource): string | null => {
    if (source.kind === "word") return source.word;
    if (source.kind === "none") return null;
    const text = field(source.at);
    return isMissing(text) ? null : text;
  };

  /** The rater of this row; null where the file has no such column; undefined where there is a fault. */
  const raterIn = (source: WordSource): Rater | null | undefined => {
    if (source.kind === "none") return null;
    const word = wordOf(source);
    const column = source.kind === "column" ? source.column : null;
    if (word === null) {
      tell("missing-required", column, "The rater is missing.");
      return undefined;
    }
    const rater = readRater(word);
    if (rater !== null) return rater;
    tell("unknown-rater", column, unknownRater(word, raterWords));
    return undefined;
  };

  const readCell = (cell: Cell, place: RowPlace): void => {
    const when: FormattedDate = cell.session === null ? place.when! : { at: cell.session, label: null };
    const text = field(cell.at);
    const rater = raterIn(cell.rater);
    if (rater === undefined) return;
    const item = cell.item === undefined ? null : wordOf(cell.item);
    const kind = cell.kind === "either" ? (item === null ? "scale" : "item") : cell.kind;
    const target = item ?? wordOf(cell.target);
    if (target === null && cell.target.kind === "column") {
      tell("missing-required", cell.target.column, `The ${kind} is missing.`);
      return;
    }
    const instrument = wordOf(cell.instrument);
    const said: Said = { cell, place, when, text, rater, target, instrument };
    if (kind === "item") readAnswer(said);
    else readScore(said);
  };

  const readScore = ({ cell, place, when, text, rater, target, instrument }: Said): void => {
    const facts = words.facts(cell.measure, instrument, rater, target);
    if (facts.kind === "unknown") {
      const source = facts.problem === "unknown-scale" ? cell.target : cell.instrument;
      tell(facts.problem, source.kind === "column" ? source.column : cell.column, facts.sentence);
      return;
    }
    if (isMissing(text)) {
      counts.missing++;
      sink.unanswered(place, when, facts.rater, facts.construct);
      return;
    }
    const number = numberIn(text, decimal, line);
    const read = number.kind === "value" ? scoreOf(number.value, facts, fractions) : number;
    if (read.kind === "fault") tell(read.problem, cell.column, read.sentence);
    else sink.score({ place, when, column: cell.column, facts, value: read.value });
  };

  const readAnswer = ({ cell, place, when, text, rater, target, instrument }: Said): void => {
    if (instrument === null) {
      tell("missing-required", cell.column, "The instrument of this answer is missing.");
      return;
    }
    const known = words.form(instrument, rater);
    if (known.kind === "unknown") {
      const column = cell.instrument.kind === "column" ? cell.instrument.column : cell.column;
      tell(known.problem, column, known.sentence);
      return;
    }
    const { form } = known;
    const item = itemNamed(form, target ?? "");
    if (item === null) {
      const column = cell.target.kind === "column" ? cell.target.column : cell.column;
      const last = form.items.at(-1)?.id ?? "none";
      tell(
        "unknown-item",
        column,
        `${form.shortTitle} has no item ${quoted(target ?? "")}; its last is ${last}.`,
      );
      return;
    }
    if (item.response.kind === "text") return;
    if (isMissing(text)) {
      counts.missing++;
      return;
    }
    const codes = itemCodes(form, item, cell.measure);
    if (codes.kind === "unknown") {
      tell(codes.problem, cell.column, codes.sentence);
      return;
    }
    const read = answerIn(text, form, item, codes, decimal, line);
    if (read.kind === "fault") tell(read.problem, cell.column, read.sentence);
    else {
      tally.add(form, read.value, codes);
      sink.answer({ place, when, column: cell.column, form, item: item.id, value: read.value });
    }
  };

  const readForm = (group: ItemGroup, at: number, place: RowPlace): void => {
    const rater = raterIn(group.rater);
    if (rater === undefined) return;
    const known = groupForms[at]!;
    let form = known.get(rater);
    if (form === undefined) {
      form = formOf(group, rater, words, tell);
      known.set(rater, form);
    }
    if (form === "unknown") return;
    const when: FormattedDate = group.session === null ? place.when! : { at: group.session, label: null };
    const kept = "The other answers of the form were kept.";
    const { values, answered, missing } = readGroup(
      form,
      field,
      isMissing,
      decimal,
      line,
      (kind, column, sentence) => tell(kind, column, sentence, kept),
      tally,
    );
    counts.missing += missing;
    const column = form.items[0]?.column ?? "";
    if (answered > 0) sink.form({ place, when, column, form: form.form, values });
    else if (missing > 0) sink.unanswered(place, when, form.form.rater, form.form.construct);
  };

  const isAskedFor = (): boolean =>
    plan.where.every((each) => (field(each.at) === each.value) === each.equal);

  const readRow = (given: readonly string[], at: number): void => {
    fields = given;
    line = at;
    if (plan.when.kind === "time" && holdsNothing(plan, field, isMissing)) {
      // A visit at which nothing was measured needs no place in time.
      const nowhere = readPlace(plan, field, isMissing, rules.dateIn, line);
      if (nowhere.kind === "nowhere" && nowhere.fault.problem === "bad-time") {
        counts.missing++;
        left.add("no-answer", line);
        return;
      }
    }
    begin();
    const read = readPlace(plan, field, isMissing, rules.dateIn, line);
    if (read.fault !== null)
      tell(read.fault.problem, read.fault.column, read.fault.sentence, read.fault.kept);
    if (read.kind === "nowhere") {
      left.add(read.fault.problem, line);
      return;
    }
    const problems = log.total();
    for (const cell of cells) readCell(cell, read.place);
    plan.groups.forEach((group, index) => {
      readForm(group, index, read.place);
    });
    for (const risk of plan.risks) {
      const number = readNumber(field(risk.at));
      if (number.kind !== "number" || number.value < risk.atLeast) continue;
      const { column, about } = risk;
      sink.risk({ place: read.place, when: read.place.when, column, value: number.value, about });
    }
    if (isTaken()) counts.used++;
    else left.add(log.total() > problems ? (log.latest() ?? "no-answer") : "no-answer", line);
  };

  const readWaiting = (): void => {
    const rows = waiting;
    waiting = [];
    for (const row of rows) readRow(row.fields, row.line);
  };

  return {
    counts,
    leftOut: left.list,
    remarks: () => [
      ...(decimal.mark === ","
        ? [`A comma was read as the decimal mark, first in line ${decimal.line}.`]
        : []),
      ...tally.remarks(),
    ],
    row: (given, at) => {
      if (refused) return;
      fields = given;
      line = at;
      counts.rows++;
      if (!isAskedFor()) {
        counts.passedOver++;
        left.add("not-asked-for", at);
        return;
      }
      const seen = rules.see(field, at);
      if (typeof seen === "object") {
        refused = true;
        refuse(seen.refused);
      } else if (seen === "waiting") waiting.push({ fields: given, line: at });
      else {
        if (waiting.length > 0) readWaiting();
        readRow(given, at);
      }
    },
    unreadable: (kind, at, sentence) => {
      counts.rows++;
      left.add(kind, at);
      log.add({ kind, line: at, column: null, sentence, kept: null });
    },
    finish: () => {
      if (refused) return;
      const question = rules.finish();
      if (question === null) readWaiting();
      else refuse(question);
    },
  };
}

function holdsNothing(
  plan: Plan,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
): boolean {
  return (
    plan.cells.every(({ at }) => isMissing(field(at))) &&
    plan.groups.every((group) => group.items.every(({ at }) => isMissing(field(at))))
  );
}

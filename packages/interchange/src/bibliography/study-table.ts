import type { Report, Stage, Study } from "@concord/evidence";
import type { ProblemKind, RowProblem } from "../problem.ts";
import type { FrameRules } from "../read-frame.ts";
import { quoted } from "../text/printable.ts";
import { sheet } from "../text/sheet.ts";
import { missingTest } from "../value/missing.ts";
import { readNumber } from "../value/number.ts";
import { nameStudy } from "./citation.ts";
import { bareDoi } from "./doi.ts";
import { entryProblem, type FieldChange } from "./reference.ts";
import type { ReadStudy, StudiesRead } from "./studies-read.ts";
import { readStudyHeading, type StudyColumn, type StudyHeading } from "./study-columns.ts";
import { figureColumns, readFigures } from "./study-figures.ts";
import { type DecimalMark, decimalMarkOf, studyNumber } from "./study-number.ts";
import { meaningOf, studyWords } from "./study-words.ts";

interface Draft {
  readonly study: Omit<Study, "reports">;
  readonly line: number;
  readonly reports: Report[];
  readonly lines: Map<string, number>;
}

/** One line of the file: its cells by column, and what is wrong with them. */
interface Row {
  readonly isMissing: (text: string) => boolean;
  readonly mark: DecimalMark;
  readonly change: (column: string, sentence: string) => void;
  readonly line: number;
  readonly text: (column: StudyColumn) => string;
  readonly fault: (kind: ProblemKind, column: StudyColumn | null, sentence: string) => void;
}

/**
 * Reads a table with a line for each figure a study reports. Lines that name the same study belong together; what
 * describes the study is taken from its first line. Columns that are not known are kept as what may moderate.
 */
export function readStudyTable(
  text: string,
  source: string,
  taken: Set<string>,
  rules: FrameRules = {},
): StudiesRead {
  const drafts = new Map<string, Draft>();
  const problems: RowProblem[] = [];
  let heading: StudyHeading | null = null;
  const rows: { fields: readonly string[]; line: number }[] = [];
  const changes: FieldChange[] = [];
  let unreadable = 0;
  const reader = sheet(
    {
      heading: (names, line) => {
        heading = readStudyHeading(names);
        if (heading.problem !== null) problems.push(entryProblem("heading", line, null, heading.problem));
      },
      row: (fields, line) => {
        if (heading?.problem === null) rows.push({ fields, line });
      },
      unreadable: (kind, line, sentence) => {
        unreadable++;
        problems.push(entryProblem(kind, line, null, sentence));
      },
    },
    rules.skip ?? null,
  );
  reader.write(text);
  reader.finish();
  const known = heading as StudyHeading | null;
  if (known !== null) {
    const mark = decimalMarkOf(fractionCells(known, rows));
    const isMissing = missingTest(rules);
    for (const { fields, line } of rows)
      readRow(rowOf(known, fields, line, { mark, isMissing }, problems, changes), known, fields, {
        drafts,
        source,
        taken,
      });
  }
  if (heading === null) problems.push(entryProblem("file", null, null, "The file holds no table."));
  const studies = [...drafts.values()].map(
    ({ study, reports, line, lines }): ReadStudy => ({ study: { ...study, reports }, line, lines }),
  );
  return {
    format: "table",
    found: rows.length + unreadable,
    studies,
    problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    changes,
    notes: [...reader.remarks(), ...(known?.notes ?? [])],
  };
}

/** The cells of figures that are no counts: they show whether a point or a comma stands before fractions. */
function fractionCells(
  { at }: StudyHeading,
  rows: readonly { readonly fields: readonly string[] }[],
): readonly string[] {
  const columns = figureColumns
    .filter((column) => !counts.has(column))
    .flatMap((column) => at.get(column) ?? []);
  return rows.flatMap(({ fields }) => columns.map((index) => fields[index] ?? ""));
}

/** Columns that count people or events, and so hold whole numbers. */
const counts: ReadonlySet<StudyColumn> = new Set(["n", "n1", "n2", "a", "b", "c", "d", "tails"]);

function rowOf(
  heading: StudyHeading,
  fields: readonly string[],
  line: number,
  { mark, isMissing }: Pick<Row, "mark" | "isMissing">,
  problems: RowProblem[],
  changes: FieldChange[],
): Row {
  return {
    line,
    mark,
    isMissing,
    change: (column, sentence) => changes.push({ line, column, sentence }),
    text: (column) => {
      const at = heading.at.get(column);
      const cell = at === undefined ? "" : (fields[at] ?? "").trim();
      return isMissing(cell) ? "" : cell;
    },
    fault: (kind, column, sentence) => problems.push(entryProblem(kind, line, column, sentence)),
  };
}

function readRow(
  row: Row,
  heading: StudyHeading,
  fields: readonly string[],
  into: { readonly drafts: Map<string, Draft>; readonly source: string; readonly taken: Set<string> },
): void {
  const key = row.text("study") || `${row.text("citation") || row.text("authors")} ${row.text("year")}`;
  let draft = into.drafts.get(key);
  if (draft === undefined) {
    const study = describe(row, into.source, into.taken);
    if (study === null) return;
    draft = { study, line: row.line, reports: [], lines: new Map() };
    into.drafts.set(key, draft);
  }
  const report = reportOf(row, draft, traitsOf(heading, fields, row));
  if (report === null) return;
  if (draft.lines.has(report.id)) {
    const sentence = `the report ${quoted(report.id)} of this study stands on line ${draft.lines.get(report.id)} already.`;
    row.fault("duplicate", "report", sentence);
    return;
  }
  draft.lines.set(report.id, row.line);
  draft.reports.push(report);
}

function describe(row: Row, source: string, taken: Set<string>): Draft["study"] | null {
  const authors = row
    .text("authors")
    .split(/\s*;\s*/)
    .filter((name) => name !== "");
  const year = readNumber(row.text("year"));
  if (year.kind !== "number" || !Number.isInteger(year.value) || year.value < 1800 || year.value > 2200) {
    const written = row.text("year");
    const sentence = written === "" ? "the year is missing." : `${quoted(written)} is not a year.`;
    row.fault(written === "" ? "missing-required" : "not-a-number", "year", sentence);
    return null;
  }
  const given = row.text("study");
  const named = authors[0] ?? (row.text("citation") || given);
  const id = given === "" ? nameStudy(named, year.value, taken) : given;
  const citation = row.text("citation") || `${named} (${year.value}). ${row.text("title")}`.trim();
  return {
    id,
    citation,
    authors: authors.length > 0 ? authors : [named],
    year: year.value,
    title: row.text("title"),
    doi: bareDoi(row.text("doi")),
    design: word(row, "design") ?? "not-reported",
    population: {
      ageBand: word(row, "age_band") ?? "not-reported",
      country: row.text("country") || null,
      setting: row.text("setting") || null,
      description: row.text("population"),
    },
    quality: word(row, "quality") ?? "not-rated",
    topics: row
      .text("topic")
      .split(/\s*;\s*/)
      .filter((topic) => topic !== ""),
    stage: stageOf(row),
    provenance: { kind: "csv", source, licence: null },
  };
}

function stageOf(row: Row): Stage {
  const kind = word(row, "stage") ?? "pooled";
  const reason = row.text("reason");
  if (kind !== "narrative" && kind !== "excluded") return { kind };
  if (reason === "") row.fault("missing-required", "reason", `a study that is ${kind} requires a reason.`);
  return kind === "narrative" ? { kind, reason } : { kind, at: "full-text", reason };
}

function reportOf(row: Row, draft: Draft, traits: NonNullable<Report["traits"]>): Report | null {
  const read = new Map(
    figureColumns.map((column) => [column, studyNumber(row.text(column), counts.has(column), row.mark)]),
  );
  const numberIn = (column: StudyColumn): number | null => {
    const one = read.get(column);
    return one?.kind === "number" ? one.value : null;
  };
  const figures = readFigures(numberIn);
  let isRefused = false;
  for (const [column, one] of read) {
    if (one.kind === "number" && one.change !== null) row.change(column, one.change);
    if (one.kind !== "refused") continue;
    const sentence = `${quoted(row.text(column))} ${one.reason}.`;
    if (column === "p" && figures.kind === "figures")
      row.change(column, `${sentence} It is not needed here.`);
    else {
      isRefused = true;
      row.fault("not-a-number", column, sentence);
    }
  }
  if (isRefused) return null;
  if (figures.kind === "problem") row.fault("missing-required", figures.column, figures.sentence);
  if (figures.kind !== "figures") return null;
  return {
    id: row.text("report") || String(draft.reports.length + 1),
    rater: word(row, "rater") ?? "not-applicable",
    instrument: row.text("instrument"),
    timing: word(row, "timing") ?? "not-reported",
    outcome: row.text("outcome"),
    outcomeRater: word(row, "outcome_rater") ?? "not-applicable",
    figures: figures.figures,
    toward: word(row, "toward") ?? "better",
    ...(Object.keys(traits).length > 0 && { traits }),
    note: row.text("note") || null,
  };
}

function word<Column extends keyof typeof studyWords>(
  row: Row,
  column: Column,
): keyof (typeof studyWords)[Column] | null {
  const written = row.text(column);
  const words = studyWords[column] as Readonly<
    Record<keyof (typeof studyWords)[Column] & string, readonly string[]>
  >;
  const meaning = written === "" ? null : meaningOf(words, written);
  if (written !== "" && meaning === null) {
    const known = Object.keys(words).join(", ");
    row.fault("unknown-word", column, `${quoted(written)} is none of: ${known}.`);
  }
  return meaning;
}

function traitsOf(heading: StudyHeading, fields: readonly string[], row: Row): NonNullable<Report["traits"]> {
  return Object.fromEntries(
    heading.traits.map(({ name, at }) => [name, traitOf((fields[at] ?? "").trim(), name, row)]),
  );
}

/** A number where it can be only one; a percentage as its number; otherwise the words as they are. */
function traitOf(cell: string, name: string, row: Row): string | number | null {
  if (row.isMissing(cell)) return null;
  const percent = /^(.+?)\s?%$/.exec(cell)?.[1];
  const read = studyNumber(percent ?? cell, false, row.mark);
  if (read.kind === "none") return null;
  if (read.kind === "refused") {
    if (/^[<>≤≥]|^.?\d[\d.,]*$/u.test(cell))
      row.change(name, `${quoted(cell)} ${read.reason}. It is kept as words.`);
    return cell;
  }
  if (percent !== undefined) row.change(name, `${quoted(cell)} is read as ${read.value}.`);
  else if (read.change !== null) row.change(name, read.change);
  return read.value;
}

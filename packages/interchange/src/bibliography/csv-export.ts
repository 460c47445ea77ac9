import type { RowProblem } from "../problem.ts";
import { quoted } from "../text/printable.ts";
import { table } from "../text/table.ts";
import { authorsIn } from "./author-names.ts";
import { type CsvExport, csvExportOf, type ExportField, plainHeading } from "./csv-export-columns.ts";
import { bareDoi } from "./doi.ts";
import { rayyanNotTaken } from "./rayyan-notes.ts";
import {
  editorsStandIn,
  entryProblem,
  type FieldChange,
  keywordsIn,
  type Reference,
  type ReferencesRead,
  type ReferenceType,
  yearIn,
} from "./reference.ts";

/** How the services call a type, without spaces and in lower case. */
const types: Readonly<Record<string, ReferenceType>> = {
  j: "article-journal",
  article: "article-journal",
  review: "article-journal",
  shortsurvey: "article-journal",
  editorial: "article-journal",
  letter: "article-journal",
  articleinpress: "article-journal",
  journalarticle: "article-journal",
  magazinearticle: "article-journal",
  c: "chapter",
  bookchapter: "chapter",
  booksection: "chapter",
  conferencepaper: "chapter",
  b: "book",
  book: "book",
  thesis: "thesis",
  report: "report",
};

/**
 * Returns the text with quotation marks that belong to the words written as such: a file of Web of Science with tabs
 * quotes nothing, so that a mark at the beginning of a title opens none.
 */
const withQuotesAsText = (text: string): string =>
  text.replace(/(^|\t)("[^\t\r\n]*)/gm, (cell, before: string, words: string) =>
    /^"(?:[^"]|"")*"$/.test(words) ? cell : `${before}"${words.replaceAll('"', '""')}"`,
  );

interface Row {
  readonly line: number;
  /** The cell of the first column of this field that is filled, and the column as the file writes it. */
  readonly cell: (field: ExportField) => { readonly text: string; readonly column: string };
  /** Every filled cell of this field. */
  readonly cells: (field: ExportField) => readonly string[];
}

/**
 * Returns the references of a table that Rayyan, Scopus, PubMed, Web of Science, Zotero or Covidence writes. A row that
 * cannot be read costs only itself. The columns that are not taken are named, and so is what reviewers decided in Rayyan.
 */
export function readCsvExport(text: string): ReferencesRead {
  const found = csvExportOf(text);
  if (found === null) throw new TypeError("The heading is that of no known export.");
  const { format, columns } = found;
  const problems: RowProblem[] = [];
  const changes: FieldChange[] = [];
  const rows: { readonly fields: readonly string[]; readonly line: number }[] = [];
  let names: readonly string[] = [];
  let headingLine = 1;
  const reader = table({
    heading: (written, line) => {
      names = written.map((name) => name.replace(/^\uFEFF/, "").trim());
      headingLine = line;
    },
    row: (fields, line) => {
      if (fields.every((cell) => cell.trim() === "")) return;
      if (fields.slice(names.length).some((cell) => cell.trim() !== "")) {
        const sentence = `The line has ${fields.length} fields where the heading has ${names.length}.`;
        problems.push(entryProblem("ragged-row", line, null, sentence));
      } else rows.push({ fields, line });
    },
    damaged: (line, sentence) => problems.push(entryProblem("damaged-row", line, null, `${sentence}.`)),
  });
  reader.write(columns.title?.includes("ti") === true ? withQuotesAsText(text) : text);
  reader.finish();
  const plain = names.map(plainHeading);
  const places = (field: ExportField): readonly number[] =>
    (columns[field] ?? []).flatMap((name) => (plain.includes(name) ? [plain.indexOf(name)] : []));
  const taken = new Set((Object.keys(columns) as ExportField[]).flatMap(places));
  const left = names.filter(
    (name, at) =>
      name !== "" && !taken.has(at) && rows.some(({ fields }) => (fields[at] ?? "").trim() !== ""),
  );
  if (left.length > 0)
    changes.push({
      line: headingLine,
      column: "heading",
      sentence: `${left.length === 1 ? "this column is" : "these columns are"} not taken: ${left.join(", ")}.`,
    });
  const references: Reference[] = [];
  for (const { fields, line } of rows) {
    const filled = (field: ExportField) =>
      places(field)
        .map((at) => ({ text: (fields[at] ?? "").trim(), column: names[at]! }))
        .filter(({ text: words }) => words !== "");
    const row: Row = {
      line,
      cell: (field) => filled(field)[0] ?? { text: "", column: field },
      cells: (field) => filled(field).map(({ text: words }) => words),
    };
    if (row.cell("title").text === "")
      problems.push(entryProblem("missing-required", line, "title", "the row has no title."));
    else references.push(referenceOf(row, format, changes));
  }
  const count = rows.length + problems.filter(({ kind }) => kind !== "missing-required").length;
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { found: count, references, problems, changes };
}

function referenceOf(row: Row, format: CsvExport, changes: FieldChange[]): Reference {
  const { line, cell, cells } = row;
  const words = (field: ExportField): string | null => cell(field).text || null;
  const authors = namesIn(cell("authors").text, format);
  const editors = authors.length > 0 ? [] : namesIn(cell("editors").text, format);
  if (editors.length > 0) changes.push(editorsStandIn(line));
  const doi =
    cells("doi")
      .map(bareDoi)
      .find((each) => each !== null) ?? null;
  const first = cell("doi");
  if (first.text !== "" && bareDoi(first.text) === null && /^doi$/i.test(first.column))
    changes.push({
      line,
      column: first.column,
      sentence: `${quoted(first.text, 60)} is no DOI and is left out.`,
    });
  for (const notes of cells("notes")) changes.push(...rayyanNotTaken(notes, line, cell("notes").column));
  const container = words("container");
  const from = words("firstPage");
  const to = words("lastPage");
  const type =
    types[
      cell("type")
        .text.toLowerCase()
        .replace(/[\s_-]/g, "")
    ];
  const keywords = cell("keywords").text;
  return {
    key: words("key"),
    type: type ?? (container === null ? "document" : "article-journal"),
    authors: authors.length > 0 ? authors : editors,
    year:
      cells("year")
        .map(yearIn)
        .find((year) => year !== null) ?? null,
    title: cell("title").text.replace(/\s+/g, " "),
    container: container,
    volume: words("volume"),
    pages: words("pages") ?? (from === null || to === null || from === to ? from : `${from}–${to}`),
    doi,
    keywords: keywords.includes(";")
      ? keywords.split(/\s*;\s*/).filter((word) => word !== "")
      : keywordsIn(keywords),
    line,
  };
}

/** Where a service has no author it may say so in words. */
const nobody = /^\[?(?:no author(?:\(s\)|s)? (?:name|id)s? available|anonymous|anon\.?)\]?$/i;

/**
 * The names of one cell. Semicolons separate them wherever there are any. Otherwise Rayyan writes `and`, and PubMed
 * commas with a point at the end, in which a name is never written as "Family, Given".
 */
function namesIn(written: string, format: CsvExport): readonly string[] {
  const cell = written.replace(/\s+/g, " ").trim();
  if (cell === "" || nobody.test(cell)) return [];
  // Scopus adds its number of the person: `Oak, Olga (57190000001)`.
  const names = cell
    .split(/\s*;\s*/)
    .map((name) => name.replace(/\s*\(\d{6,}\)$/, ""))
    .filter((name) => name !== "");
  if (names.length > 1) return names.flatMap(familyFirst);
  const only = names[0] ?? "";
  if (format === "rayyan-csv" && / and /i.test(only))
    return only.split(/\s*,?\s+and\s+/i).flatMap(familyFirst);
  if (format === "pubmed-csv")
    return only
      .replace(/\.$/, "")
      .split(/\s*,\s*/)
      .flatMap(familyFirst);
  return authorsIn(only);
}

/** One name: a name with a comma is left as it is, one with initials is turned. */
const familyFirst = (name: string): readonly string[] => (/\band\b|&/i.test(name) ? [name] : authorsIn(name));

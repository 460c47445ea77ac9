import { recogniseDelimiter } from "../text/delimiter.ts";
import { splitRecord } from "../text/record.ts";
import { readStudyHeading, type StudyColumn } from "./study-columns.ts";
import { figureColumns } from "./study-figures.ts";

/** A service whose CSV, or table with tabs, holds references. */
export type CsvExport =
  | "rayyan-csv"
  | "scopus-csv"
  | "pubmed-csv"
  | "web-of-science"
  | "zotero-csv"
  | "covidence-csv";

export type ExportField =
  | "key"
  | "type"
  | "authors"
  | "editors"
  | "year"
  | "title"
  | "container"
  | "volume"
  | "pages"
  | "firstPage"
  | "lastPage"
  | "doi"
  | "keywords"
  | "notes";

/** The columns of each field, in lower case; the first that is filled counts. */
export type ExportColumns = Readonly<Partial<Record<ExportField, readonly string[]>>>;

interface KnownExport {
  readonly format: CsvExport;
  /** All of the first and one of the second are needed. */
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly columns: ExportColumns;
}

/** Most particular first. */
const known: readonly KnownExport[] = [
  {
    format: "web-of-science",
    all: ["pt", "au", "ti", "so"],
    any: ["py", "ut", "di"],
    columns: {
      key: ["ut"],
      type: ["pt"],
      authors: ["af", "au", "ca", "gp"],
      editors: ["be", "ed"],
      year: ["py", "ey"],
      title: ["ti"],
      container: ["so"],
      volume: ["vl"],
      firstPage: ["bp", "ar"],
      lastPage: ["ep"],
      doi: ["di", "d2", "dl"],
      keywords: ["de"],
    },
  },
  {
    format: "web-of-science",
    all: ["authors", "article title", "source title"],
    any: ["publication year", "doi", "ut (unique wos id)"],
    columns: {
      key: ["ut (unique wos id)", "ut (unique id)"],
      type: ["publication type"],
      authors: ["author full names", "authors", "group authors"],
      editors: ["book editors"],
      year: ["publication year", "early access date"],
      title: ["article title"],
      container: ["source title"],
      volume: ["volume"],
      firstPage: ["start page", "article number"],
      lastPage: ["end page"],
      doi: ["doi", "book doi", "doi link"],
      keywords: ["author keywords"],
    },
  },
  {
    format: "scopus-csv",
    all: ["title", "year", "source title"],
    any: ["authors", "author full names"],
    columns: {
      key: ["eid"],
      type: ["document type"],
      authors: ["author full names", "authors"],
      editors: ["editors"],
      year: ["year"],
      title: ["title"],
      container: ["source title"],
      volume: ["volume"],
      firstPage: ["page start", "art. no."],
      lastPage: ["page end"],
      doi: ["doi"],
      keywords: ["author keywords"],
    },
  },
  {
    format: "pubmed-csv",
    all: ["pmid", "title", "authors"],
    any: ["journal/book", "publication year"],
    columns: {
      key: ["pmid"],
      authors: ["authors"],
      year: ["publication year", "citation"],
      title: ["title"],
      container: ["journal/book"],
      doi: ["doi", "citation"],
    },
  },
  {
    format: "zotero-csv",
    all: ["item type", "author", "title", "publication year"],
    any: ["key", "publication title", "date"],
    columns: {
      key: ["key"],
      type: ["item type"],
      authors: ["author"],
      editors: ["editor"],
      year: ["publication year", "date"],
      title: ["title"],
      container: ["publication title", "journal abbreviation"],
      volume: ["volume"],
      pages: ["pages"],
      doi: ["doi", "url", "extra"],
      keywords: ["manual tags"],
      notes: ["notes", "extra"],
    },
  },
  {
    format: "covidence-csv",
    all: ["title", "authors", "published year"],
    any: ["covidence #", "study", "journal"],
    columns: {
      key: ["covidence #", "ref"],
      authors: ["authors"],
      year: ["published year"],
      title: ["title"],
      container: ["journal"],
      volume: ["volume"],
      pages: ["pages"],
      doi: ["doi"],
    },
  },
  {
    format: "rayyan-csv",
    all: ["title", "authors", "year", "journal"],
    any: ["key", "abstract", "notes", "issn", "language", "publisher", "location", "pubmed_id"],
    columns: {
      key: ["key"],
      type: ["type"],
      authors: ["authors"],
      year: ["year"],
      title: ["title"],
      container: ["journal"],
      volume: ["volume"],
      pages: ["pages"],
      doi: ["doi", "url"],
      keywords: ["keywords"],
      notes: ["notes"],
    },
  },
];

export const plainHeading = (name: string): string =>
  name
    .replace(/^\uFEFF/, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();

/** Returns the first line that may be a heading, and its names in lower case. */
function headingOf(text: string): readonly string[] {
  for (const line of text.slice(0, 20_000).split(/\r\n|\n|\r/)) {
    if (line.trim() === "" || /^\uFEFF?sep=.$/i.test(line)) continue;
    const split = splitRecord(line.replace(/^\uFEFF/, ""), recogniseDelimiter(line));
    return split.kind === "fields" ? split.fields.map(plainHeading) : [];
  }
  return [];
}

/** Columns of which one makes a table of studies of any heading: somebody has added figures or topics to an export. */
const studyOnly: readonly StudyColumn[] = [...figureColumns, "stage", "outcome", "topic"];

/**
 * Returns which service wrote a table of references, by the names in its heading, or null where it is none of them: a
 * heading with figures of studies is a table of studies, however it began.
 */
export function csvExportOf(
  text: string,
): { readonly format: CsvExport; readonly columns: ExportColumns } | null {
  const names = headingOf(text);
  const found = known.find(
    ({ all, any }) => all.every((name) => names.includes(name)) && any.some((name) => names.includes(name)),
  );
  if (found === undefined) return null;
  // The two letters of Web of Science (TI, DI, PI) are also what metafor calls figures.
  if (found.all[0] === "pt") return found;
  const { at } = readStudyHeading(names);
  return studyOnly.some((column) => at.has(column)) ? null : found;
}

/** Whether a table is Rayyan's log of who decided what, which names no reference but by a number. */
export const isRayyanLog = (text: string): boolean => {
  const names = headingOf(text);
  return ["article_id", "key", "value"].every((name) => names.includes(name));
};

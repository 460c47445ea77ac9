import { SaxesParser } from "saxes";
import { authorsIn } from "./author-names.ts";
import { bareDoi } from "./doi.ts";
import {
  editorsStandIn,
  entryProblem,
  type FieldChange,
  type Reference,
  type ReferencesRead,
  type ReferenceType,
  yearIn,
} from "./reference.ts";

const types: Readonly<Record<string, ReferenceType>> = {
  "journal article": "article-journal",
  "electronic article": "article-journal",
  "book section": "chapter",
  "conference paper": "chapter",
  book: "book",
  "edited book": "book",
  thesis: "thesis",
  report: "report",
};

/** Paths below `record` whose words are used. */
const paths: Readonly<Record<string, string>> = {
  "contributors/authors/author": "author",
  "contributors/secondary-authors/author": "editor",
  "titles/title": "title",
  "titles/secondary-title": "container",
  "periodical/full-title": "container",
  "dates/year": "year",
  volume: "volume",
  pages: "pages",
  "electronic-resource-num": "doi",
  "keywords/keyword": "keyword",
  "rec-number": "key",
};

interface OpenRecord {
  readonly line: number;
  type: ReferenceType;
  readonly values: Map<string, string[]>;
}

/** Returns the references of EndNote's XML export: `<xml><records><record>…`. Words may be in `<style>` elements. */
export function readEndNoteXml(text: string): ReferencesRead {
  const records: OpenRecord[] = [];
  const path: string[] = [];
  let open: OpenRecord | null = null;
  let words: string[] | null = null;
  let fault: string | null = null;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    fault ??= error.message;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "record") {
      open = { line: parser.line, type: "document", values: new Map() };
      path.length = 0;
      return;
    }
    if (open === null) return;
    if (name === "ref-type") open.type = types[String(attributes.name ?? "").toLowerCase()] ?? "document";
    if (name === "style") return;
    path.push(name);
    if (paths[path.join("/")] !== undefined) words = [];
  });
  const take = (part: string) => words?.push(part);
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", ({ name }) => {
    if (open === null || name === "style") return;
    if (name === "record") {
      if (fault === null) records.push(open);
      open = null;
      return;
    }
    const field = paths[path.join("/")];
    if (field !== undefined && words !== null) {
      const value = words.join("").replace(/\s+/g, " ").trim();
      if (value !== "") open.values.set(field, [...(open.values.get(field) ?? []), value]);
      words = null;
    }
    path.pop();
  });
  let stopped: number | null = null;
  try {
    for (const piece of text.replace(/^\uFEFF/, "").split(/(?<=>)/)) {
      parser.write(piece);
      if (fault !== null) {
        stopped = parser.line;
        break;
      }
    }
    if (fault === null) parser.close();
  } catch (error) {
    fault ??= error instanceof Error ? error.message : String(error);
  }
  const changes: FieldChange[] = [];
  const references: Reference[] = [];
  const problems: ReturnType<typeof entryProblem>[] = [];
  for (const record of records) {
    const reference = referenceOf(record, changes);
    if (reference.title === "")
      problems.push(entryProblem("missing-required", record.line, "title", "the record has no title."));
    else references.push(reference);
  }
  if (fault !== null) {
    const sentence = `the XML is damaged from here on (${String(fault).replace(/^\d+:\d+: /, "")}); what follows is not read.`;
    problems.push(entryProblem("damaged-row", stopped ?? parser.line, null, sentence));
  }
  return { found: records.length + (open === null ? 0 : 1), references, problems, changes };
}

function referenceOf({ line, type, values }: OpenRecord, changes: FieldChange[]): Reference {
  const all = (name: string) => values.get(name) ?? [];
  const first = (name: string) => all(name)[0] ?? null;
  const authors = all("author").flatMap(authorsIn);
  const editors = authors.length > 0 ? [] : all("editor").flatMap(authorsIn);
  if (editors.length > 0) changes.push(editorsStandIn(line));
  return {
    key: first("key"),
    type,
    authors: authors.length > 0 ? authors : editors,
    year: yearIn(first("year") ?? ""),
    title: first("title") ?? "",
    container: first("container"),
    volume: first("volume"),
    pages: first("pages"),
    doi: bareDoi(first("doi") ?? ""),
    keywords: all("keyword"),
    line,
  };
}

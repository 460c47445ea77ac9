import type { Creator, Entry } from "@retorquere/bibtex-parser";
import { type BibtexEntry, bibtexEntries, nameOf } from "./bibtex-entries.ts";
import { texDoi } from "./doi.ts";
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
import { isPlain, simpleNames, simpleText } from "./simple-tex.ts";
import { plainText, texCommands, texForParser } from "./tex-text.ts";

/** Fields that are read; an abstract takes the parser longer than all of these. */
const used = [
  "author",
  "editor",
  "title",
  "subtitle",
  "booktitle",
  "journal",
  "journaltitle",
  "year",
  "date",
  "volume",
  "pages",
  "keywords",
  "type",
] as const;

const types: Readonly<Record<string, ReferenceType>> = {
  article: "article-journal",
  incollection: "chapter",
  inbook: "chapter",
  inproceedings: "chapter",
  conference: "chapter",
  book: "book",
  collection: "book",
  mvbook: "book",
  proceedings: "book",
  thesis: "thesis",
  phdthesis: "thesis",
  mastersthesis: "thesis",
  report: "report",
  techreport: "report",
};

/**
 * Returns the references of a BibTeX or BibLaTeX file. Where entries begin, end and are damaged is found by line
 * here; what their fields mean (TeX, names, cross-references) is read by `@retorquere/bibtex-parser`.
 *
 * Patashnik O (1988). BibTeXing. Kime P, Wemheuer M, Lehman P (2023). The biblatex package.
 */
export async function readBibtex(text: string): Promise<ReferencesRead> {
  const { found, entries, faults, remarks } = bibtexEntries(text);
  const problems = faults.map(({ line, sentence }) => entryProblem("damaged-row", line, null, sentence));
  const changes: FieldChange[] = remarks.map(({ line, sentence }) => ({ line, column: "entry", sentence }));
  const parsed = await parseEntries(entries);
  const references: Reference[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry.type === "xdata") continue;
    const { fields, inherited } = parsed[at]!;
    const reference = referenceOf(entry, fields, changes);
    if (reference.title === "")
      problems.push(
        entryProblem(
          "missing-required",
          entry.line,
          "title",
          `${nameOf(entry.type, entry.key)} has no title.`,
        ),
      );
    else {
      references.push(reference);
      if (inherited.length > 0)
        changes.push({
          line: entry.line,
          column: inherited.join(", "),
          sentence: `taken from the entry it refers to (${parentOf(entry)}).`,
        });
    }
  }
  const keys = new Set(entries.map(({ key }) => key.toLowerCase()));
  for (const entry of entries)
    if (parentOf(entry) !== "" && !keys.has(parentOf(entry).toLowerCase()))
      changes.push({
        line: entry.line,
        column: "crossref",
        sentence: `it refers to ${parentOf(entry)}, which the file does not hold.`,
      });
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  changes.sort((a, b) => a.line - b.line);
  return {
    found: found - entries.filter(({ type }) => type === "xdata").length,
    references,
    problems,
    changes,
  };
}

interface ParsedEntry {
  readonly fields: Entry["fields"];
  readonly inherited: readonly string[];
}

const parentOf = ({ fields }: BibtexEntry): string =>
  (fields.get("crossref") ?? fields.get("xdata") ?? "").trim();

/** Entries for one call of the parser, which takes a few milliseconds for each: so that others have their turn. */
const atOnce = 20;

/** What the library is given in one call: these entries, and those that they take fields from. */
export interface ParserCall {
  readonly own: readonly number[];
  readonly text: string;
}

/** Returns the calls of the library for these entries, in their order; under keys of ours, so that two of one name stay two. */
export function parserCalls(entries: readonly BibtexEntry[]): readonly ParserCall[] {
  const byKey = new Map<string, number>();
  for (const [at, { key }] of entries.entries())
    if (key !== "" && !byKey.has(key.toLowerCase())) byKey.set(key.toLowerCase(), at);
  const parentAt = (at: number): number | null => byKey.get(parentOf(entries[at]!).toLowerCase()) ?? null;
  const related = new Set(
    entries.flatMap((_, at) => {
      const parent = parentAt(at);
      return parent === null ? [] : [at, parent];
    }),
  );
  const written = entries.map((entry, at) => entryForParser(entry, at, parentAt(at), related.has(at)));
  const calls: ParserCall[] = [];
  for (let from = 0; from < entries.length; from += atOnce) {
    const own = Array.from({ length: Math.min(atOnce, entries.length - from) }, (_, i) => from + i);
    const texts = [...withParents(own, parentAt)].map((at) => written[at]!).filter((each) => each !== "");
    calls.push({ own, text: texts.join("\n") });
  }
  return calls;
}

/** The entries as the library reads them, in their order. */
async function parseEntries(entries: readonly BibtexEntry[]): Promise<readonly ParsedEntry[]> {
  const { parse } = await import("@retorquere/bibtex-parser");
  const parsed: ParsedEntry[] = [];
  for (const { own, text } of parserCalls(entries)) {
    const read =
      text === ""
        ? []
        : parse(text, {
            sentenceCase: false,
            caseProtection: false,
            unsupported: (_, tex) => `${tex} `,
          }).entries;
    const byName = new Map(read.map((entry) => [entry.key, entry]));
    for (const at of own) {
      const entry = byName.get(`e${at}`);
      const inherited = (entry?.crossref?.inherited ?? []).filter((name) => shown.has(name));
      parsed.push({ fields: entry?.fields ?? {}, inherited });
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return parsed;
}

/** These entries and those they take fields from, and so on; circles end. */
function withParents(own: readonly number[], parentAt: (at: number) => number | null): ReadonlySet<number> {
  const together = new Set(own);
  for (const at of together) {
    const parent = parentAt(at);
    if (parent !== null) together.add(parent);
  }
  return together;
}

/** The parser sorts keywords and cuts them in their braces; under another name it leaves them as they are. */
const parserNames: Readonly<Partial<Record<string, string>>> = { keywords: "usera" };

const shown: ReadonlySet<string> = new Set(used);

const isNames = (name: string): boolean => name === "author" || name === "editor";

/** Whether a field can be read without the parser, which takes milliseconds for each. */
function isSimple(name: string, value: string): boolean {
  if (isNames(name)) return simpleNames(value) !== null;
  return name === "keywords" ? isPlain(value) : simpleText(value) !== null;
}

/**
 * An entry as the parser is given it: what is not simple, and all of it where fields are inherited. The rest need not
 * be parsed; an entry of simple fields alone is "".
 */
function entryForParser(
  { type, fields }: BibtexEntry,
  at: number,
  parent: number | null,
  isRelated: boolean,
): string {
  const own = used.flatMap((name) => {
    const value = fields.get(name);
    return value === undefined || (!isRelated && isSimple(name, value))
      ? []
      : [`${parserNames[name] ?? name} = {${texForParser(value)}}`];
  });
  if (parent !== null && parent !== at) own.push(`crossref = {e${parent}}`);
  return own.length === 0 ? "" : `@${type}{e${at},\n${own.join(",\n")}}`;
}

function referenceOf(
  { type, key, fields: raw, line }: BibtexEntry,
  fields: Entry["fields"],
  changes: FieldChange[],
): Reference {
  const words = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const own = raw.get(name);
      const value = fields[parserNames[name] ?? name] ?? (own === undefined ? own : (simpleText(own) ?? own));
      const text = plainText(Array.isArray(value) ? value.join(", ") : String(value ?? ""));
      if (text !== "") return text;
    }
    return null;
  };
  for (const name of used) {
    const left = texCommands(words(name) ?? "");
    if (left.length > 0)
      changes.push({
        line,
        column: name,
        sentence: `${left.join(", ")} ${left.length === 1 ? "is" : "are"} left as TeX.`,
      });
  }
  const names = (field: "author" | "editor"): readonly string[] =>
    fields[field] === undefined ? (simpleNames(raw.get(field) ?? "") ?? []) : namesOf(fields[field]);
  let authors = names("author");
  const writtenAuthors = plainText(raw.get("author") ?? "");
  if (authors.length === 0 && writtenAuthors !== "" && fields.author === undefined) {
    authors = writtenAuthors.split(/\s+and\s+/);
    changes.push({
      line,
      column: "author",
      sentence: "the names cannot be read and are left as they are written.",
    });
  }
  const editors = authors.length > 0 ? [] : names("editor");
  if (editors.length > 0) changes.push(editorsStandIn(line));
  const written = raw.get("doi") ?? "";
  const doi = texDoi(written) ?? texDoi(raw.get("url") ?? "");
  if (written.trim() !== "" && doi !== null && doi !== written.trim())
    changes.push({ line, column: "doi", sentence: `read as ${doi}.` });
  if (written.trim() !== "" && texDoi(written) === null)
    changes.push({
      line,
      column: "doi",
      sentence: `"${written.trim().slice(0, 60)}" is no DOI and is left out.`,
    });
  changes.push(...rayyanNotTaken(raw.get("note") ?? "", line, "note"));
  const subtitle = words("subtitle");
  const title = words("title") ?? "";
  return {
    key: key === "" ? null : key,
    type: types[type] ?? "document",
    authors: authors.length > 0 ? authors : editors,
    year: yearIn(words("year") ?? "") ?? yearIn(words("date") ?? ""),
    title: subtitle === null || title === "" ? title : `${title}: ${subtitle}`,
    container: words("journal", "journaltitle", "booktitle"),
    volume: words("volume"),
    pages: words("pages"),
    doi,
    keywords: keywordsIn(words("keywords") ?? ""),
    line,
  };
}

/** `First von Last`, `Last, Jr, First`, `family=…, given=…` and `{An Institute}` as "Family, Given". */
function namesOf(creators: readonly Creator[] | undefined): readonly string[] {
  return (creators ?? []).flatMap(({ name, lastName, firstName, prefix, suffix }) => {
    if (name !== undefined) return [plainText(name)].filter((whole) => whole !== "");
    const family = plainText(
      [prefix, lastName].filter((part) => part !== undefined && part !== "").join(" "),
    );
    const given = plainText(
      [firstName, suffix].filter((part) => part !== undefined && part !== "").join(", "),
    );
    if (family === "" || (family === "others" && given === "")) return given === "" ? [] : [given];
    return [given === "" ? family : `${family}, ${given}`];
  });
}

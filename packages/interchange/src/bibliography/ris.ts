import { quoted } from "../text/printable.ts";
import { authorsIn } from "./author-names.ts";
import { bareDoi } from "./doi.ts";
import { rayyanNotTaken } from "./rayyan-notes.ts";
import {
  editorsStandIn,
  entryProblem,
  type FieldChange,
  type Reference,
  type ReferencesRead,
  type ReferenceType,
  yearIn,
} from "./reference.ts";
import { firstOf, type TaggedEntry, taggedEntries, valuesOf } from "./tagged-lines.ts";

const types: Readonly<Record<string, ReferenceType>> = {
  JOUR: "article-journal",
  JFULL: "article-journal",
  EJOUR: "article-journal",
  MGZN: "article-journal",
  CHAP: "chapter",
  ECHAP: "chapter",
  CONF: "chapter",
  CPAPER: "chapter",
  BOOK: "book",
  EBOOK: "book",
  EDBOOK: "book",
  THES: "thesis",
  RPRT: "report",
};

/**
 * Returns the references of a RIS file, as reference managers and databases export it: `TY  - JOUR` to `ER  -`.
 * Editors (`ED`, `A2` and the series editors of `A3`) take their place where there is no author.
 *
 * Research Information Systems (2001, 2011). RIS format specifications.
 */
export function readRis(text: string): ReferencesRead {
  const { entries, stray } = taggedEntries(text, {
    tagged: /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/,
    first: "TY",
    last: "ER",
  });
  const problems = stray.map(({ line, text: words }) => {
    const sentence = `${quoted(words)} stands outside any entry; an entry begins with "TY  - ".`;
    return entryProblem("damaged-row", line, null, sentence);
  });
  const changes: FieldChange[] = [];
  const references: Reference[] = [];
  for (const entry of entries) {
    const reference = referenceOf(entry, changes);
    if (reference.title === "")
      problems.push(entryProblem("missing-required", entry.line, "TI", "the entry has no title (TI or T1)."));
    else references.push(reference);
    if (!entry.closed)
      changes.push({
        line: entry.line,
        column: "ER",
        sentence: "the entry is not closed; the next one closes it.",
      });
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { found: entries.length, references, problems, changes };
}

function referenceOf(entry: TaggedEntry, changes: FieldChange[]): Reference {
  const { line } = entry;
  const type = types[firstOf(entry, "TY")?.toUpperCase() ?? ""] ?? "document";
  const authors = authorsUnder(entry, ["AU", "A1"], changes);
  let editors: readonly string[] = [];
  if (authors.length === 0) {
    editors = authorsUnder(entry, ["ED", "A2"], changes);
    if (editors.length === 0) editors = authorsUnder(entry, ["A3", "A4"], changes);
    if (editors.length > 0) changes.push(editorsStandIn(line));
  }
  for (const note of valuesOf(entry, "N1")) changes.push(...rayyanNotTaken(note, line, "N1"));
  const start = firstOf(entry, "SP");
  const end = firstOf(entry, "EP");
  const title = firstOf(entry, "TI", "T1", "CT") ?? (type === "book" ? firstOf(entry, "BT") : null);
  const container = firstOf(entry, "T2", "JO", "JF", "JA", "J1", "J2", "BT");
  return {
    key: firstOf(entry, "ID"),
    type,
    authors: authors.length > 0 ? authors : editors,
    year:
      ["PY", "Y1", "YR", "DA"]
        .map((tag) => yearIn(firstOf(entry, tag) ?? ""))
        .find((year) => year !== null) ?? null,
    title: title ?? "",
    container: container === title ? null : container,
    volume: firstOf(entry, "VL"),
    pages: start === null || end === null || end === start || /[-–]/.test(start) ? start : `${start}–${end}`,
    doi:
      valuesOf(entry, "DO", "DOI", "M3", "UR", "L3")
        .map(bareDoi)
        .find((doi) => doi !== null) ?? null,
    keywords: valuesOf(entry, "KW"),
    line,
  };
}

/** Returns the names under these tags, and says where one line holds several. */
export function authorsUnder(
  entry: TaggedEntry,
  tags: readonly string[],
  changes: FieldChange[],
): readonly string[] {
  return entry.fields.flatMap(({ tag, value, line }) => {
    if (!tags.includes(tag) || value === "") return [];
    const names = authorsIn(value);
    if (names.length > 1)
      changes.push({
        line,
        column: tag,
        sentence: `${names.length} authors in one line: ${names.join("; ")}.`,
      });
    return names;
  });
}

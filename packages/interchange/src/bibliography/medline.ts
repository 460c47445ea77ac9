import { authorsIn } from "./author-names.ts";
import { bareDoi } from "./doi.ts";
import {
  editorsStandIn,
  entryProblem,
  type FieldChange,
  type Reference,
  type ReferencesRead,
  yearIn,
} from "./reference.ts";
import { firstOf, type TaggedEntry, taggedEntries, valuesOf } from "./tagged-lines.ts";

/**
 * Returns the references of a file in MEDLINE format, which PubMed calls nbib: `PMID- 30000001`, four columns of tag.
 *
 * National Library of Medicine. MEDLINE/PubMed data element (field) descriptions.
 */
export function readMedline(text: string): ReferencesRead {
  const { entries, stray } = taggedEntries(text, {
    tagged: /^([A-Z]{2,4}) {0,2}- ?(.*)$/,
    first: "PMID",
    last: null,
  });
  const problems = stray.map(({ line }) =>
    entryProblem(
      "damaged-row",
      line,
      null,
      'the line stands outside any entry; an entry begins with "PMID- ".',
    ),
  );
  const references: Reference[] = [];
  const changes: FieldChange[] = [];
  for (const entry of entries) {
    const reference = referenceOf(entry, changes);
    if (reference.title === "")
      problems.push(
        entryProblem("missing-required", entry.line, "TI", "the entry has no title (TI or BTI)."),
      );
    else references.push(reference);
  }
  return { found: entries.length, references, problems, changes };
}

function referenceOf(entry: TaggedEntry, changes: FieldChange[]): Reference {
  const names = (full: string, short: string): readonly string[] => {
    const whole = valuesOf(entry, full);
    return (whole.length > 0 ? whole : valuesOf(entry, short)).flatMap(authorsIn);
  };
  const persons = [...names("FAU", "AU"), ...valuesOf(entry, "CN")];
  const editors = persons.length > 0 ? [] : names("FED", "ED");
  if (editors.length > 0) changes.push(editorsStandIn(entry.line));
  const title = firstOf(entry, "TI");
  const book = firstOf(entry, "BTI");
  return {
    key: firstOf(entry, "PMID"),
    type: book === null ? "article-journal" : title === null ? "book" : "chapter",
    authors: persons.length > 0 ? persons : editors,
    year: yearIn(firstOf(entry, "DP", "DEP", "EDAT") ?? ""),
    title: title ?? book ?? "",
    container: firstOf(entry, "JT", "TA") ?? (title === null ? null : book),
    volume: firstOf(entry, "VI"),
    pages: firstOf(entry, "PG"),
    doi:
      valuesOf(entry, "LID", "AID", "SO")
        .filter((value) => /\[doi\]|doi:/i.test(value))
        .map((value) => bareDoi(value.replace(/\[doi\]/i, "")))
        .find((doi) => doi !== null) ?? null,
    keywords: valuesOf(entry, "OT").map((word) => word.replace(/^\*/, "")),
    line: entry.line,
  };
}

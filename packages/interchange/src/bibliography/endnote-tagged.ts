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
import { authorsUnder } from "./ris.ts";
import { firstOf, taggedEntries, valuesOf } from "./tagged-lines.ts";

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

/** Returns the references of a file in EndNote's tagged format (enw, after refer): `%0 Journal Article`. */
export function readEndNoteTagged(text: string): ReferencesRead {
  const { entries, stray } = taggedEntries(text, { tagged: /^%(\S) ?(.*)$/, first: "0", last: null });
  const problems = stray.map(({ line }) =>
    entryProblem("damaged-row", line, null, 'the line stands outside any entry; an entry begins with "%0 ".'),
  );
  const references: Reference[] = [];
  const changes: FieldChange[] = [];
  for (const entry of entries) {
    const authors = authorsUnder(entry, ["A"], changes);
    const editors = authors.length > 0 ? [] : authorsUnder(entry, ["E"], changes);
    if (editors.length > 0) changes.push(editorsStandIn(entry.line));
    const title = firstOf(entry, "T");
    if (title === null) {
      problems.push(entryProblem("missing-required", entry.line, "%T", "the entry has no title (%T)."));
      continue;
    }
    references.push({
      key: firstOf(entry, "F", "M"),
      type: types[firstOf(entry, "0")?.toLowerCase() ?? ""] ?? "document",
      authors: authors.length > 0 ? authors : editors,
      year: yearIn(firstOf(entry, "D", "8") ?? ""),
      title,
      container: firstOf(entry, "J", "B"),
      volume: firstOf(entry, "V"),
      pages: firstOf(entry, "P"),
      doi:
        valuesOf(entry, "R", "U")
          .map(bareDoi)
          .find((doi) => doi !== null) ?? null,
      keywords: valuesOf(entry, "K"),
      line: entry.line,
    });
  }
  return { found: entries.length, references, problems, changes };
}

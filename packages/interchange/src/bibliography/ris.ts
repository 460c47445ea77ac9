import { quoted } from "../text/printable.ts";
import { bareDoi, entryProblem, type Reference, type ReferencesRead, yearIn } from "./reference.ts";

interface Field {
  readonly tag: string;
  value: string;
}

interface Entry {
  readonly line: number;
  readonly fields: Field[];
}

const tagged = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

/**
 * Reads the tagged lines that reference managers and databases export: `TY  - JOUR` to `ER  -`.
 *
 * A line without a tag goes on with the field before it. Entries that were not closed are closed by the next
 * `TY` or the end of the file. Research Information Systems (2001), RIS format specifications.
 */
export function readRis(text: string): ReferencesRead {
  const entries: Entry[] = [];
  const problems: ReturnType<typeof entryProblem>[] = [];
  let open: Entry | null = null;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const found = tagged.exec(line.trimEnd());
    const tag = found?.[1];
    const value = found?.[2] ?? "";
    if (tag === undefined) {
      const last = open?.fields.at(-1);
      const words = line.trim();
      if (words === "") continue;
      if (last !== undefined) last.value = `${last.value} ${words}`.trim();
      else if (open === null) {
        const sentence = `${quoted(words)} stands outside any entry; an entry begins with "TY  - ".`;
        problems.push(entryProblem("damaged-row", index + 1, null, sentence));
      }
      continue;
    }
    if (tag === "TY") {
      open = { line: index + 1, fields: [] };
      entries.push(open);
    } else if (tag === "ER") open = null;
    else if (open === null) {
      const sentence = `${tag} stands outside any entry; an entry begins with "TY  - ".`;
      problems.push(entryProblem("damaged-row", index + 1, tag, sentence));
    } else open.fields.push({ tag, value: value.trim() });
  }
  const references: Reference[] = [];
  for (const entry of entries) {
    const reference = referenceOf(entry);
    if (reference.title === "")
      problems.push(entryProblem("missing-required", entry.line, "TI", "the entry has no title (TI or T1)."));
    else references.push(reference);
  }
  return { references, problems };
}

function referenceOf({ line, fields }: Entry): Reference {
  const all = (...tags: readonly string[]) =>
    fields.filter(({ tag, value }) => tags.includes(tag) && value !== "").map(({ value }) => value);
  const first = (...tags: readonly string[]) => tags.flatMap((tag) => all(tag))[0] ?? null;
  const start = first("SP");
  const end = first("EP");
  return {
    key: first("ID"),
    authors: all("AU", "A1"),
    year: yearIn(first("PY", "Y1", "DA") ?? ""),
    title: first("TI", "T1", "CT") ?? "",
    container: first("T2", "JO", "JF", "JA", "BT"),
    volume: first("VL"),
    pages: start === null || end === null || start.includes("-") ? start : `${start}–${end}`,
    doi: bareDoi(first("DO", "DOI") ?? first("UR", "L3") ?? ""),
    keywords: all("KW"),
    line,
  };
}

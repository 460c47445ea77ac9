import { type BibtexEntry, bibtexEntries } from "./bibtex-entries.ts";
import { bareDoi, entryProblem, type Reference, type ReferencesRead, yearIn } from "./reference.ts";
import { texText } from "./tex-text.ts";

/** Reads a BibTeX or BibLaTeX file. Patashnik O (1988). BibTeXing. */
export function readBibtex(text: string): ReferencesRead {
  const { entries, faults } = bibtexEntries(text);
  const problems = faults.map(({ line, sentence }) => entryProblem("damaged-row", line, null, sentence));
  const references: Reference[] = [];
  for (const entry of entries) {
    const reference = referenceOf(entry);
    if (reference.title === "") {
      const sentence = `the entry ${entry.key === "" ? `@${entry.type}` : entry.key} has no title.`;
      problems.push(entryProblem("missing-required", entry.line, "title", sentence));
    } else references.push(reference);
  }
  return { references, problems };
}

function referenceOf({ key, fields, line }: BibtexEntry): Reference {
  const field = (...names: readonly string[]) => {
    const found = names.map((name) => texText(fields.get(name) ?? "")).find((value) => value !== "");
    return found ?? null;
  };
  return {
    key: key === "" ? null : key,
    authors: namesIn(fields.get("author") ?? fields.get("editor") ?? ""),
    year: yearIn(field("year", "date") ?? ""),
    title: field("title") ?? "",
    container: field("journal", "journaltitle", "booktitle"),
    volume: field("volume"),
    pages: field("pages"),
    doi: bareDoi(fields.get("doi") ?? fields.get("url") ?? ""),
    keywords: (field("keywords") ?? "").split(/\s*[,;]\s*/).filter((word) => word !== ""),
    line,
  };
}

/** `First von Last and {An Institute} and Last, First` as "Family, Given". */
function namesIn(tex: string): readonly string[] {
  return splitOutsideBraces(tex, /\s+and\s+/y)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "others")
    .map((name) => {
      if (/^\{.*\}$/s.test(name)) return texText(name);
      const [family, ...given] = splitOutsideBraces(name, /\s*,\s*/y).map(texText);
      if (given.length > 0) return `${family}, ${given.join(" ")}`;
      const parts = splitOutsideBraces(name, /\s+/y).map(texText);
      const particle = parts.findIndex((part, at) => at > 0 && /^\p{Ll}/u.test(part));
      const from = particle < 0 ? parts.length - 1 : particle;
      const first = parts.slice(0, from).join(" ");
      const last = parts.slice(from).join(" ");
      return first === "" ? last : `${last}, ${first}`;
    });
}

function splitOutsideBraces(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth > 0) continue;
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (found !== null && found[0] !== "") {
      parts.push(text.slice(from, at));
      at += found[0].length - 1;
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

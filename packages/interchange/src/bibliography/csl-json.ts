import { bareDoi } from "./doi.ts";
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

const types: Readonly<Record<string, ReferenceType>> = {
  "article-journal": "article-journal",
  "article-magazine": "article-journal",
  article: "article-journal",
  chapter: "chapter",
  "paper-conference": "chapter",
  book: "book",
  thesis: "thesis",
  report: "report",
};

/**
 * Returns the references of CSL-JSON, the format of Zotero, Mendeley and citeproc: an array of items, or one. Each item
 * is parsed by itself, so that a damaged one costs only itself. CSL 1.0.2 data schema.
 */
export function readCslJson(text: string): ReferencesRead {
  const items = itemsIn(text);
  const references: Reference[] = [];
  const changes: FieldChange[] = [];
  const problems: ReturnType<typeof entryProblem>[] = [];
  if (items.length === 0)
    problems.push(entryProblem("file", null, null, "The file is not CSL-JSON: it holds no item."));
  for (const [at, { json, line }] of items.entries()) {
    let item: unknown;
    try {
      item = JSON.parse(json);
    } catch {
      problems.push(entryProblem("damaged-row", line, null, `entry ${at + 1} is not JSON.`));
      continue;
    }
    const reference = referenceOf(item, line, changes);
    if (reference === null || reference.title === "")
      problems.push(entryProblem("missing-required", line, "title", `entry ${at + 1} has no title.`));
    else references.push(reference);
  }
  return { found: items.length, references, problems, changes };
}

/** The outermost objects below any arrays, with the line on which each begins; what is not closed goes to the end. */
function itemsIn(text: string): readonly { readonly json: string; readonly line: number }[] {
  const items: { json: string; line: number }[] = [];
  let line = 1;
  let depth = 0;
  let from = 0;
  let fromLine = 1;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\n") line += 1;
    if (inString) {
      if (sign === "\\") at += 1;
      // A string does not go over a line: what began it is damaged.
      else if (sign === '"' || sign === "\n") inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{") {
      if (depth === 0) {
        from = at;
        fromLine = line;
      }
      depth += 1;
    } else if (sign === "}" && depth > 0 && --depth === 0)
      items.push({ json: text.slice(from, at + 1), line: fromLine });
  }
  if (depth > 0) items.push({ json: text.slice(from), line: fromLine });
  return items;
}

function referenceOf(item: unknown, line: number, changes: FieldChange[]): Reference | null {
  if (typeof item !== "object" || item === null) return null;
  const fields = new Map<string, unknown>(Object.entries(item));
  const words = (name: string): string | null => {
    const value = fields.get(name);
    if (typeof value !== "string" && typeof value !== "number") return null;
    const text = String(value);
    const plain = text.replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]*>/g, "");
    if (plain !== text) changes.push({ line, column: name, sentence: "marks of typefaces are left out." });
    return plain.trim() || null;
  };
  const authors = namesIn(fields.get("author"));
  const editors = authors.length > 0 ? [] : namesIn(fields.get("editor"));
  if (editors.length > 0) changes.push(editorsStandIn(line));
  return {
    key: words("id"),
    type: types[words("type") ?? ""] ?? "document",
    authors: authors.length > 0 ? authors : editors,
    year: yearOf(fields.get("issued")),
    title: words("title") ?? "",
    container: words("container-title"),
    volume: words("volume"),
    pages: words("page"),
    doi: bareDoi(words("DOI") ?? "") ?? bareDoi(words("URL") ?? ""),
    keywords: keywordsIn(words("keyword") ?? ""),
    line,
  };
}

function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown) => {
    if (typeof name !== "object" || name === null) return [];
    const part = (key: string): string => {
      const found: unknown = Object.entries(name).find(([own]) => own === key)?.[1];
      return typeof found === "string" ? found.trim() : "";
    };
    const family = [part("non-dropping-particle"), part("family")].filter((each) => each !== "").join(" ");
    const given = [
      [part("given"), part("dropping-particle")].filter((each) => each !== "").join(" "),
      part("suffix"),
    ]
      .filter((each) => each !== "")
      .join(", ");
    if (family === "") return [part("literal") || given].filter((each) => each !== "");
    return [given === "" ? family : `${family}, ${given}`];
  });
}

/** `{"date-parts": [[1920, 5]]}`, or a date in words. */
function yearOf(value: unknown): number | null {
  return value === undefined ? null : yearIn(JSON.stringify(value));
}

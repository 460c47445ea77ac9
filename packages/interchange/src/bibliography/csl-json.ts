import { bareDoi, entryProblem, type Reference, type ReferencesRead, yearIn } from "./reference.ts";

/** Reads CSL-JSON, the format of Zotero, Mendeley and citeproc: an array of items, or one. CSL 1.0.2 data schema. */
export function readCslJson(text: string): ReferencesRead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { references: [], problems: [entryProblem("file", null, null, "The file is not JSON.")] };
  }
  const references: Reference[] = [];
  const problems: ReturnType<typeof entryProblem>[] = [];
  for (const [at, item] of (Array.isArray(parsed) ? parsed : [parsed]).entries()) {
    const reference = referenceOf(item);
    if (reference === null || reference.title === "")
      problems.push(entryProblem("missing-required", null, "title", `entry ${at + 1} has no title.`));
    else references.push(reference);
  }
  return { references, problems };
}

function referenceOf(item: unknown): Reference | null {
  if (typeof item !== "object" || item === null) return null;
  const fields = new Map<string, unknown>(Object.entries(item));
  const words = (name: string): string | null => {
    const value = fields.get(name);
    if (typeof value !== "string" && typeof value !== "number") return null;
    return String(value).trim() || null;
  };
  const authors = namesIn(fields.get("author"));
  return {
    key: words("id"),
    authors: authors.length > 0 ? authors : namesIn(fields.get("editor")),
    year: yearOf(fields.get("issued")),
    title: words("title") ?? "",
    container: words("container-title"),
    volume: words("volume"),
    pages: words("page"),
    doi: bareDoi(words("DOI") ?? ""),
    keywords: (words("keyword") ?? "").split(/\s*[,;]\s*/).filter((word) => word !== ""),
    line: 1,
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
    const given = [part("given"), part("dropping-particle")].filter((each) => each !== "").join(" ");
    if (family === "") return part("literal") === "" ? [] : [part("literal")];
    return [given === "" ? family : `${family}, ${given}`];
  });
}

/** `{"date-parts": [[1920, 5]]}`, or a date in words. */
function yearOf(value: unknown): number | null {
  return value === undefined ? null : yearIn(JSON.stringify(value));
}

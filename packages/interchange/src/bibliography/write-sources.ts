import { type Source, sourceToCsl } from "@concord/library";

/** Formats in which sources are written; Zotero, JabRef, EndNote and citeproc read them. */
export type WrittenBibliography = "bibtex" | "ris" | "csl";

/** A source with the name that it has in the file. */
export interface KeyedSource {
  readonly key: string;
  readonly source: Source;
}

/** Returns the sources as BibTeX (in Unicode), RIS or CSL-JSON. What `readSources` takes from them is what was given. */
export function writeSources(sources: readonly KeyedSource[], format: WrittenBibliography): string {
  if (format === "csl")
    return `${JSON.stringify(
      sources.map(({ key, source }) => sourceToCsl(key, source)),
      null,
      1,
    )}\n`;
  return sources.map(format === "bibtex" ? bibtexOf : risOf).join("\n");
}

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

function bibtexOf({ key, source }: KeyedSource): string {
  const isBook = source.container === null;
  const field = (name: string, value: string | number | null): readonly string[] =>
    value === null || value === "" ? [] : [`  ${name} = {${value}},\n`];
  const fields = [
    ...field("author", source.authors.map(bibtexName).join(" and ")),
    // Twice in braces: capitals stay as they are.
    ...field("title", source.title === "" ? null : `{${tex(source.title)}}`),
    ...field("year", source.year),
    ...field("origdate", source.firstYear),
    ...field("translator", source.translator === null ? null : `{${tex(source.translator)}}`),
    ...field("journal", source.container === null ? null : `{${tex(source.container)}}`),
    ...field("volume", source.volume === null ? null : tex(source.volume)),
    ...field("publisher", source.publisher === null ? null : tex(source.publisher)),
    ...field("doi", source.doi),
    ...field("langid", source.language),
  ];
  return `@${isBook ? "book" : "article"}{${key.replace(/[^\w:.-]/g, "-")},\n${fields.join("")}}\n`;
}

/** "Family, Given, Jr." as BibTeX orders it; what has no comma is an institution, whole in braces. */
function bibtexName(name: string): string {
  const [family, given, suffix] = name.split(/,\s*/).map((part) => tex(part));
  if (given === undefined) return `{${family}}`;
  return suffix === undefined ? `${family}, ${given}` : `${family}, ${suffix}, ${given}`;
}

const commands: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
};

/** What TeX would take for a command is escaped; letters of all scripts stand as they are. */
const tex = (words: string): string =>
  oneLine(words).replace(/[\\~^{}$%&#_]/g, (sign) => commands[sign] ?? `\\${sign}`);

function risOf({ key, source }: KeyedSource): string {
  const tag = (name: string, value: string | number | null): readonly string[] =>
    value === null || value === "" ? [] : [`${name}  - ${oneLine(String(value))}\n`];
  return [
    ...tag("TY", source.container === null ? "BOOK" : "JOUR"),
    ...tag("ID", key),
    ...source.authors.flatMap((author) => tag("AU", author)),
    ...tag("TI", source.title),
    ...tag("PY", source.year),
    ...tag("T2", source.container),
    ...tag("VL", source.volume),
    ...tag("PB", source.publisher),
    ...tag("DO", source.doi),
    ...tag("LA", source.language),
    "ER  - \n",
  ].join("");
}

import type { Source } from "../text/source.ts";

/** One element of the front matter: its path of names, its words, its attributes. */
export interface FrontField {
  readonly path: string;
  readonly words: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function jatsSource(fields: readonly FrontField[]): Partial<Source> {
  const ending = (end: string): readonly FrontField[] => fields.filter(({ path }) => path.endsWith(end));
  const words = (end: string): string | null => {
    const found = ending(end)[0]?.words.replace(/\s+/g, " ").trim();
    return found === undefined || found === "" ? null : found;
  };
  const families = ending("contrib-group/contrib/name/surname").map(({ words }) => words.trim());
  const given = ending("contrib-group/contrib/name/given-names").map(({ words }) => words.trim());
  const doi = ending("article-meta/article-id").find(({ attributes }) => attributes["pub-id-type"] === "doi");
  const year = words("pub-date/year");
  return {
    title: words("title-group/article-title") ?? "",
    authors: families.map((family, at) => (given[at] === undefined ? family : `${family}, ${given[at]}`)),
    year: year === null ? null : Number(year),
    container: words("journal-title"),
    volume: words("article-meta/volume"),
    publisher: words("publisher-name"),
    doi: doi?.words.trim() ?? null,
  };
}

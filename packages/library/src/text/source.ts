/** Where words come from, as a bibliography would name it. Null is "not known", never a guess. */
export interface Source {
  /** "Family, Given", in the order of the title page; an institution by its name. */
  readonly authors: readonly string[];
  readonly title: string;
  /** Of this edition. */
  readonly year: number | null;
  /** Of the first edition, where this one is later. */
  readonly firstYear: number | null;
  readonly translator: string | null;
  /** The journal or book it stands in. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly publisher: string | null;
  readonly doi: string | null;
  /** BCP 47: `en`, `de`. */
  readonly language: string | null;
}

export const unknownSource: Source = {
  authors: [],
  title: "",
  year: null,
  firstYear: null,
  translator: null,
  container: null,
  volume: null,
  publisher: null,
  doi: null,
  language: null,
};

/** What the scholar says about a text outweighs what its file says; what neither says stays unknown. */
export function mergeSources(said: Partial<Source>, found: Partial<Source>): Source {
  const known = Object.entries(said).filter(
    ([, value]) => value !== null && value !== undefined && value !== "" && !isEmptyList(value),
  );
  return { ...unknownSource, ...found, ...Object.fromEntries(known) };
}

/** The family names, "Freud" or "Jackson & Salisbury" or "Prince et al."; "Anonymous" where none is known. */
export function authorsInShort(source: Source): string {
  const families = source.authors.map(familyName);
  if (families.length === 0) return "Anonymous";
  if (families.length > 2) return `${families[0]} et al.`;
  return families.join(" & ");
}

/** "Freud, Sigmund (1920). A General Introduction to Psychoanalysis. Tr. G. S. Hall." */
export function sourceInWords(source: Source): string {
  const names = source.authors.length === 0 ? "Anonymous" : source.authors.join(" & ");
  const first = source.firstYear !== null && source.firstYear !== source.year ? `${source.firstYear}/` : "";
  const year = source.year === null ? "n.d." : `${first}${source.year}`;
  const within = [source.container, source.volume].filter((part) => part !== null).join(" ");
  const further = [
    within,
    source.translator === null ? "" : `Tr. ${source.translator}`,
    source.publisher ?? "",
  ];
  return [`${names} (${year})`, source.title, ...further]
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.$/, ""))
    .join(". ")
    .concat(".");
}

/** The part before the comma; without one, the last word ("Sigmund Freud"). */
function familyName(author: string): string {
  const comma = author.indexOf(",");
  if (comma > 0) return author.slice(0, comma).trim();
  return author.trim().split(/\s+/).at(-1) ?? author;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

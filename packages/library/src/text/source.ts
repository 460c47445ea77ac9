import type { Text as MessageText, StaffMessage } from "@concord/messages";

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
  /** The journal or book it is in. */
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

/** Returns the family names: "Freud", "Jackson & Salisbury" or "Prince et al."; "Anonymous" where none is known. */
export function authorsInShort(source: Pick<Source, "authors">): MessageText {
  const families = source.authors.map(familyName);
  if (families.length === 0) return { id: "library.source.anonymous", values: {} };
  if (families.length > 2) return { id: "library.source.several", values: { first: families[0]! } };
  return families.join(" & ");
}

/** Returns the year of a source, or "n.d." where none is known. */
export function yearInShort({ year }: Pick<Source, "year">): MessageText {
  return year === null ? { id: "library.source.no-year", values: {} } : String(year);
}

/** Returns "Freud, Sigmund (1920). A General Introduction to Psychoanalysis. Tr. G. S. Hall." */
export function referenceOf(source: Source): StaffMessage {
  const { authors, year, firstYear, translator } = source;
  const first = firstYear !== null && firstYear !== year ? `${firstYear}/` : "";
  const within = [source.container, source.volume].filter((part) => part !== null).join(" ");
  return {
    id: "library.source.reference",
    values: {
      authors: authors.length === 0 ? { id: "library.source.anonymous", values: {} } : authors.join(" & "),
      year: year === null ? yearInShort(source) : `${first}${year}`,
      title: closed(source.title),
      within: closed(within),
      translator:
        translator === null
          ? ""
          : { id: "library.source.translator", values: { name: translator.replace(/\.$/, "") } },
      publisher: closed(source.publisher ?? ""),
    },
  };
}

/** A part of a reference ends with one full stop. */
const closed = (part: string): string => (part === "" ? "" : `${part.replace(/\.$/, "")}.`);

/** The part before the comma; without one, the last word ("Sigmund Freud"). */
function familyName(author: string): string {
  const comma = author.indexOf(",");
  if (comma > 0) return author.slice(0, comma).trim();
  return author.trim().split(/\s+/).at(-1) ?? author;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

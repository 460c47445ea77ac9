import type { Source } from "../text/source.ts";

/** An element of the front matter, with the words of all that it holds. */
export interface FrontElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  words: string;
  readonly children: FrontElement[];
}

/** What an article's front matter says of it: authors alone among its contributors, its own year before all. */
export function jatsSource(front: FrontElement): Partial<Source> {
  const article = childOf(front, "article-meta") ?? front;
  const journal = childOf(front, "journal-meta");
  const titles = childOf(article, "title-group");
  const title = wordsOf(titles === null ? null : childOf(titles, "article-title"));
  const subtitle = wordsOf(titles === null ? null : childOf(titles, "subtitle"));
  const contributors = childrenOf(article, "contrib-group").flatMap((group) =>
    childrenOf(group, "contrib").map((each) => ({
      type: each.attributes["contrib-type"] ?? group.attributes["content-type"] ?? "author",
      name: nameOf(each),
    })),
  );
  const named = (type: RegExp): readonly string[] =>
    contributors.flatMap(({ type: own, name }) => (type.test(own) && name !== null ? [name] : []));
  const authors = named(/^authors?$/i);
  const translators = named(/^translators?$/i);
  const doi = childrenOf(article, "article-id").find(({ attributes }) => attributes["pub-id-type"] === "doi");
  return {
    title: [title, subtitle].filter((part) => part !== null).join(": "),
    authors,
    translator: translators.length === 0 ? null : translators.join(" & "),
    year: yearOf(article),
    container: journal === null ? null : wordsOf(descendant(journal, "journal-title")),
    volume: wordsOf(childOf(article, "volume")),
    publisher: journal === null ? null : wordsOf(descendant(journal, "publisher-name")),
    doi: wordsOf(doi ?? null),
  };
}

/** "Family, Given" of one contributor, or the name of a group; null where there is none. */
function nameOf(contributor: FrontElement): string | null {
  const alternatives = childOf(contributor, "name-alternatives");
  const name = childOf(contributor, "name") ?? (alternatives === null ? null : childOf(alternatives, "name"));
  if (name !== null) {
    const part = (of: string) => wordsOf(childOf(name, of));
    const family = [part("prefix"), part("surname")].filter((each) => each !== null).join(" ");
    const given = [part("given-names"), part("suffix")].filter((each) => each !== null).join(", ");
    if (family === "") return given === "" ? null : given;
    return given === "" ? family : `${family}, ${given}`;
  }
  const collaboration = childOf(contributor, "collab") ?? (alternatives && childOf(alternatives, "collab"));
  if (collaboration !== null) {
    // A group's own name, without the list of its members.
    const own = childOf(collaboration, "institution") ?? collaboration;
    const members = childrenOf(own, "contrib-group").reduce(
      (words, { words: more }) => words.replace(more, ""),
      own.words,
    );
    return plain(members);
  }
  return wordsOf(childOf(contributor, "string-name"));
}

/** Of the version of record: printed or in a collection, then electronic; never received or accepted. */
function yearOf(article: FrontElement): number | null {
  const dates = childrenOf(article, "pub-date").flatMap((date) => {
    const year = /^\s*(\d{4})\s*$/.exec(childOf(date, "year")?.words ?? "");
    if (year === null) return [];
    const { attributes } = date;
    const kind =
      attributes["pub-type"] ?? `${attributes["publication-format"] ?? ""} ${attributes["date-type"] ?? ""}`;
    return [{ kind: kind.trim().toLowerCase(), year: Number(year[1]) }];
  });
  const order = [
    /^(?:ppub|collection|print pub)$|collection/,
    /^(?:epub-ppub|print.*)$/,
    /^(?:epub|.*\bpub)$/,
    /^(?!.*(?:preprint|nihms|received|accepted|pmc-release|retract|correct))/,
  ];
  for (const kind of order) {
    const found = dates.find((date) => kind.test(date.kind));
    if (found !== undefined) return found.year;
  }
  return null;
}

const childrenOf = (element: FrontElement, name: string): readonly FrontElement[] =>
  element.children.filter((child) => child.name === name);
const childOf = (element: FrontElement, name: string): FrontElement | null =>
  element.children.find((child) => child.name === name) ?? null;

function descendant(element: FrontElement, name: string): FrontElement | null {
  for (const child of element.children) {
    if (child.name === name) return child;
    const deeper = descendant(child, name);
    if (deeper !== null) return deeper;
  }
  return null;
}

const plain = (words: string): string | null => {
  const one = words.replace(/\s+/g, " ").trim();
  return one === "" ? null : one;
};
const wordsOf = (element: FrontElement | null): string | null =>
  element === null ? null : plain(element.words);

import type { Source } from "../text/source.ts";
import { familyFirst } from "./gutenberg.ts";
import { walkXml } from "./xml.ts";

/** One field of the header: the names above it and its words, with the parts of a name apart. */
interface HeaderField {
  readonly path: string;
  readonly type: string;
  readonly when: string;
  words: string;
  /** "van", "de la". */
  link: string;
  family: string;
  given: string;
}

/**
 * What a TEI header says of the work. The year is that of the source the file was made from (`sourceDesc`); the
 * date of the file's own publication counts only where no source is described.
 */
export function teiSource(characters: string): Partial<Source> {
  const fields: HeaderField[] = [];
  const open: (HeaderField | null)[] = [];
  let description = "";
  const end = characters.search(/<\/(?:\w+:)?teiHeader\s*>/i);
  if (end < 0) return {};
  walkXml(characters, {
    open(name, attributes, above) {
      if (!above.includes("teiheader")) return;
      const isField = /^(?:title|author|editor|date|publisher|language|respstmt|idno)$/.test(name);
      const field: HeaderField | null = isField
        ? {
            path: [...above, name].join("/"),
            type: (attributes.type ?? attributes.role ?? "").toLowerCase(),
            when: attributes.when ?? attributes.ident ?? "",
            words: "",
            link: "",
            family: "",
            given: "",
          }
        : null;
      open.push(field);
    },
    text(words, above) {
      if (!above.includes("teiheader")) return;
      const name = above.at(-1);
      if (above.includes("sourcedesc")) description += words;
      for (const field of open) {
        if (field === null) continue;
        field.words += words;
        if (name === "surname") field.family += words;
        if (name === "namelink") field.link += words;
        if (name === "forename" || name === "genname") field.given += words;
      }
    },
    close(_, above) {
      if (!above.includes("teiheader")) return;
      const field = open.pop() ?? null;
      if (field !== null) fields.push(field);
    },
  });
  const under = (part: RegExp) => fields.filter(({ path }) => part.test(path));
  const own = /filedesc\/titlestmt\//;
  const titles = under(/filedesc\/titlestmt\/title$/);
  const main = titles.filter(({ type }) => type === "main" || type === "");
  const sub = titles.filter(({ type }) => type === "sub" || type === "alt-sub");
  const title = [main[0] ?? titles[0], ...sub.slice(0, 1)].flatMap((each) =>
    each === undefined ? [] : [one(each.words)],
  );
  const people = under(/filedesc\/titlestmt\/(?:author|editor)$/).filter(({ path }) => own.test(path));
  const authors = people.filter(({ path }) => path.endsWith("author")).map(nameOf);
  const translators = people
    .filter(({ path, type }) => path.endsWith("editor") && /^trans/.test(type))
    .map(nameOf);
  const published = (part: RegExp) =>
    under(part)
      .filter(({ type }) => !/digital|electronic|creation/.test(type))
      .map(({ when, words }) => /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(`${when} ${words}`)?.[1])
      .find((year) => year !== undefined);
  // Of a text that has no source but the file, the file is the work.
  const isDescribed = one(description) !== "" && !/born[- ]digital|no (?:printed )?source/i.test(description);
  const year =
    published(/sourcedesc\/.*date$/) ??
    (isDescribed ? undefined : published(/filedesc\/publicationstmt\/date$/));
  const publisher = under(
    isDescribed ? /sourcedesc\/.*publisher$/ : /filedesc\/publicationstmt\/publisher$/,
  )[0];
  const language = under(/profiledesc\/langusage\/language$/)[0]?.when;
  return {
    ...(title.length === 0 ? {} : { title: title.join(". ") }),
    ...(authors.length === 0 ? {} : { authors: authors.filter((name) => name !== "") }),
    ...(translators.length === 0 ? {} : { translator: translators.join(" & ") }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(publisher === undefined ? {} : { publisher: one(publisher.words) }),
    ...(language === undefined || !/^[a-z]{2}/i.test(language) ? {} : { language: languageOf(language) }),
  };
}

const one = (words: string): string => words.replace(/\s+/g, " ").trim();

function nameOf({ words, link, family, given }: HeaderField): string {
  if (one(family) === "") return familyFirst(one(words));
  const whole = one(`${link} ${family}`);
  return one(given) === "" ? whole : `${whole}, ${one(given)}`;
}

const threeLetters: Readonly<Record<string, string>> = {
  deu: "de",
  ger: "de",
  eng: "en",
  fra: "fr",
  fre: "fr",
  ita: "it",
  spa: "es",
  lat: "la",
  nld: "nl",
  dut: "nl",
};
const languageOf = (code: string): string => {
  const bare = code.split("-")[0]!.toLowerCase();
  return threeLetters[bare] ?? bare.slice(0, 2);
};

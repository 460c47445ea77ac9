import type { Source } from "../text/source.ts";
import type { Role } from "../text/text.ts";
import { familyFirst } from "./gutenberg.ts";
import { walkXml, type XmlAttributes } from "./xml.ts";

/** What an EPUB's package document says: the book, and its chapters in reading order. */
export interface Package {
  readonly source: Partial<Source>;
  readonly spine: readonly { readonly path: string; readonly role: Role | null }[];
}

/** One field of the metadata, with what EPUB 3 refines it by. */
interface Field {
  readonly name: string;
  readonly words: string;
  readonly attributes: XmlAttributes;
  readonly refined: ReadonlyMap<string, string>;
}

/** Null where the document is not XML. Paths are as the archive names them. */
export function readPackage(characters: string, at: string): Package | null {
  const items = new Map<string, { href: string; properties: string }>();
  const order: string[] = [];
  const fields: { name: string; words: string; attributes: XmlAttributes }[] = [];
  const refinements: { of: string; property: string; words: string }[] = [];
  let words = "";
  const attributesOf: XmlAttributes[] = [];
  const fault = walkXml(characters, {
    open(name, attributes) {
      words = "";
      attributesOf.push(attributes);
      if (name === "item" && attributes.id !== undefined)
        items.set(attributes.id, { href: attributes.href ?? "", properties: attributes.properties ?? "" });
      if (name === "itemref" && attributes.idref !== undefined) order.push(attributes.idref);
    },
    text(more) {
      words += more;
    },
    close(name, above) {
      const attributes = attributesOf.pop() ?? {};
      if (!above.includes("metadata")) return;
      const field = words.replace(/\s+/g, " ").trim();
      words = "";
      const of = (attributes.refines ?? "").replace(/^#/, "");
      const property = (attributes.property ?? "").replace(/^.*:/, "");
      if (name === "meta" && of !== "") refinements.push({ of, property, words: field });
      else if (name === "meta" && property !== "")
        fields.push({ name: `meta ${property}`, words: field, attributes });
      else if (field !== "") fields.push({ name, words: field, attributes });
    },
  });
  if (fault !== null) return null;
  const known = fields.map(
    (field): Field => ({
      ...field,
      refined: new Map(
        refinements
          .filter(({ of }) => field.attributes.id !== undefined && of === field.attributes.id)
          .map(({ property, words: said }) => [property, said]),
      ),
    }),
  );
  const folder = at.includes("/") ? at.slice(0, at.lastIndexOf("/") + 1) : "";
  const spine = order.flatMap((id) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const role: Role | null = /\bnav\b/.test(item.properties) ? "contents" : null;
    return [{ path: resolve(folder, item.href), role }];
  });
  return { source: sourceOf(known), spine };
}

function sourceOf(fields: readonly Field[]): Partial<Source> {
  const first = (name: string): string | undefined => fields.find((field) => field.name === name)?.words;
  const titles = fields.filter(({ name }) => name === "title");
  const title = titles.find(({ refined }) => refined.get("title-type") === "main") ?? titles[0];
  const creators = fields.filter(({ name }) => name === "creator");
  const people = fields.filter(({ name }) => name === "creator" || name === "contributor");
  const authors = creators.filter((field) => ["", "aut"].includes(roleOf(field))).map(nameOf);
  const translators = people.filter((field) => roleOf(field) === "trl").map(nameOf);
  const language = first("language");
  const publisher = first("publisher");
  const year = yearOf(fields);
  return {
    ...(title === undefined ? {} : { title: title.words }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(translators.length === 0 ? {} : { translator: translators.join(" & ") }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language: language.slice(0, 2).toLowerCase() }),
    ...(year === null ? {} : { year }),
  };
}

/** The MARC code of what somebody did, "" where it is not said. An author may be called by the word. */
function roleOf({ attributes, refined }: Field): string {
  const role = (refined.get("role") ?? attributes["opf:role"] ?? attributes.role ?? "").trim().toLowerCase();
  const code = role.replace(/^.*[/:]/, "");
  return { author: "aut", translator: "trl", editor: "edt" }[code] ?? code;
}

function nameOf({ words, attributes, refined }: Field): string {
  const filed = (refined.get("file-as") ?? attributes["opf:file-as"] ?? attributes["file-as"] ?? "").trim();
  return filed === "" ? familyFirst(words) : filed;
}

/**
 * The year of the work as far as the package says it: of the first publication, else of the publication. When the
 * file was made, converted or changed is no year of the work; neither is a date with the time of day, which a
 * program wrote, nor the day on which Project Gutenberg released its file.
 */
function yearOf(fields: readonly Field[]): number | null {
  const isGutenberg = fields.some(
    ({ name, words }) => /^(?:identifier|source|publisher)$/.test(name) && /gutenberg/i.test(words),
  );
  const dates = fields.flatMap((field) => {
    const year = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(field.words);
    if (year === null || /T\d\d:\d\d/.test(field.words)) return [];
    const said = field.attributes["opf:event"] ?? field.attributes.event ?? field.refined.get("event") ?? "";
    return [{ name: field.name, event: said.toLowerCase(), year: Number(year[0]) }];
  });
  const of = (...names: readonly string[]) =>
    dates.find(({ name, event }) => names.includes(event === "" ? name : `${name} ${event}`))?.year;
  const original = of("date original-publication", "date original publication");
  if (original !== undefined || isGutenberg) return original ?? null;
  return of("date publication", "date issued", "meta issued", "issued") ?? of("date") ?? null;
}

function resolve(folder: string, href: string): string {
  const path: string[] = folder.split("/").filter((part) => part !== "");
  for (const part of decoded(href.split("#")[0]!).split("/")) {
    if (part === "..") path.pop();
    else if (part !== "." && part !== "") path.push(part);
  }
  return path.join("/");
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

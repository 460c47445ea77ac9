import type { Source } from "../text/source.ts";
import type { Role } from "../text/text.ts";
import { familyFirst } from "./gutenberg.ts";
import { walkXml } from "./xml.ts";

/** What an EPUB's package document says: the book, and its chapters in reading order. */
export interface Package {
  readonly source: Partial<Source>;
  readonly spine: readonly { readonly path: string; readonly role: Role | null }[];
}

/** Null where the document is not XML. Paths are as the archive names them. */
export function readPackage(characters: string, at: string): Package | null {
  const items = new Map<string, { href: string; properties: string }>();
  const order: string[] = [];
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  const authors: string[] = [];
  let field = "";
  const fault = walkXml(characters, {
    open(name, attributes) {
      field = "";
      if (name === "item" && attributes.id !== undefined)
        items.set(attributes.id, { href: attributes.href ?? "", properties: attributes.properties ?? "" });
      if (name === "itemref" && attributes.idref !== undefined) order.push(attributes.idref);
    },
    text(words) {
      field += words;
    },
    close(name, above) {
      if (!above.includes("metadata")) return;
      const words = field.replace(/\s+/g, " ").trim();
      field = "";
      if (words === "") return;
      if (name === "title") source.title ??= words;
      if (name === "creator") authors.push(familyFirst(words));
      if (name === "publisher") source.publisher ??= words;
      if (name === "language") source.language ??= words.slice(0, 2).toLowerCase();
      const year = name === "date" ? /\b(1[5-9]\d\d|20\d\d)\b/.exec(words) : null;
      if (year !== null) source.year ??= Number(year[0]);
    },
  });
  if (fault !== null) return null;
  if (authors.length > 0) source.authors = authors;
  const folder = at.includes("/") ? at.slice(0, at.lastIndexOf("/") + 1) : "";
  const spine = order.flatMap((id) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const role: Role | null = /\bnav\b/.test(item.properties) ? "contents" : null;
    return [{ path: resolve(folder, item.href), role }];
  });
  return { source, spine };
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

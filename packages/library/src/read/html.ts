import { Parser } from "htmlparser2";
import { roleOfTitle } from "../text/role.ts";
import type { Source } from "../text/source.ts";
import type { Role } from "../text/text.ts";
import { type Draft, openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import {
  blockTags,
  declaredRole,
  headingTags,
  isNoteElement,
  isPageNumber,
  labelIn,
  pageLabel,
  silentTags,
} from "./html-marks.ts";
import type { Extract } from "./outcome.ts";

/** A web page, a chapter of an EPUB: its words in blocks, its printed pages, its parts. */
export function readHtml(characters: string, remarks: readonly string[] = []): Extract {
  const draft = openDraft();
  const source = writeHtml(draft, characters);
  return draft.finish("html", source, remarks);
}

/** The same into a draft that others write too; gives what the head of the page says of itself. */
export function writeHtml(draft: Draft, characters: string, fallback: Role | null = null): Partial<Source> {
  const open: { tag: string; silent: boolean; note: boolean; role: boolean; number: boolean }[] = [];
  const roles: Role[] = fallback === null ? [] : [fallback];
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  let silent = 0;
  let notes = 0;
  let numbers = 0;
  let marked = false;
  let pageTitle: string | null = null;
  if (fallback !== null) draft.role(fallback);

  const begin = (tag: string): void => {
    if (headingTags.has(tag)) draft.block("heading");
    else draft.block(notes > 0 ? "note" : "paragraph");
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const label = pageLabel(attributes);
        if (label !== null) draft.page(label);
        const isNumber = label !== null || isPageNumber(attributes);
        if (isNumber && numbers === 0) marked = false;
        if (isNumber) numbers += 1;
        marked ||= label !== null;
        const isSilent = silentTags.has(tag);
        const role = declaredRole(attributes);
        const isNote = isNoteElement(tag, attributes);
        open.push({ tag, silent: isSilent, note: isNote, role: role !== null, number: isNumber });
        if (isSilent) silent += 1;
        if (isNote) notes += 1;
        if (role !== null) {
          roles.push(role);
          draft.role(role);
        }
        if (tag === "title") pageTitle = "";
        if (tag === "meta") readMeta(source, attributes);
        if (silent > 0) return;
        if (tag === "br") draft.line();
        else if (blockTags.has(tag)) begin(tag);
        else if (tag === "td" || tag === "th") draft.words(" ");
      },
      ontext(words) {
        if (pageTitle !== null && open.at(-1)?.tag === "title") pageTitle += words;
        if (silent > 0) return;
        const label = numbers > 0 ? labelIn(words) : null;
        if (label === null) return draft.words(words);
        if (!marked) draft.page(label);
        marked = true;
      },
      onclosetag(tag) {
        const last = open.pop();
        if (last === undefined) return;
        if (last.silent) silent -= 1;
        if (last.note) notes -= 1;
        if (last.number) numbers -= 1;
        if (last.role) {
          roles.pop();
          draft.role(roles.at(-1) ?? null);
        }
        if (silent === 0 && blockTags.has(tag) && tag !== "br") begin("p");
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(characters);
  parser.end();
  const title = (pageTitle ?? "").replace(/\s+/g, " ").trim();
  if (title !== "" && source.title === undefined && roleOfTitle(title) === null) {
    const gutenberg = /^(?:The Project Gutenberg e-?Book of )(.+?)(?:,? by (.+?))?\.?$/i.exec(title);
    source.title = gutenberg?.[1] ?? title;
    if (gutenberg?.[2] !== undefined && source.authors === undefined)
      source.authors = [familyFirst(gutenberg[2])];
  }
  return source;
}

function readMeta(
  source: { -readonly [K in keyof Source]?: Source[K] },
  attributes: Readonly<Record<string, string>>,
): void {
  const name = (attributes.name ?? attributes.property ?? "").toLowerCase();
  const content = (attributes.content ?? "").replace(/\s+/g, " ").trim();
  if (content === "") return;
  if (/^(dc\.title|citation_title|dcterms\.title)$/.test(name)) source.title = content;
  if (/^(dc\.creator|citation_author|author|dcterms\.creator)$/.test(name))
    source.authors = [...(source.authors ?? []), familyFirst(content)];
  if (/^(dc\.language|citation_language)$/.test(name)) source.language = content.slice(0, 2).toLowerCase();
  if (/^(citation_doi|dc\.identifier)$/.test(name) && content.includes("10."))
    source.doi = content.replace(/^.*?(10\.)/, "$1");
  const year = /^(citation_(publication_)?date|dc\.date)$/.test(name)
    ? /\b1[5-9]\d\d|\b20\d\d/.exec(content)
    : null;
  if (year !== null) source.year = Number(year[0]);
}

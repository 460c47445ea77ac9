import type { StaffMessage } from "@concord/messages";
import { Parser } from "htmlparser2";
import { roleOfTitle } from "../text/role.ts";
import type { Source } from "../text/source.ts";
import type { Role } from "../text/text.ts";
import type { LeftOutKind } from "../text/word-account.ts";
import type { Scan } from "./compare-words.ts";
import { type Draft, openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import {
  blockTags,
  cellTags,
  declaredRole,
  headingTags,
  isNoteElement,
  isNoteMarkElement,
  labelIn,
  looksLikeNoteMark,
  type PageMarkup,
  pageMarkup,
  partingSilentTags,
  silentKind,
} from "./html-marks.ts";
import type { Extract } from "./outcome.ts";
import { lineOf } from "./place.ts";
import { raisedFigures } from "./raised.ts";
import { scanHtml } from "./scan-html.ts";
import type { MarkupGrammar } from "./scan-markup.ts";
import { faultOfXml, walkXml } from "./xml.ts";

/** A web page: its words in blocks, its printed pages, its parts. */
export function readHtml(characters: string, remarks: readonly StaffMessage[] = []): Extract {
  const draft = openDraft();
  const { source, grammar, fault } = writeHtml(draft, characters);
  const letters = scanHtml(characters, grammar);
  const scan: Scan = {
    letters,
    unresolved: letters.unresolved,
    hasBreaks: true,
    placeOf: (at) => lineOf(characters, at),
  };
  return draft.finish("html", source, fault === null ? remarks : [...remarks, faultMessage(fault)], scan);
}

export interface HtmlWritten {
  readonly source: Partial<Source>;
  /** How the page was parsed in the end. */
  readonly grammar: MarkupGrammar;
  /** Why a page that says it is XHTML was not read as XML. */
  readonly fault: string | null;
}

/** Returns that a page was read as HTML, and why. */
export const faultMessage = (fault: string): StaffMessage => ({
  id: "library.reading.not-xhtml",
  values: { fault },
});

/**
 * Writes a web page into a draft that others write too, and gives what its head says of it. XHTML is parsed as
 * the XML that it is (there `<title/>` closes itself); where it is not well-formed, as browsers parse HTML.
 */
export function writeHtml(
  draft: Draft,
  characters: string,
  {
    role = null,
    isXhtml = saysXhtml(characters),
  }: { readonly role?: Role | null; readonly isXhtml?: boolean } = {},
): HtmlWritten {
  const page = openPage(draft, role);
  const fault = isXhtml ? faultOfXml(characters) : null;
  if (isXhtml && fault === null) walkXml(characters, page);
  else {
    const parser = new Parser(
      { onopentag: page.open, ontext: page.text, onclosetag: page.close },
      {
        decodeEntities: true,
        lowerCaseTags: true,
        lowerCaseAttributeNames: true,
        // Files that mix in XHTML write <title/>, which would swallow the page.
        recognizeSelfClosing: true,
        recognizeCDATA: isXhtml,
      },
    );
    parser.write(characters);
    parser.end();
  }
  return {
    source: page.source(),
    grammar: !isXhtml ? "html" : fault === null ? "xml" : "broken-xhtml",
    fault,
  };
}

const saysXhtml = (characters: string): boolean => {
  const head = characters.slice(0, 2000);
  return (
    /^\s*<\?xml\s/.test(head) || /<!DOCTYPE\s+html\s[^>]*XHTML/i.test(head) || /<html[^>]+xmlns=/i.test(head)
  );
};

interface PageEvents {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(words: string): void;
  close(tag: string): void;
  source(): Partial<Source>;
}

interface OpenElement {
  readonly tag: string;
  readonly silent: LeftOutKind | null;
  readonly note: boolean;
  readonly role: boolean;
}

/** An element that may be the mark of a page or a note, until its words are known. */
interface Mark {
  readonly depth: number;
  page: PageMarkup | null;
  isNoteMark: boolean;
  isRaised: boolean;
  isLink: boolean;
  readonly isBlock: boolean;
  /** An anchor without a link, called "Page_188": it marks a place, whatever is in it. */
  readonly isAnchor: boolean;
  /** It follows a letter or sign without space. */
  readonly isAttached: boolean;
  words: string;
}

/** Longer words are the text's own. */
const longestMark = 24;

function openPage(draft: Draft, fallback: Role | null): PageEvents {
  const open: OpenElement[] = [];
  const roles: Role[] = fallback === null ? [] : [fallback];
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  const silent: LeftOutKind[] = [];
  let notes = 0;
  let mark: Mark | null = null;
  let pageTitle: string | null = null;
  let inTitle = false;
  if (fallback !== null) draft.role(fallback);

  const begin = (tag: string): void => {
    if (headingTags.has(tag)) draft.block("heading");
    else draft.block(notes > 0 ? "note" : "paragraph");
  };
  /** What the element turned out to be: the mark of a page, of a note, or words. */
  const settle = (isClosed: boolean): void => {
    if (mark === null) return;
    const { page, words, isRaised } = mark;
    const said = mark;
    mark = null;
    const label = labelIn(words);
    const isBare = words.trim() === "";
    if (page !== null && !said.isNoteMark) {
      const named = page.label;
      const agrees = label !== null && (page.isDeclared || named === null || named === label);
      // A paragraph called "p5" that holds nothing but "5" is a paragraph.
      const isParagraph = said.isBlock && !page.isDeclared && named !== null && !isBare;
      const own = page.isDeclared ? (named ?? label) : (label ?? named);
      if (own !== null && isClosed && (isBare || agrees) && !isParagraph) {
        draft.page(own);
        draft.leaveOut("page numbers", words);
        return;
      }
      if ((page.isDeclared || said.isAnchor) && named !== null) draft.page(named);
    }
    const isMark =
      looksLikeNoteMark(words) &&
      (said.isNoteMark || (said.isLink && (isRaised || said.isAttached || /^\s*[[(]/.test(words))));
    if (isClosed && isMark) draft.leaveOut("note marks", words);
    else if (isClosed && isRaised && /^\s*\d{1,3}\s*$/.test(words)) draft.words(raisedFigures(words), words);
    else draft.words(words);
  };

  return {
    open(tag, attributes) {
      const kind = silentKind(tag, attributes);
      const role = declaredRole(attributes);
      const isNote = isNoteElement(tag, attributes);
      const isBlock = blockTags.has(tag);
      if (isBlock || cellTags.has(tag) || tag === "br" || kind !== null) settle(false);
      open.push({ tag, silent: kind, note: isNote, role: role !== null });
      if (partingSilentTags.has(tag) && silent.length === 0) draft.words(" ");
      if (kind !== null) silent.push(kind);
      if (isNote) notes += 1;
      if (role !== null) {
        roles.push(role);
        draft.role(role);
      }
      if (tag === "title" && silent[0] === "head of the page") {
        inTitle = pageTitle === null;
        pageTitle ??= "";
      }
      if (tag === "meta") readMeta(source, attributes);
      if (silent.length > 0) return;
      const isAttached = draft.isInsideLine();
      if (tag === "br") draft.line();
      else if (isBlock) begin(tag);
      else if (cellTags.has(tag)) draft.words(" ");
      const page = pageMarkup(attributes);
      const isNoteMark = isNoteMarkElement(attributes);
      const isRaised = tag === "sup";
      const isLink = tag === "a" && (attributes.href ?? "").includes("#");
      const isAnchor =
        tag === "a" &&
        attributes.href === undefined &&
        /^(?:page|pg)[_-]?\w+$/i.test(attributes.id ?? attributes.name ?? "");
      if (mark !== null) {
        mark.page ??= page;
        mark.isNoteMark ||= isNoteMark;
        mark.isRaised ||= isRaised;
        mark.isLink ||= isLink;
      } else if (page !== null || isNoteMark || isRaised || isLink)
        mark = {
          depth: open.length,
          page,
          isNoteMark,
          isRaised,
          isLink,
          isBlock,
          isAnchor,
          isAttached,
          words: "",
        };
    },
    text(words) {
      if (inTitle) pageTitle += words;
      const kind = silent[0];
      if (kind !== undefined) draft.leaveOut(kind, words);
      else if (mark === null) draft.words(words);
      else {
        mark.words += words;
        if (mark.words.trim().length > longestMark) settle(false);
      }
    },
    close(tag) {
      if (mark !== null && mark.depth === open.length) settle(true);
      else if (blockTags.has(tag)) settle(false);
      const last = open.pop();
      if (last === undefined) return;
      if (last.silent !== null) silent.pop();
      if (last.note) notes -= 1;
      if (last.role) {
        roles.pop();
        draft.role(roles.at(-1) ?? null);
      }
      if (tag === "title") inTitle = false;
      if (silent.length > 0) return;
      if (blockTags.has(tag)) begin("p");
      else if (cellTags.has(tag)) draft.words(" ");
    },
    source() {
      settle(false);
      const title = (pageTitle ?? "").replace(/\s+/g, " ").trim();
      const gutenberg = /^(?:The Project Gutenberg e-?Book of )(.+?)(?:,? by (.+?))?\.?$/i.exec(title);
      if (title !== "" && source.title === undefined && (gutenberg !== null || roleOfTitle(title) === null)) {
        source.title = gutenberg?.[1] ?? title;
        if (gutenberg?.[2] !== undefined && source.authors === undefined)
          source.authors = [familyFirst(gutenberg[2])];
      }
      return source;
    },
  };
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

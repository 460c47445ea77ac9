import type { StaffMessage } from "@concord/messages";
import { decodeHTMLStrict } from "entities";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import type { Source } from "../text/source.ts";
import type { LeftOutKind } from "../text/word-account.ts";
import { type Draft, openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import { blockTags, cellTags, headingTags, silentKind } from "./html-marks.ts";
import type { Extract } from "./outcome.ts";
import { pageMarkPattern, pageMarksIn } from "./page-marks.ts";
import { lineOf } from "./place.ts";
import { decodeMarkdown, type OtherSpelling, scanMarkdown } from "./scan-markdown.ts";

/** What is asked of a node of the tree. */
interface Node {
  readonly type: string;
  readonly value?: string | undefined;
  readonly alt?: string | null | undefined;
  readonly children?: readonly Node[] | undefined;
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

/**
 * Markdown as CommonMark and GitHub read it: headings, paragraphs, tables, notes `[^1]`, and a head of `title:`,
 * `author:`, `year:` between dashes.
 *
 * Words alone are kept: marks of emphasis, tags, addresses and the numbers of lists are left out and counted. A page
 * mark such as `{188}` becomes a printed page.
 */
export function readMarkdown(characters: string, remarks: readonly StaffMessage[] = []): Extract {
  const draft = openDraft();
  const tree: Node = fromMarkdown(characters, {
    extensions: [gfm(), frontmatter(["yaml", "toml"])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml", "toml"])],
  });
  const hasPages = pageMarksIn(characters).length > 0;
  const writer = openWriter(draft, characters, hasPages);
  writer.write(tree, 0);
  writer.leaveOut(characters.length, "markup");
  const source = headSource(
    tree.children?.find(({ type }) => type === "yaml" || type === "toml")?.value ?? "",
  );
  return draft.finish("markdown", source, remarks, {
    letters: scanMarkdown(characters, otherSpellings(tree, characters)),
    hasBreaks: true,
    placeOf: (at) => lineOf(characters, at),
  });
}

/** The stretches of the file that are code, bare addresses or HTML. */
function otherSpellings(tree: Node, characters: string): readonly OtherSpelling[] {
  const found: OtherSpelling[] = [];
  const visit = (node: Node): void => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    const isBareAddress = node.type === "link" && characters[from] !== "[";
    if (node.type === "html") found.push({ from, to, spelling: "HTML" });
    else if (node.type === "code" || node.type === "inlineCode" || isBareAddress)
      found.push({ from, to, spelling: "as written" });
    else for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

/** What a mark between words says, by the node that it belongs to. */
const gapKinds: Readonly<Record<string, LeftOutKind>> = {
  link: "link addresses",
  linkReference: "link addresses",
  image: "link addresses",
  imageReference: "link addresses",
  definition: "link addresses",
  listItem: "list numbers",
  footnoteReference: "note marks",
  footnoteDefinition: "note marks",
  code: "names of code languages",
  yaml: "front matter",
  toml: "front matter",
};

function openWriter(draft: Draft, characters: string, hasPages: boolean) {
  /** How far the file has been accounted for. */
  let at = 0;
  /** The elements of HTML that are open inside one that hides its words. */
  const silent: { readonly name: string; readonly kind: LeftOutKind }[] = [];
  const leaveOut = (to: number, kind: LeftOutKind): void => {
    if (to > at) draft.leaveOut(kind, decodeMarkdown(characters.slice(at, to)));
    at = Math.max(at, to);
  };
  const words = (value: string): void => {
    if (silent.length > 0) {
      draft.leaveOut(silent[0]!.kind, value);
      return;
    }
    let from = 0;
    for (const match of hasPages ? value.matchAll(pageMarkPattern) : []) {
      draft.words(value.slice(from, match.index));
      draft.page((match[1] ?? match[2])!);
      draft.leaveOut("page numbers", match[0]);
      from = match.index + match[0].length;
    }
    draft.words(value.slice(from));
  };
  const write = (node: Node, notes: number, isInParagraph = false): void => {
    const from = node.position?.start.offset ?? at;
    const to = node.position?.end.offset ?? at;
    const kind = gapKinds[node.type] ?? "markup";
    const isBlock =
      /^(?:paragraph|heading|code|tableRow|html)$/.test(node.type) &&
      !(node.type === "html" && draft.isInsideLine());
    if (isBlock && node.type !== "html")
      draft.block(node.type === "heading" ? "heading" : notes > 0 ? "note" : "paragraph");
    if (node.type !== "text") leaveOut(from, "markup");
    switch (node.type) {
      case "text":
        leaveOut(from, "markup");
        words(node.value ?? "");
        at = to;
        break;
      case "inlineCode":
        words(node.value ?? "");
        at = to;
        break;
      case "code": {
        const raw = characters.slice(from, to);
        if (/^(?:`{3}|~{3})/.test(raw)) leaveOut(from + (/\n|$/.exec(raw)?.index ?? 0), kind);
        draft.words(node.value ?? "");
        at = to;
        break;
      }
      case "html":
        writeTags(node.value ?? "", notes);
        at = to;
        break;
      case "break":
        draft.line();
        at = to;
        break;
      case "image":
      case "imageReference":
        draft.words(node.alt ?? "");
        at = Math.min(to, from + altEnd(characters.slice(from, to)));
        break;
      case "tableCell":
        draft.words(" ");
        for (const child of node.children ?? []) write(child, notes, true);
        break;
      default:
        for (const [place, child] of (node.children ?? []).entries()) {
          if (place === 0) leaveOut(child.position?.start.offset ?? at, kind);
          write(
            child,
            notes + (node.type === "footnoteDefinition" ? 1 : 0),
            isInParagraph || node.type === "paragraph" || node.type === "heading",
          );
        }
    }
    leaveOut(to, kind);
    if (isBlock && !isInParagraph) silent.length = 0;
    if (isBlock && node.type !== "html") draft.block("paragraph");
  };
  /**
   * HTML inside Markdown: a piece may open what another closes, so tags are taken one by one. What an element hides
   * is left out until its end tag, or until the paragraph or piece of HTML ends.
   */
  const writeTags = (html: string, notes: number): void => {
    for (const [piece] of html.matchAll(tagOrWords)) {
      const tag = /^<(\/?)([a-z][\w-]*)/i.exec(piece);
      if (tag === null) {
        if (/^<[!?]/.test(piece)) draft.leaveOut("comments", decodeHTMLStrict(piece));
        else if (silent.length > 0) draft.leaveOut(silent[0]!.kind, decodeHTMLStrict(piece));
        else words(decodeHTMLStrict(piece));
        continue;
      }
      const name = tag[2]!.toLowerCase();
      const isEnd = tag[1] === "/";
      draft.leaveOut("markup", decodeHTMLStrict(piece));
      if (isEnd) {
        const opened = silent.findLastIndex((each) => each.name === name);
        if (opened >= 0) silent.splice(opened);
      } else {
        const kind =
          emptyTags.has(name) || piece.endsWith("/>") ? null : silentKind(name, attributesOf(piece));
        if (kind !== null) silent.push({ name, kind });
        else if (silent.length > 0 && !emptyTags.has(name)) silent.push({ name, kind: silent[0]!.kind });
      }
      if (silent.length > 0) continue;
      if (name === "br") draft.line();
      else if (cellTags.has(name)) draft.words(" ");
      else if (blockTags.has(name))
        draft.block(headingTags.has(name) && !isEnd ? "heading" : notes > 0 ? "note" : "paragraph");
    }
  };
  return { write, leaveOut };
}

const tagOrWords =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>?|<\?[\s\S]*?(?:\?>|$)|<![^>]*>?|[^<]+|</gi;

const emptyTags: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** The attributes of a tag, as far as they say whether its words are shown. */
function attributesOf(tag: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name, , quoted, , bare] of tag
    .slice(1)
    .matchAll(/\s([a-z][\w:-]*)(?:\s*=\s*(?:(["'])(.*?)\2|(([^\s>"']+))))?/gis))
    found[name!.toLowerCase()] = quoted ?? bare ?? "";
  return found;
}

/** Where the words of an image's description end and its address begins. */
function altEnd(raw: string): number {
  let depth = 0;
  for (let at = 1; at < raw.length; at++) {
    if (raw[at] === "\\") at += 1;
    else if (raw[at] === "[") depth += 1;
    else if (raw[at] === "]" && --depth === 0) return at;
  }
  return raw.length;
}

function headSource(head: string): Partial<Source> {
  const field = (name: string): string | null =>
    new RegExp(`^${name}\\s*[:=]\\s*["']?(.+?)["']?\\s*$`, "im").exec(head)?.[1] ?? null;
  const list = (name: string): readonly string[] => {
    const block = new RegExp(`^${name}\\s*:\\s*\\n((?:\\s*-\\s+.+\\n?)+)`, "im").exec(head);
    const written =
      block === null ? (field(name) ?? "") : block[1]!.replace(/^\s*-\s+/gm, "").replace(/\n/g, "; ");
    return written
      .replace(/^\[|\]$/g, "")
      .split(/\s*;\s*|\s+and\s+/)
      .map((each) => each.trim().replace(/^["']|["']$/g, ""))
      .filter((each) => each !== "");
  };
  const title = field("title");
  const authors = list("authors?");
  const year = field("(?:year|date)");
  const translator = field("translator");
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  if (title !== null) source.title = title;
  if (authors.length > 0) source.authors = authors.map(familyFirst);
  if (year !== null && /\d{4}/.test(year)) source.year = Number(/\d{4}/.exec(year)![0]);
  if (translator !== null) source.translator = translator;
  return source;
}

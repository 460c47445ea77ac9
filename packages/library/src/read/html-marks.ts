import type { Role } from "../text/text.ts";
import type { LeftOutKind } from "../text/word-account.ts";

type Attributes = Readonly<Record<string, string>>;

export const headingTags: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

export const blockTags: ReadonlySet<string> = new Set(
  [
    ...headingTags,
    "p div li ul ol dl dt dd blockquote pre table tr caption section article aside header footer main nav",
    "figure figcaption hr address center body form fieldset legend details summary dialog hgroup search menu dir",
  ].flatMap((tags) => tags.split(" ")),
);

/** Words part at a cell of a table or a choice of a list, but its row goes on. */
export const cellTags: ReadonlySet<string> = new Set(["td", "th", "option", "optgroup"]);

const silentTags: ReadonlyMap<string, LeftOutKind> = new Map([
  ["script", "scripts and styles"],
  ["style", "scripts and styles"],
  ["template", "scripts and styles"],
  ["noscript", "scripts and styles"],
  ["head", "head of the page"],
  ["title", "head of the page"],
  ["svg", "pictures"],
  ["iframe", "pictures"],
  ["object", "pictures"],
  ["audio", "pictures"],
  ["video", "pictures"],
  ["math", "formulas"],
  ["button", "controls"],
  ["select", "controls"],
  ["textarea", "controls"],
  ["rt", "ruby readings"],
  ["rp", "ruby readings"],
]);

/** Silent elements that stand between words, never within one. */
export const partingSilentTags: ReadonlySet<string> = new Set(
  [...silentTags.keys()].filter((tag) => !/^(?:math|rt|rp)$/.test(tag)),
);

/** As what the words of an element are left out of the text; null where they belong to it. */
export function silentKind(tag: string, attributes: Attributes): LeftOutKind | null {
  const own = silentTags.get(tag);
  if (own !== undefined) return own;
  const isHidden =
    "hidden" in attributes ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "");
  return isHidden ? "hidden parts" : null;
}

/** The printed page that an element may mark, if it holds nothing else. */
export interface PageMarkup {
  /** What the markup itself says; null where only the words can say it. */
  readonly label: string | null;
  /** Said to be a page break, not only called like one. */
  readonly isDeclared: boolean;
}

/**
 * EPUB says `epub:type="pagebreak"` or `role="doc-pagebreak"` with the label in `aria-label` or `title`;
 * transcribers write an anchor or span with a class like `pagenum` or a name like `Page_188`. The name alone
 * proves little: many files number their paragraphs `p1`, `p2` and their scans `page_1`.
 */
export function pageMarkup(attributes: Attributes): PageMarkup | null {
  const type = `${attributes["epub:type"] ?? ""} ${attributes.role ?? ""}`;
  const named = attributes.id ?? attributes.name ?? "";
  const byName = /^(?:page|pg|pb|p)[_-]?(\d{1,4}|[ivxlc]{1,8})$/i.exec(named)?.[1] ?? null;
  if (/\b(?:doc-)?pagebreak\b/.test(type)) {
    const label = (attributes["aria-label"] ?? attributes.title ?? "")
      .replace(/^\s*(?:page|seite|p\.)\s*/i, "")
      .replace(/\.\s*$/, "")
      .trim();
    return { label: label !== "" ? label : byName, isDeclared: true };
  }
  const isNumber = /(?:^|[\s_-])(?:pagenum|pageno|page-?number|page_?num|pb)(?:$|[\s_-])/i.test(
    attributes.class ?? "",
  );
  return isNumber || byName !== null ? { label: byName, isDeclared: false } : null;
}

/** "[Pg 188]", "{188}", "188": the label; null for any other words, which are then the text's own. */
export function labelIn(words: string): string | null {
  return /^[\s[{(]*(?:pg\.?|page|seite|p\.)?\s*(\d{1,4}|[ivxlc]{1,8})[\s\]})]*$/i.exec(words)?.[1] ?? null;
}

/** Said to be the mark of a note, as EPUB, DPUB-ARIA, Pandoc and transcribers say it. */
export function isNoteMarkElement(attributes: Attributes): boolean {
  const type = `${attributes["epub:type"] ?? ""} ${attributes.role ?? ""}`;
  return (
    /\b(?:doc-)?(?:noteref|biblioref|backlink)\b/.test(type) ||
    /(?:^|\s)(?:noteref|fn-?ref|footnote-?ref|endnote-?ref|footnote-?(?:anchor|back|backref)|fn-?anchor|note-?anchor|reversefootnote)(?:$|\s)/i.test(
      attributes.class ?? "",
    )
  );
}

/** "1", "[12]", "(a)", "*", "†", "↩": what a mark of a note looks like. */
export const looksLikeNoteMark = (words: string): boolean =>
  /^\s*[[({]?\s*(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*∗†‡§¶#]{1,3}|(?:[↩↑⏎^←⤴]\uFE0E?){1,3})\s*[\])}]?[.,:]?\s*$/iu.test(
    words,
  );

/** What the markup itself says a part is for. */
export function declaredRole(attributes: Attributes): Role | null {
  const type = `${attributes["epub:type"] ?? ""} ${attributes.role ?? ""}`;
  const id = `${attributes.id ?? ""} ${attributes.class ?? ""}`;
  if (/\b(doc-)?toc\b|\blandmarks\b|\bpage-list\b/.test(type)) return "contents";
  if (/\b(doc-)?index\b/.test(type)) return "index";
  if (/\b(doc-)?bibliography\b/.test(type)) return "bibliography";
  if (/\b(footnotes|rearnotes|(doc-)?endnotes)\b/.test(type)) return "notes";
  if (/\b(frontmatter|titlepage|copyright-page|dedication|(doc-)?cover)\b/.test(type)) return "front";
  if (/\b(doc-)?abstract\b/.test(type)) return "synopsis";
  return /\bpg-?(header|footer|boilerplate)\b|\bpgheader\b/.test(id) ? "licence" : null;
}

export function isNoteElement(tag: string, attributes: Attributes): boolean {
  if (tag !== "div" && tag !== "aside" && tag !== "p" && tag !== "li") return false;
  const type = `${attributes["epub:type"] ?? ""} ${attributes.role ?? ""} ${attributes.class ?? ""}`;
  return /\b(footnotes?|rearnotes?|endnotes?|doc-(foot|end)notes?)\b/.test(type);
}

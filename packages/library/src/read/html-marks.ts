import type { Role } from "../text/text.ts";

type Attributes = Readonly<Record<string, string>>;

export const headingTags: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

export const blockTags: ReadonlySet<string> = new Set(
  [
    ...headingTags,
    "p div li ul ol dl dt dd blockquote pre table tr caption section article aside header footer main nav",
    "figure figcaption hr address center",
  ].flatMap((tags) => tags.split(" ")),
);

/** Their words are not the text's. */
export const silentTags: ReadonlySet<string> = new Set(
  "script style head title template noscript svg math iframe button select textarea".split(" "),
);

/**
 * The label of the printed page that begins at this element; null where it marks none.
 *
 * EPUB says `epub:type="pagebreak"` or `role="doc-pagebreak"` with the label in `aria-label` or `title`;
 * transcribers write an anchor or span with a class like `pagenum` or a name like `Page_188`.
 */
export function pageLabel(attributes: Attributes): string | null {
  const type = `${attributes["epub:type"] ?? ""} ${attributes.role ?? ""}`;
  const named = attributes.id ?? attributes.name ?? "";
  const byName = /^(?:page|pg|pb|p)[_-]?(\d{1,4}|[ivxlc]{1,8})$/i.exec(named)?.[1] ?? null;
  if (/\b(doc-)?pagebreak\b/.test(type)) {
    const said = attributes["aria-label"] ?? attributes.title ?? "";
    const label = said
      .replace(/^\s*(page|seite|p\.)\s*/i, "")
      .replace(/\.\s*$/, "")
      .trim();
    return label !== "" ? label : byName;
  }
  return byName;
}

/** An element made to hold the number of a page, whatever its name. */
export function isPageNumber(attributes: Attributes): boolean {
  return /\b(pagenum|pageno|page-?number|page_?num|pb)\b/i.test(attributes.class ?? "");
}

/** "[Pg 188]", "{188}", "188": the label; null for any other words, which are then the text's own. */
export function labelIn(words: string): string | null {
  return /^[\s[{(]*(?:pg\.?|page|p\.)?\s*(\d{1,4}|[ivxlc]{1,8})[\s\]})]*$/i.exec(words)?.[1] ?? null;
}

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

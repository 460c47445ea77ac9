import type { StaffMessage } from "@concord/messages";
import { lastAtOrBefore } from "./last-at-or-before.ts";
import type { PageMark, Section, Span, Text } from "./text.ts";

/** Where a reader finds a span: the printed page where the source has one, else chapter and paragraph. */
export type Locator =
  | { readonly kind: "page"; readonly first: string; readonly last: string }
  | { readonly kind: "paragraph"; readonly chapter: string; readonly paragraph: number };

type Located = Pick<Text, "pages" | "sections" | "blocks">;

export function locate(text: Located, span: Span): Locator {
  const first = pageAt(text.pages, span.from);
  if (first !== null) {
    return { kind: "page", first: first.label, last: (pageAt(text.pages, span.to - 1) ?? first).label };
  }
  const section = sectionAt(text.sections, span.from);
  const start = section?.from ?? 0;
  const opening = lastAtOrBefore(text.blocks.length, (at) => text.blocks[at]!.from, span.from);
  let paragraph = 0;
  for (let at = opening; at >= 0 && text.blocks[at]!.from >= start; at--) {
    if (text.blocks[at]!.kind !== "heading") paragraph += 1;
  }
  return { kind: "paragraph", chapter: section?.title ?? "", paragraph: Math.max(1, paragraph) };
}

/** Returns "p. 188", "pp. 188–189" or "Chapter IV, ¶ 12" as a message. */
export function locatorMessage(locator: Locator): StaffMessage {
  if (locator.kind === "paragraph") {
    const { chapter, paragraph: number } = locator;
    return chapter === ""
      ? { id: "library.locator.paragraph", values: { number } }
      : { id: "library.locator.paragraph-in", values: { chapter, number } };
  }
  const { first, last } = locator;
  return first === last
    ? { id: "library.locator.page", values: { page: first } }
    : { id: "library.locator.pages", values: { first, last } };
}

function pageAt(pages: readonly PageMark[], at: number): PageMark | null {
  return pages[lastAtOrBefore(pages.length, (mark) => pages[mark]!.at, at)] ?? null;
}

export function sectionAt(sections: readonly Section[], at: number): Section | null {
  return sections[lastAtOrBefore(sections.length, (section) => sections[section]!.from, at)] ?? null;
}

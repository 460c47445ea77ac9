import { openDraft } from "./draft.ts";
import { jatsSource } from "./jats-source.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { walkXml } from "./xml.ts";

const blockNames = new Set([
  "p",
  "title",
  "list-item",
  "disp-quote",
  "td",
  "th",
  "ref",
  "caption",
  "label",
  "attrib",
]);
const silentNames = new Set([
  "journal-meta",
  "contrib-group",
  "aff",
  "author-notes",
  "permissions",
  "history",
  "pub-date",
  "article-id",
  "article-categories",
  "volume",
  "issue",
  "elocation-id",
  "fpage",
  "lpage",
  "counts",
  "title-group",
  "inline-formula",
  "disp-formula",
  "object-id",
  "xref-group",
  "funding-group",
  "custom-meta-group",
  "kwd-group",
]);

/** A journal article in JATS: abstract, sections, notes and references told apart by their elements. */
export function readJats(characters: string, remarks: readonly string[] = []): Extract | Unreadable {
  const draft = openDraft();
  let silent = 0;
  let notes = 0;
  const metadata: { path: string; words: string; attributes: Readonly<Record<string, string>> }[] = [];
  const open: { words: string; attributes: Readonly<Record<string, string>> }[] = [];

  const fault = walkXml(characters, {
    open(name, attributes, above) {
      if (above.includes("front")) open.push({ words: "", attributes });
      if (silentNames.has(name)) silent += 1;
      if (silent > 0) return;
      if (name === "abstract" || name === "trans-abstract") draft.role("synopsis", "Abstract");
      else if (name === "ref-list") draft.role("bibliography", "References");
      else if (name === "fn") notes += 1;
      if (blockNames.has(name)) {
        const isHeading = name === "title" && above.at(-1) !== "caption";
        draft.block(isHeading ? "heading" : notes > 0 ? "note" : "paragraph");
      }
    },
    text(words, above) {
      const last = open.at(-1);
      if (last !== undefined) last.words += words;
      if (silent > 0 || !above.includes("article")) return;
      draft.words(words);
    },
    close(name, above) {
      if (above.includes("front")) {
        const field = open.pop();
        if (field !== undefined) metadata.push({ path: [...above, name].join("/"), ...field });
      }
      if (silentNames.has(name)) silent -= 1;
      if (silent > 0) return;
      if (name === "fn") notes -= 1;
      if (name === "abstract" || name === "trans-abstract" || name === "ref-list") draft.role(null);
      if (blockNames.has(name)) draft.block("paragraph");
    },
  });
  if (fault !== null)
    return unreadable(`The JATS file is not well-formed XML (${fault}); mend it and add it again.`);
  return draft.finish("jats", jatsSource(metadata), remarks);
}

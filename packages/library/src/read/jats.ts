import type { StaffMessage } from "@concord/messages";
import type { LeftOutKind } from "../text/word-account.ts";
import { type Draft, openDraft } from "./draft.ts";
import { looksLikeNoteMark } from "./html-marks.ts";
import { type FrontElement, jatsSource } from "./jats-source.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { lineOf } from "./place.ts";
import { raisedFigures } from "./raised.ts";
import { scanMarkup } from "./scan-markup.ts";
import { walkXml } from "./xml.ts";

const blockNames: ReadonlySet<string> = new Set(
  (
    "p title list-item disp-quote ref caption label attrib verse-line def term speech speaker " +
    "boxed-text statement tr table-wrap-foot preformat"
  ).split(" "),
);

/** Elements inside a paragraph that do not part the word they are in. */
const inlineNames: ReadonlySet<string> = new Set(
  (
    "italic bold sup sub sc underline overline strike monospace roman sans-serif styled-content named-content xref " +
    "ext-link uri email abbrev target milestone-start milestone-end inline-supplementary-material related-article " +
    "related-object chem-struct private-char glyph-data fixed-case rb rt rp ruby inline-graphic object-id"
  ).split(" "),
);

const silentKinds: ReadonlyMap<string, LeftOutKind> = new Map(
  (
    [
      [
        "journal-meta contrib-group aff author-notes permissions history pub-date pub-date-not-available article-id " +
          "article-categories volume issue volume-id issue-id elocation-id fpage lpage page-range counts title-group " +
          "xref-group funding-group custom-meta-group kwd-group supplement conference product self-uri " +
          "article-version related-article pub-history support-group",
        "metadata",
      ],
      ["inline-formula disp-formula tex-math", "formulas"],
      ["object-id", "metadata"],
      ["alt-text long-desc", "descriptions of figures"],
      ["rt rp", "ruby readings"],
    ] as const
  ).flatMap(([names, kind]) => names.split(" ").map((name) => [name, kind] as const)),
);

interface Mark {
  readonly depth: number;
  readonly isRaised: boolean;
  hasReference: boolean;
  readonly isNote: boolean;
  words: string;
}

/** A journal article in JATS: abstract, sections, notes and references told apart by their elements. */
export function readJats(characters: string, remarks: readonly StaffMessage[] = []): Extract | Unreadable {
  const draft = openDraft();
  const silent: LeftOutKind[] = [];
  /** Notes of their own part (`fn-group`), not hung on the paragraph they are in. */
  let notes = 0;
  let depth = 0;
  let mark: Mark | null = null;
  const front: FrontElement = { name: "", attributes: {}, words: "", children: [] };
  const open: FrontElement[] = [front];

  const settle = (isClosed: boolean): void => {
    if (mark === null) return;
    const { words, isRaised, isNote, hasReference } = mark;
    mark = null;
    const isReferences = hasReference && /^[\s\d,;–—-]+$/.test(words) && /\d/.test(words);
    const isMark =
      (isNote && looksLikeNoteMark(words)) ||
      (isRaised && (isReferences || (hasReference && looksLikeNoteMark(words))));
    if (isClosed && isMark) draft.leaveOut("note marks", words);
    else if (isClosed && isRaised && /^\s*\d{1,3}\s*$/.test(words)) draft.words(raisedFigures(words), words);
    else draft.words(words);
  };

  const fault = walkXml(characters, {
    open(name, attributes, above) {
      depth += 1;
      if (above.includes("front") || above.includes("front-stub")) {
        const element: FrontElement = { name, attributes, words: "", children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      }
      const kind = silentKinds.get(name);
      if (kind !== undefined) {
        settle(false);
        silent.push(kind);
      }
      if (silent.length > 0) return;
      const isInline = inlineNames.has(name);
      if (!isInline) settle(false);
      if (mark !== null) mark.hasReference ||= name === "xref";
      else if (
        name === "sup" ||
        (name === "xref" && /^(?:fn|table-fn|aff|corresp)$/.test(attributes["ref-type"] ?? ""))
      )
        mark = {
          depth,
          isRaised: name === "sup",
          isNote: name === "xref",
          hasReference: name === "xref",
          words: "",
        };
      if (isInline) return;
      if (name === "abstract" || name === "trans-abstract") draft.role("synopsis", "Abstract");
      else if (name === "ref-list") draft.role("bibliography", "References");
      else if (name === "break") draft.line();
      else if (name === "fn" && isInProse(above)) draft.beginNote();
      else if (name === "fn") notes += 1;
      if (blockNames.has(name)) begin(draft, name, above, notes);
      else if (name !== "break") draft.words(" ");
    },
    text(words, above) {
      if (open.length > 1) for (const element of open.slice(1)) element.words += words;
      if (!above.includes("article") && above[0] !== "sub-article") return;
      if (silent.length > 0) draft.leaveOut(silent[0]!, words);
      else if (mark === null) draft.words(words);
      else mark.words += words;
    },
    close(name, above) {
      if (open.length > 1 && (above.includes("front") || above.includes("front-stub"))) open.pop();
      if (mark !== null && mark.depth === depth) settle(true);
      depth -= 1;
      if (silentKinds.has(name)) silent.pop();
      if (silent.length > 0) return;
      if (inlineNames.has(name)) return;
      settle(false);
      if (name === "fn" && isInProse(above)) draft.endNote();
      else if (name === "fn") notes -= 1;
      if (name === "abstract" || name === "trans-abstract" || name === "ref-list") draft.role(null);
      if (blockNames.has(name)) draft.block("paragraph");
      else if (name !== "break") draft.words(" ");
    },
  });
  if (fault !== null)
    return unreadable({ id: "library.file-problem.not-xml", values: { format: "JATS", fault } });
  const letters = scanMarkup(characters, {
    grammar: "xml",
    isInline: (name) => scannedInline.has(name),
  });
  return draft.finish("jats", jatsSource(front), remarks, {
    letters,
    unresolved: letters.unresolved,
    hasBreaks: true,
    placeOf: (at) => lineOf(characters, at),
  });
}

/** A footnote inside a paragraph hangs on it; one in a group of notes stands for itself. */
const isInProse = (above: readonly string[]): boolean => {
  const group = Math.max(above.lastIndexOf("fn-group"), above.lastIndexOf("table-wrap-foot"));
  return Math.max(above.lastIndexOf("p"), above.lastIndexOf("title")) > group;
};

function begin(draft: Draft, name: string, above: readonly string[], notes: number): void {
  const isHeading = name === "title" && above.at(-1) !== "caption";
  draft.block(isHeading ? "heading" : notes > 0 ? "note" : "paragraph");
}

/** What the scan takes for a part of a word, kept apart from what the reader does. */
const scannedInline: ReadonlySet<string> = new Set(
  (
    "italic bold sup sub sc underline overline strike monospace roman sans-serif styled-content named-content xref " +
    "ext-link uri email abbrev target milestone-start milestone-end inline-graphic ruby rb rt rp fixed-case " +
    "chem-struct private-char glyph-data object-id related-object related-article inline-supplementary-material"
  ).split(" "),
);

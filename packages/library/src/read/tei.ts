import type { StaffMessage } from "@concord/messages";
import type { Role } from "../text/text.ts";
import type { LeftOutKind } from "../text/word-account.ts";
import { openDraft } from "./draft.ts";
import { looksLikeNoteMark } from "./html-marks.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { lineOf } from "./place.ts";
import { scanMarkup } from "./scan-markup.ts";
import { isGroup, readingsTaken } from "./tei-choices.ts";
import { teiSource } from "./tei-source.ts";
import { walkXml } from "./xml.ts";

/** What holds blocks: every element that is in one of these is a block of its own. */
const containers: ReadonlySet<string> = new Set(
  (
    "text body front back group floatingtext div div1 div2 div3 div4 div5 div6 div7 titlepage doctitle list table sp " +
    "listbibl castlist epigraph argument postscript opener closer figure spgrp performance prologue epilogue lg"
  ).split(" "),
);

/** Blocks wherever they stand. */
const blockNames: ReadonlySet<string> = new Set(
  "p ab lg item row head salute signed dateline byline trailer speaker stage titlepart docauthor docimprint".split(
    " ",
  ),
);

/** Elements inside a block that do not part the word they are in. */
const inlineNames: ReadonlySet<string> = new Set(
  (
    "hi emph seg c g abbr expan ex am sic corr orig reg supplied add del unclear damage damagespan surplus secl " +
    "restore retrace mod pb cb gb milestone anchor ref ptr persname placename orgname geogname rs name surname " +
    "forename rolename addname genname namelink date time num measure foreign term gloss mentioned socalled title q " +
    "quote said choice app subst lem rdg gap handshift delspan addspan bibl author editor publisher pubplace " +
    "biblscope idno email formula distinct soCalled pc phr cl m lb ruby rb rt graphic media index interp span note " +
    "fw w addrline"
  ).split(" "),
);

const silentKinds: ReadonlyMap<string, LeftOutKind> = new Map([
  ["teiheader", "metadata"],
  ["figdesc", "descriptions of figures"],
  ["fw", "running titles"],
  ["del", "deleted readings"],
  ["surplus", "deleted readings"],
  ["index", "metadata"],
  ["interp", "metadata"],
  ["facsimile", "metadata"],
  ["standoff", "metadata"],
  ["sourcedoc", "other readings"],
  ["rt", "ruby readings"],
]);

const divisionRoles: Readonly<Record<string, Role>> = {
  contents: "contents",
  toc: "contents",
  index: "index",
  bibliography: "bibliography",
  bibliogr: "bibliography",
  notes: "notes",
  abstract: "synopsis",
  dedication: "front",
  titlepage: "front",
};

const division = /^div\d?$|^front$|^back$|^listbibl$|^titlepage$/;

/**
 * TEI P5: `pb` begins a printed page, `head` a part, `note` is set apart from the paragraph it hangs on. Of `choice`,
 * `app` and `subst` one reading is taken (`readingsTaken`) and the others are counted as left out; outside of these
 * nothing falls but what the writer deleted.
 */
export function readTei(characters: string, remarks: readonly StaffMessage[] = []): Extract | Unreadable {
  const draft = openDraft();
  const taken = readingsTaken(characters);
  const roles: (Role | null)[] = [];
  const silent: LeftOutKind[] = [];
  const groups: { readonly name: string; readonly taken: number; child: number }[] = [];
  /** For each element that is open, whether it began to be silent there, and whether it is a note. */
  const open: { readonly silences: boolean; readonly isNote: boolean }[] = [];
  let opened = 0;
  let lastWords = "";
  let gaps = 0;
  /** The words of a reference, until it is known whether they are the mark of a note. */
  let reference: string | null = null;

  const settle = (isClosed: boolean): void => {
    if (reference === null) return;
    const words = reference;
    reference = null;
    if (isClosed && looksLikeNoteMark(words)) draft.leaveOut("note marks", words);
    else draft.words(words);
  };
  const isBlock = (name: string, above: readonly string[]): boolean =>
    name !== "note" &&
    !isMilestone(name) &&
    (blockNames.has(name) || isContainer(above.at(-1) ?? "", name)) &&
    name !== "l";

  const fault = walkXml(characters, {
    open(name, attributes, above) {
      const group = isGroup(above.at(-1) ?? "") ? groups.at(-1) : undefined;
      const isOther = group !== undefined && group.child++ !== group.taken;
      if (isGroup(name)) groups.push({ name, taken: taken[opened++] ?? 0, child: 0 });
      const isDeletionTaken = group !== undefined && !isOther;
      const kind = isOther
        ? "other readings"
        : isDeletionTaken && name === "del"
          ? null
          : silentKinds.get(name);
      open.push({ silences: kind != null, isNote: name === "note" });
      if (kind != null) silent.push(kind);
      if (silent.length > 0) return;
      if (name !== "hi") settle(false);
      if (name === "pb" && attributes.n !== undefined) draft.page(attributes.n.replace(/^\[|\]$/g, ""));
      else if (name === "lb") {
        if (attributes.break === "no" || /[¬\u00AD]\s*$/.test(lastWords)) draft.rejoin();
        else draft.line();
      } else if (name === "l") draft.line();
      else if (name === "gap" && above.includes("text")) {
        gaps += 1;
        draft.words("[…]");
      } else if (name === "space") draft.words(" ");
      else if (name === "note") draft.beginNote();
      else if (division.test(name)) {
        const said = (attributes.type ?? name).toLowerCase();
        const role = name === "listbibl" ? "bibliography" : (divisionRoles[said] ?? roles.at(-1) ?? null);
        roles.push(role);
        draft.role(role);
      } else if (isBlock(name, above))
        draft.block(name === "head" || name === "titlepart" ? "heading" : "paragraph");
      else if (!inlineNames.has(name) || name === "w") draft.words(" ");
      const isMark =
        /^(?:ref|ptr)$/.test(name) &&
        (/note/i.test(attributes.type ?? "") || /^#/.test(attributes.target ?? ""));
      if (isMark) reference = "";
    },
    text(words, above) {
      if (!above.includes("text") && silent.length === 0) return draft.leaveOut("metadata", words);
      if (silent.length > 0) return draft.leaveOut(silent[0]!, words);
      if (reference !== null) reference += words;
      else draft.words(words);
      if (words.trim() !== "") lastWords = words;
    },
    close(name, above) {
      const { silences, isNote } = open.pop() ?? { silences: false, isNote: false };
      if (silences) silent.pop();
      if (isGroup(name)) groups.pop();
      if (silent.length > 0) return;
      if (name !== "hi") settle(name === "ref");
      if (silences) return;
      if (isNote) return draft.endNote();
      if (division.test(name)) {
        roles.pop();
        draft.role(roles.at(-1) ?? null);
        draft.block("paragraph");
      } else if (isBlock(name, above)) draft.block("paragraph");
      else if (!inlineNames.has(name) || name === "w") draft.words(" ");
    },
  });
  if (fault !== null)
    return unreadable({ id: "library.file-problem.not-xml", values: { format: "TEI", fault } });
  const gap: StaffMessage = { id: "library.reading.gaps", values: { count: gaps } };
  const said = gaps === 0 ? remarks : [...remarks, gap];
  const letters = scanMarkup(characters, { grammar: "xml", isInline: isInWord });
  return draft.finish("tei", teiSource(characters), said, {
    letters,
    unresolved: letters.unresolved,
    hasBreaks: true,
    placeOf: (at) => lineOf(characters, at),
  });
}

/** Openers and closers of letters hold words and names side by side. */
const isContainer = (above: string, name: string): boolean =>
  containers.has(above) && !(/^(?:opener|closer)$/.test(above) && inlineNames.has(name));

const isMilestone = (name: string): boolean =>
  /^(?:pb|cb|gb|lb|milestone|anchor|handshift|delspan|addspan)$/.test(name);

/** What the scan takes for a part of a word, kept apart from what the reader does. */
function isInWord(name: string, attributes: string): boolean {
  if (name === "lb") return /\bbreak\s*=\s*["']no["']/.test(attributes);
  return scannedInline.has(name);
}

const scannedInline: ReadonlySet<string> = new Set(
  (
    "hi emph seg c g abbr expan ex am sic corr orig reg supplied add del unclear damage surplus secl restore retrace " +
    "mod pb cb gb milestone anchor ref ptr persname placename orgname geogname rs name surname forename rolename " +
    "addname genname namelink date time num measure foreign term gloss mentioned socalled title q quote said choice " +
    "app subst lem rdg gap handshift delspan addspan bibl author editor publisher pubplace biblscope idno email " +
    "formula distinct pc phr cl m ruby rb rt graphic media index interp span fw"
  ).split(" "),
);

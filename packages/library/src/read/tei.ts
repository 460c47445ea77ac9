import type { Source } from "../text/source.ts";
import type { Role } from "../text/text.ts";
import { openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { walkXml } from "./xml.ts";

const blockNames = new Set([
  "p",
  "ab",
  "lg",
  "item",
  "cell",
  "quote",
  "q",
  "sp",
  "salute",
  "signed",
  "closer",
]);
const silentNames = new Set(["teiheader", "figdesc", "fw", "sic", "orig", "abbr"]);

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

/**
 * TEI P5: `pb` begins a printed page, `head` a part, `note` is set apart from the paragraph it hangs on; of
 * `choice` the corrected reading is taken.
 */
export function readTei(characters: string, remarks: readonly string[] = []): Extract | Unreadable {
  const draft = openDraft();
  const roles: (Role | null)[] = [];
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  let silent = 0;
  let noteDepth = 0;
  let noteWords = "";
  const held: string[] = [];
  let field = "";

  const fault = walkXml(characters, {
    open(name, attributes, above) {
      if (silentNames.has(name)) silent += 1;
      if (above.includes("teiheader")) field = "";
      if (silent > 0) return;
      if (name === "pb" && attributes.n !== undefined) draft.page(attributes.n.replace(/^\[|\]$/g, ""));
      else if (name === "lb" || name === "l") draft.line();
      else if (name === "note") noteDepth += 1;
      else if (name === "head" || name === "titlepart") draft.block("heading");
      else if (/^div\d?$|^front$|^back$|^listbibl$|^titlepage$/.test(name)) {
        const kind = (attributes.type ?? name).toLowerCase();
        const role = name === "listbibl" ? "bibliography" : (divisionRoles[kind] ?? roles.at(-1) ?? null);
        roles.push(role);
        draft.role(role);
      } else if (blockNames.has(name) && noteDepth === 0) draft.block("paragraph");
    },
    text(words, above) {
      if (above.includes("filedesc") && !above.includes("sourcedesc")) field += words;
      if (silent > 0) return;
      if (noteDepth > 0) noteWords += words;
      else if (above.includes("text")) draft.words(words);
    },
    close(name, above) {
      if (above.includes("titlestmt")) headerField(source, name, field);
      if (name === "date" && above.includes("publicationstmt")) headerField(source, name, field);
      if (silentNames.has(name)) silent -= 1;
      if (silent > 0) return;
      if (name === "note" && noteDepth > 0) {
        noteDepth -= 1;
        if (noteDepth === 0) held.push(noteWords);
        if (noteDepth === 0) noteWords = "";
      }
      if (noteDepth > 0) return;
      if (name === "head" || name === "titlepart") draft.block("paragraph");
      if (blockNames.has(name) || name === "div" || name === "body") {
        for (const note of held.splice(0)) {
          draft.block("note");
          draft.words(note);
        }
        draft.block("paragraph");
      }
      if (/^div\d?$|^front$|^back$|^listbibl$|^titlepage$/.test(name)) {
        roles.pop();
        draft.role(roles.at(-1) ?? null);
      }
    },
  });
  if (fault !== null)
    return unreadable(`The TEI file is not well-formed XML (${fault}); mend it and add it again.`);
  return draft.finish("tei", source, remarks);
}

function headerField(
  source: { -readonly [K in keyof Source]?: Source[K] },
  name: string,
  field: string,
): void {
  const words = field.replace(/\s+/g, " ").trim();
  if (words === "") return;
  if (name === "title" && source.title === undefined) source.title = words;
  if (name === "author") source.authors = [...(source.authors ?? []), familyFirst(words)];
  if (name === "date") {
    const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(words);
    if (year !== null) source.year = Number(year[0]);
  }
}

import { decodeHTML } from "entities";
import { type Letters, openLetters } from "./letters.ts";
import { declaredEntities } from "./xml-entities.ts";

/** `broken-xhtml`: what says it is XHTML and is not well-formed, read as HTML with the CDATA and `<a/>` of XML. */
export type MarkupGrammar = "xml" | "html" | "broken-xhtml";

/** How a file of tags is scanned. */
export interface ScanRules {
  readonly grammar: MarkupGrammar;
  /** An element that does not part the word it is in; `attributes` as they are written. */
  readonly isInline: (name: string, attributes: string) => boolean;
}

/** A name between `&` and `;` that stands for words nobody here knows: the file does not say them as plain words. */
export interface UnresolvedEntity {
  /** As it is written: "&name;". */
  readonly written: string;
  readonly at: number;
}

export interface MarkupLetters extends Letters {
  readonly unresolved: readonly UnresolvedEntity[];
}

/**
 * Returns every letter of a marked-up file's character data, by a plain scan: tags, comments and instructions are
 * stepped over, entities decoded, nothing is nested and nothing judged. What a reader keeps and leaves out is
 * compared with this, so it shares no code with the readers' parsers.
 */
export function scanMarkup(characters: string, { grammar, isInline }: ScanRules): MarkupLetters {
  const writer = openLetters();
  const unresolved: UnresolvedEntity[] = [];
  const isXml = grammar === "xml";
  const own = isXml ? declaredEntities(characters) : new Map<string, string>();
  const { length } = characters;
  /** How many drawings and formulas are open: in them alone HTML knows CDATA. */
  let drawings = 0;
  const opened = new Map<string, number>();
  let at = 0;

  const words = (from: number, to: number): void => {
    let start = from;
    for (;;) {
      const sign = characters.indexOf("&", start);
      if (sign < 0 || sign >= to) break;
      writer.write(characters.slice(start, sign), start);
      const entity = isXml ? xmlEntity : htmlEntity;
      entity.lastIndex = sign;
      const found = entity.exec(characters);
      if (found === null || found.index + found[0].length > to) {
        start = sign + 1;
        continue;
      }
      const value = decoded(found[0], own);
      if (isXml && value === found[0]) unresolved.push({ written: value, at: sign });
      writer.write(value, sign, 0);
      start = sign + found[0].length;
    }
    writer.write(characters.slice(start, to), start);
  };
  const after = (end: string, from: number): number => {
    const found = characters.indexOf(end, from);
    return found < 0 ? length : found + end.length;
  };

  while (at < length) {
    const open = characters.indexOf("<", at);
    if (open < 0) {
      words(at, length);
      break;
    }
    words(at, open);
    const next = characters[open + 1] ?? "";
    if (characters.startsWith("<!--", open))
      at = isXml ? after("-->", open + 4) : afterHtmlComment(characters, open);
    else if (characters.startsWith("<![CDATA[", open)) {
      at = after("]]>", open);
      // Elsewhere in HTML it is a comment.
      if (grammar !== "html" || drawings > 0) writer.write(characters.slice(open + 9, at - 3), open + 9);
    } else if (next === "?") at = after(isXml ? "?>" : ">", open);
    else if (!isXml && characters.startsWith("<![", open)) at = after(">", open);
    else if (next === "!") at = afterDeclaration(characters, open);
    else if (/[\p{Letter}_/]/u.test(next)) {
      const close = tagEnd(characters, open);
      const tag = characters.slice(open + 1, close);
      const isEnd = next === "/";
      const written = /^\/?([^\s/>]*)/.exec(tag)![1]!.toLowerCase();
      const name = isXml ? written.slice(written.indexOf(":") + 1) : written;
      // Of HTML's stray end tags browsers make nothing, but of these two.
      const isStray = !isXml && isEnd && !opened.has(name) && name !== "p" && name !== "br";
      if (!isStray && !isInline(name, tag)) writer.gap();
      if (!isEnd) opened.set(name, (opened.get(name) ?? 0) + 1);
      else if ((opened.get(name) ?? 0) > 1) opened.set(name, opened.get(name)! - 1);
      else opened.delete(name);
      if (!isXml && (name === "svg" || name === "math") && !tag.endsWith("/"))
        drawings = Math.max(0, drawings + (isEnd ? -1 : 1));
      at = close + 1;
      if (!isXml && !isEnd && drawings === 0 && rawText.has(name) && !tag.endsWith("/")) {
        const end = new RegExp(`</${name}[\\s/>]`, "gi");
        end.lastIndex = at;
        const stop = end.exec(characters)?.index ?? length;
        if (name === "title" || name === "textarea") words(at, stop);
        else writer.write(characters.slice(at, stop), at);
        at = stop;
      }
    } else {
      writer.write("<", open);
      at = open + 1;
    }
  }
  return { ...writer.letters(), unresolved };
}

const htmlEntity = /&(?:#[xX][0-9a-fA-F]+|#\d+|[A-Za-z][\w.-]*);?/y;
const xmlEntity = /&(?:#x[0-9a-fA-F]+|#\d+|[\p{Letter}_:][\p{Letter}\p{Mark}\p{Number}_.:·-]*);/uy;
const rawText: ReadonlySet<string> = new Set(
  "script style title textarea xmp iframe noembed noframes plaintext".split(" "),
);

function decoded(written: string, own: ReadonlyMap<string, string>): string {
  const name = written.replace(/^&|;$/g, "");
  return own.get(name) ?? decodeHTML(written);
}

/** The `>` that closes a tag, past quoted attributes. */
function tagEnd(characters: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < characters.length; at++) {
    const sign = characters[at]!;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at;
    else if ((sign === '"' || sign === "'") && characters[at - 1] === "=") quote = sign;
    else if ((sign === '"' || sign === "'") && /=\s+$/.test(characters.slice(Math.max(open, at - 8), at)))
      quote = sign;
  }
  return characters.length;
}

/** Past a comment as browsers end it: `-->`, `--!>`, and `<!-->` or `<!--->` where it is empty. */
function afterHtmlComment(characters: string, open: number): number {
  const empty = /-?>/y;
  empty.lastIndex = open + 4;
  if (empty.test(characters)) return empty.lastIndex;
  const end = /--!?>/g;
  end.lastIndex = open + 4;
  return end.test(characters) ? end.lastIndex : characters.length;
}

/** Past `<!DOCTYPE … [ … ]>`. */
function afterDeclaration(characters: string, open: number): number {
  const close = characters.indexOf(">", open);
  const bracket = characters.indexOf("[", open);
  if (close < 0) return characters.length;
  if (bracket < 0 || bracket > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  const found = end.exec(characters);
  return found === null ? characters.length : found.index + found[0].length;
}

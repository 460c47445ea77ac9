import { decodeHTML } from "entities";
import { type Letters, openLetters } from "./letters.ts";
import { declaredEntities } from "./xml-entities.ts";

/** How a file of tags is scanned. */
export interface ScanRules {
  readonly grammar: "xml" | "html";
  /** An element that does not part the word it stands in; `attributes` as they are written. */
  readonly isInline: (name: string, attributes: string) => boolean;
}

/**
 * Returns every letter of a marked-up file's character data, by a plain scan: tags, comments and instructions are
 * stepped over, entities decoded, nothing is nested and nothing judged. What a reader keeps and leaves out is
 * compared with this, so it shares no code with the readers' parsers.
 */
export function scanMarkup(characters: string, { grammar, isInline }: ScanRules): Letters {
  const writer = openLetters();
  const isXml = grammar === "xml";
  const own = isXml ? declaredEntities(characters) : new Map<string, string>();
  const { length } = characters;
  let at = 0;

  const words = (from: number, to: number): void => {
    let start = from;
    for (;;) {
      const sign = characters.indexOf("&", start);
      if (sign < 0 || sign >= to) break;
      writer.write(characters.slice(start, sign), start);
      entity.lastIndex = sign;
      const found = entity.exec(characters);
      if (found === null || found.index + found[0].length > to) {
        start = sign + 1;
        continue;
      }
      writer.write(decoded(found[0], own, isXml), sign, 0);
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
    if (characters.startsWith("<!--", open)) at = after("-->", open + 4);
    else if (isXml && characters.startsWith("<![CDATA[", open)) {
      at = after("]]>", open);
      writer.write(characters.slice(open + 9, at - 3), open + 9);
    } else if (next === "?") at = after(isXml ? "?>" : ">", open);
    else if (next === "!") at = afterDeclaration(characters, open);
    else if (/[\p{Letter}_/]/u.test(next)) {
      const close = tagEnd(characters, open);
      const tag = characters.slice(open + 1, close);
      const isEnd = next === "/";
      const written = /^\/?([^\s/>]*)/.exec(tag)![1]!.toLowerCase();
      const name = isXml ? written.slice(written.indexOf(":") + 1) : written;
      if (!isInline(name, tag)) writer.gap();
      at = close + 1;
      if (!isXml && !isEnd && rawText.has(name) && !tag.endsWith("/")) {
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
  return writer.letters();
}

const entity = /&(?:#[xX][0-9a-fA-F]+|#\d+|[A-Za-z][\w.-]*);?/y;
const rawText: ReadonlySet<string> = new Set(
  "script style title textarea xmp iframe noembed noframes".split(" "),
);

function decoded(written: string, own: ReadonlyMap<string, string>, isXml: boolean): string {
  const name = written.replace(/^&|;$/g, "");
  if (isXml && !written.endsWith(";")) return written;
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

import { decodeHTML } from "entities";

/** A value longer than this, or with tags in it, is not put in: made of one another, values could grow without end. */
const longest = 200;
const mostEntities = 2000;

/**
 * Returns the entities that an XML file declares of itself as plain words: `<!ENTITY eacute "é">`. A value may hold
 * entities declared before it, as long as it stays short. Parameter entities, files and values with tags are left out.
 */
export function declaredEntities(characters: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const head = characters.slice(0, 200_000);
  const start = head.indexOf("<!DOCTYPE");
  if (start < 0) return found;
  const bracket = head.indexOf("[", start);
  const root = head.slice(start).search(/>\s*</);
  if (
    bracket < 0 ||
    (root >= 0 && bracket > start + root && !/<!ENTITY/.test(head.slice(bracket, bracket + 400)))
  )
    return found;
  for (const [, name, , value] of head
    .slice(bracket)
    .matchAll(/<!ENTITY\s+([\w.:-]+)\s+(["'])((?:(?!\2)[^<])*)\2\s*>/g)) {
    if (found.size >= mostEntities) break;
    // Of two declarations of one name the first counts (XML 1.0, 4.2).
    if (value!.length > longest || found.has(name!)) continue;
    const words = value!.replace(
      /&(#?[\w.:-]+);/g,
      (written, inner: string) => found.get(inner) ?? decodeHTML(written),
    );
    if (words.length > longest || /[<&]/.test(words.replace(/&(?![\w#])/g, ""))) continue;
    found.set(name!, words);
  }
  return found;
}

/** What an entity of an XML file stands for: its own, then the names of HTML; undefined for any other. */
export function entityValue(name: string, own: ReadonlyMap<string, string>): string | undefined {
  const declared = own.get(name);
  if (declared !== undefined) return declared;
  const written = `&${name};`;
  const value = decodeHTML(written);
  return value === written ? undefined : value;
}

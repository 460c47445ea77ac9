import { SaxesParser } from "saxes";
import { declaredEntities, entityValue } from "./xml-entities.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a walker of XML is told, in order. Names come without their prefix, in lower case. */
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes, above: readonly string[]): void;
  text(words: string, above: readonly string[]): void;
  close(name: string, above: readonly string[]): void;
}

/**
 * Walks an XML file. Document types are not fetched; an entity is what the file itself declares as plain words, or
 * what HTML calls by that name, and any other stays as it is written. Gives null when all went well, or what is
 * wrong and on which line.
 */
export function walkXml(characters: string, events: XmlEvents): string | null {
  const parser = new SaxesParser({ fragment: false });
  const own = declaredEntities(characters);
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (known, name) => (typeof name !== "string" ? undefined : (known[name] ?? entityValue(name, own))),
  });
  const above: string[] = [];
  let fault: string | null = null;
  parser.on("opentag", (tag) => {
    if (fault !== null) return;
    const name = bare(tag.name);
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[key.toLowerCase()] = String(value);
    events.open(name, attributes, above);
    above.push(name);
  });
  parser.on("text", (words) => {
    if (fault === null) events.text(words, above);
  });
  parser.on("cdata", (words) => {
    if (fault === null) events.text(words, above);
  });
  parser.on("closetag", (tag) => {
    if (fault !== null) return;
    above.pop();
    events.close(bare(tag.name), above);
  });
  parser.on("error", (error) => {
    if (/undefined entity/i.test(error.message)) return;
    fault ??= error.message;
  });
  parser.write(characters).close();
  return fault;
}

/** What is wrong with a file as XML, or null. */
export const faultOfXml = (characters: string): string | null =>
  walkXml(characters, { open() {}, text() {}, close() {} });

const bare = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

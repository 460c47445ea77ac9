import { SaxesParser } from "saxes";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a walker of XML is told, in order. Names come without their prefix, in lower case. */
export interface XmlEvents {
  open(name: string, attributes: XmlAttributes, above: readonly string[]): void;
  text(words: string, above: readonly string[]): void;
  close(name: string, above: readonly string[]): void;
}

/**
 * Walks an XML file. Document types are not fetched and entities of their own not expanded: an unknown one is
 * dropped. Gives null when all went well, or what is wrong and on which line.
 */
export function walkXml(characters: string, events: XmlEvents): string | null {
  const parser = new SaxesParser({ fragment: false });
  const above: string[] = [];
  let fault: string | null = null;
  parser.on("opentag", (tag) => {
    const name = bare(tag.name);
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[key.toLowerCase()] = String(value);
    events.open(name, attributes, above);
    above.push(name);
  });
  parser.on("text", (words) => events.text(words, above));
  parser.on("cdata", (words) => events.text(words, above));
  parser.on("closetag", (tag) => {
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

const bare = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

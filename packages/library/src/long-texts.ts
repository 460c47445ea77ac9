import { zipSync } from "fflate";
import { smallPdf } from "./made-pdf.ts";

/** A made-up file and the words that a reader of it must keep, in order. */
export interface LongText {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
}

const syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"];

/** A word for each number, no two the same. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number + 225; rest > 0; rest = Math.floor(rest / 15)) word += syllables[rest % 15];
  return word;
}

/** Paragraphs of sixty words: more than this many bytes altogether. */
function paragraphs(size: number): readonly string[] {
  const made: string[] = [];
  for (let at = 0, length = 0; length <= size; at += 60) {
    const words = Array.from({ length: 60 }, (_, index) => wordOf(at + index));
    made.push(`${words.slice(0, 30).join(" ")}. ${words.slice(30).join(" ")}.`);
    length += made.at(-1)?.length ?? 0;
  }
  return made;
}

/** Returns a file of each format of text that can be read, each with more than this many bytes of words. */
export function longTexts(size: number): readonly LongText[] {
  const body = paragraphs(size);
  const words = body.flatMap((each) => each.replace(/\./g, "").split(" "));
  const around = (tag: string) => body.map((each) => `<${tag}>${each}</${tag}>`).join("\n");
  const html = `<html xmlns="http://www.w3.org/1999/xhtml"><head></head><body>\n${around("p")}\n</body></html>`;
  const tei = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\n${around("p")}\n</body></text></TEI>`;
  const jats = `<?xml version="1.0"?><article article-type="research-article" dtd-version="1.3"><front/><body>\n${around("p")}\n</body></article>`;
  const files: readonly (readonly [name: string, content: string | Uint8Array])[] = [
    ["long.txt", body.join("\n\n")],
    ["long.md", body.join("\n\n")],
    ["long.html", `<!DOCTYPE html>\n${html}`],
    ["long.xhtml", `<?xml version="1.0"?>\n${html}`],
    ["long.epub", epubOf(`<?xml version="1.0"?>\n${html}`)],
    ["long.pdf", smallPdf(linesByPage(body))],
    ["long.tei", tei],
    ["long.xml", jats],
  ];
  return files.map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    words,
  }));
}

/** Lines of ten words, forty on a page. */
function linesByPage(body: readonly string[]): readonly (readonly string[])[] {
  const lines = body.flatMap((each) => each.match(/(?:\S+ ?){10}/g) ?? []).map((line) => line.trim());
  return Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) =>
    lines.slice(40 * page, 40 * page + 40),
  );
}

/** Stored without compression, so that it is as large as its words. */
function epubOf(chapter: string): Uint8Array {
  const parts = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`,
    "book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A long book</dc:title></metadata><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>`,
    "c.xhtml": chapter,
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])),
    { level: 0 },
  );
}

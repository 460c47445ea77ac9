import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { epubOf, refusalOf, textOf, xhtml } from "../fixtures/read-text.ts";

const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])));
const begins = (...bytes: readonly number[]) => Uint8Array.from([...bytes, ...new Array(80).fill(7)]);
const mht =
  "From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x\r\n\r\n<html><p>words</p></html>";

describe("what cannot be read is named, with what to do", () => {
  for (const [file, bytes, says] of [
    [
      "a.docx",
      zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
      /Word document \(DOCX\).*save it as EPUB, HTML or PDF/,
    ],
    ["renamed.epub", zipOf({ "word/document.xml": "<w/>" }), /DOCX/],
    ["a.xlsx", zipOf({ "xl/workbook.xml": "<w/>" }), /workbook/],
    ["a.pptx", zipOf({ "ppt/presentation.xml": "<w/>" }), /slides/],
    [
      "a.odt",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office/>" }),
      /\(ODT\)/,
    ],
    ["a.zip", zipOf({ "a.txt": "words" }), /zip archive that is no EPUB.*Unpack/],
    ["a.rtf", strToU8("{\\rtf1\\ansi The bond}"), /Rich Text/],
    ["named.txt", strToU8("{\\rtf1\\ansi The bond}"), /Rich Text/],
    ["a.mht", strToU8(mht), /web archive \(MHT\).*Save the page as HTML/],
    ["named.html", strToU8(mht), /MHT/],
    ["a.json", strToU8(`{"a":"The bond"}`), /JSON/],
    ["named.txt", strToU8(`[{"a":"The bond"}]`), /JSON/],
    ["a.doc", begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /DOC/],
    [
      "a.mobi",
      Uint8Array.from([...new Array(60).fill(0), ...strToU8("BOOKMOBI"), ...new Array(50).fill(0)]),
      /Kindle.*Calibre/,
    ],
    ["a.djvu", Uint8Array.from([...strToU8("AT&TFORM"), 0, 0, 1, ...strToU8("DJVM")]), /DjVu.*PDF/],
    ["a.png", begins(0x89, 0x50, 0x4e, 0x47), /picture.*OCR/],
    ["a.7z", begins(0x37, 0x7a, 0xbc, 0xaf), /packed/],
    ["a.tex", strToU8("\\documentclass{article}\\begin{document}Words\\end{document}"), /LaTeX/],
    [
      "a.fb2",
      strToU8(`<?xml version="1.0"?><FictionBook xmlns="x"><body><p>Words</p></body></FictionBook>`),
      /FictionBook/,
    ],
    ["a.xml", strToU8(`<?xml version="1.0"?><records><r>words</r></records>`), /begins with <records>/],
  ] as const)
    test(`${file}: ${says.source}`, async () => {
      const sentence = await refusalOf(file, bytes);
      assert.match(sentence, says);
      assert.doesNotMatch(sentence, /\n/);
      assert.ok(sentence.startsWith(file));
    });
});

describe("content decides before the name", () => {
  for (const [file, content, format] of [
    [
      "page.html",
      `<!DOCTYPE html><html><head><link href="jats-preview.css"></head><body><p>Words of a page.</p></body></html>`,
      "html",
    ],
    [
      "page.xml",
      `<html><head><title>JATS and <front</title></head><body><p>Words of a page.</p></body></html>`,
      "html",
    ],
    ["a.txt", `<!-- JATS --><html><body><p>Words of a page.</p></body></html>`, "html"],
    [
      "book.html",
      `<?xml version="1.0"?><!-- <html> --><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words of a book.</p></body></text></TEI>`,
      "tei",
    ],
    [
      "article.nxml",
      `<?xml version="1.0"?><article article-type="x" dtd-version="1.2"><body><p>Words of it.</p></body></article>`,
      "jats",
    ],
    ["notes.md", "# One\n\nWords <b>of</b> a note about JATS.", "markdown"],
    ["letter", "Dear friend, these are words about <html> and JATS.", "plain"],
    ["letter.txt", "[1] Words in brackets begin this letter; {so} do these.", "plain"],
    ["mime.txt", "They discussed MIME-Version: 1.0 and multipart mail.", "plain"],
  ] as const)
    test(`${file} is ${format}`, async () => {
      const text = await textOf(file, content);
      assert.equal(text.extractor.format, format);
    });

  test("an EPUB and a PDF by any name", async () => {
    assert.equal((await textOf("book.zip", epubOf([xhtml("<p>Words.</p>")]))).extractor.format, "epub");
  });
});

describe("an EPUB's package", () => {
  const creators = `<dc:creator opf:role="aut" opf:file-as="Vale Roca, Ida">Ida Vale Roca</dc:creator><dc:creator opf:role="trl" opf:file-as="Fillon, Jana">Jana Fillon</dc:creator>`;
  for (const [name, metadata, expected] of [
    [
      "roles and file-as of EPUB 2",
      `<dc:title>T</dc:title>${creators}`,
      { authors: ["Vale Roca, Ida"], translator: "Fillon, Jana", year: null },
    ],
    [
      "roles and file-as of EPUB 3",
      `<dc:title>T</dc:title><dc:creator id="a">Ida Vale Roca</dc:creator><meta refines="#a" property="role" scheme="marc:relators">aut</meta><meta refines="#a" property="file-as">Vale Roca, Ida</meta><dc:creator id="i">Ill Ustrator</dc:creator><meta refines="#i" property="role">ill</meta><dc:contributor id="t">Jana Fillon</dc:contributor><meta refines="#t" property="role">trl</meta><meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>`,
      { authors: ["Vale Roca, Ida"], translator: "Fillon, Jana", year: null },
    ],
    [
      "the year of the first publication",
      `<dc:title>T</dc:title><dc:date opf:event="modification">2024-01-01</dc:date><dc:date opf:event="publication">2011</dc:date><dc:date opf:event="original-publication">1909</dc:date>`,
      { authors: [], translator: null, year: 1909 },
    ],
    [
      "a day on which a program wrote",
      `<dc:title>T</dc:title><dc:date>2019-03-04T10:00:00+00:00</dc:date>`,
      { authors: [], translator: null, year: null },
    ],
    [
      "conversion and creation",
      `<dc:title>T</dc:title><dc:date opf:event="conversion">2020</dc:date><dc:date opf:event="creation">2019</dc:date>`,
      { authors: [], translator: null, year: null },
    ],
    [
      "a plain date",
      `<dc:title>T</dc:title><dc:date>1931</dc:date><dc:creator>van Dam, Ida</dc:creator>`,
      { authors: ["van Dam, Ida"], translator: null, year: 1931 },
    ],
    [
      "a release of Project Gutenberg",
      `<dc:title>T</dc:title><dc:source>https://www.gutenberg.org/files/1/1.htm</dc:source><dc:date opf:event="publication">2008-01-01</dc:date>`,
      { authors: [], translator: null, year: null },
    ],
  ] as const)
    test(name, async () => {
      const { source } = await textOf("b.epub", epubOf([xhtml("<p>Some words.</p>")], metadata));
      assert.deepEqual(
        { authors: source.authors, translator: source.translator, year: source.year },
        expected,
      );
    });

  test("of several titles the main one", async () => {
    const metadata = `<dc:title id="s">A Series</dc:title><meta refines="#s" property="title-type">collection</meta><dc:title id="m">The Work</dc:title><meta refines="#m" property="title-type">main</meta>`;
    assert.equal(
      (await textOf("b.epub", epubOf([xhtml("<p>Some words.</p>")], metadata))).source.title,
      "The Work",
    );
  });
});

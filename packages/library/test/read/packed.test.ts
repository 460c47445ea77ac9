import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, readFile } from "@concord/library";
import { smallPdf } from "@concord/library/testing";
import { zipSync } from "fflate";
import { english, locatorText } from "../fixtures/english.ts";
import { bytesOf } from "../fixtures/own-text.ts";

const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`;
const opf = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>On Meeting</dc:title><dc:creator>Ida Vale</dc:creator><dc:date>1909-01-01</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="c1" href="text/one.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="c1"/></spine></package>`;
const chapter = `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>One</h1><p>The bond <span epub:type="pagebreak" role="doc-pagebreak" aria-label=" Page 7. "/>holds fast.</p></body></html>`;

const files = {
  "META-INF/container.xml": bytesOf(container),
  "OEBPS/book.opf": bytesOf(opf),
  "OEBPS/nav.xhtml": bytesOf("<html><body><nav><ol><li>One</li></ol></nav></body></html>"),
  "OEBPS/text/one.xhtml": bytesOf(chapter),
};

test("EPUB: chapters in the order of the spine, printed pages, source", async () => {
  const read = await readFile({ name: "book.epub", bytes: zipSync(files) });
  assert.ok(read.kind === "text");
  const { text } = read;
  assert.deepEqual(text.source.authors, ["Vale, Ida"]);
  assert.equal(text.source.year, 1909);
  assert.match(text.characters, /One\n\nThe bond holds fast\./);
  const from = text.characters.indexOf("holds");
  assert.equal(locatorText(locate(text, { from, to: from + 5 })), "p. 7");
  assert.equal(text.sections[0]?.role, "contents");
});

test("broken, locked and hostile EPUBs give one line and unpack nothing", async () => {
  const whole = zipSync(files);
  const locked = { ...files, "META-INF/encryption.xml": bytesOf(`<x URI="OEBPS/text/one.xhtml"/>`) };
  const bomb = zipSync({ ...files, "OEBPS/big.xhtml": new Uint8Array(4 * 2 ** 20) });
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [whole.subarray(0, whole.length / 2), /damaged/],
    [zipSync({ "a.html": bytesOf("<p>no package</p>") }), /damaged/],
    [zipSync(locked), /DRM/],
    [bomb, /zip bomb/],
  ];
  for (const [bytes, says] of cases) {
    const read = await readFile({ name: "book.epub", bytes });
    assert.ok(read.kind === "unreadable");
    assert.match(english.of(read.message), says);
  }
});

test("PDF: text by page with the labels printed on them", async () => {
  const bytes = smallPdf(
    [
      ["The bond holds therapist and patient in", "their common work for many weeks."],
      ["Confidence grows slowly, and without", "it no method has ever healed anyone."],
    ],
    { labels: "0 << /S /D /St 41 >>" },
  );
  const read = await readFile({ name: "book.pdf", bytes });
  assert.ok(read.kind === "text", read.kind === "unreadable" ? english.of(read.message) : "");
  const from = read.text.characters.indexOf("Confidence");
  assert.equal(locatorText(locate(read.text, { from, to: from + 10 })), "p. 42");
});

test("PDFs locked, of pictures, broken: one line each", async () => {
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [smallPdf([["A line that nobody may read."]], { encrypt: true }), /password/],
    [smallPdf([[], [], []]), /only images of pages/],
    [bytesOf("%PDF-1.4\nnothing follows"), /damaged/],
  ];
  for (const [bytes, says] of cases) {
    const read = await readFile({ name: "book.pdf", bytes });
    assert.ok(read.kind === "unreadable");
    assert.match(english.of(read.message), says);
  }
});

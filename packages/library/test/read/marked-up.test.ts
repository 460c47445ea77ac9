import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, readFile, segment, type Text } from "@concord/library";
import { english, locatorText } from "../fixtures/english.ts";
import { bytesOf } from "../fixtures/own-text.ts";

async function textOf(name: string, words: string): Promise<Text> {
  const read = await readFile({ name, bytes: bytesOf(words) });
  assert.equal(read.kind, "text", read.kind === "unreadable" ? english.of(read.message) : "");
  return (read as { readonly text: Text }).text;
}

function placeOf(text: Text, words: string): string {
  const from = text.characters.indexOf(words);
  assert.ok(from >= 0, `${words} in ${text.characters}`);
  return locatorText(locate(text, { from, to: from + words.length }));
}

test("HTML: printed pages from anchors, blocks, no scripts", async () => {
  const text = await textOf(
    "book.htm",
    `<html><head><title>On Meeting, by Ida Vale</title><script>var x = 1</script></head><body>
    <h2>CHAPTER I</h2><p>The bond begins<span class="pagenum"><a id="Page_12">[Pg 12]</a></span> in trust &amp; work.</p>
    <p>It goes on.<span class="pagenum">{13}</span> And ends.</p><h2>Index</h2><p>Bond, 12</p></body></html>`,
  );
  assert.equal(text.characters.includes("var x"), false);
  assert.match(text.characters, /The bond begins in trust & work\.\n\nIt goes on\. And ends\./);
  assert.equal(placeOf(text, "in trust"), "p. 12");
  assert.equal(placeOf(text, "And ends"), "p. 13");
  assert.equal(segment(text).at(-1)?.role, "index");
});

test("an anchor named like a page that wraps words keeps its words", async () => {
  const text = await textOf(
    "a.html",
    `<html><body><p><a id="page_3">Chapter words</a> follow.</p></body></html>`,
  );
  assert.equal(text.characters, "Chapter words follow.");
  assert.equal(placeOf(text, "follow"), "p. 3");
});

test("TEI: page breaks, notes apart, corrected readings, header", async () => {
  const text = await textOf(
    "book.xml",
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>On Meeting</title><author>Ida Vale</author></titleStmt>
    <publicationStmt><date>1909</date></publicationStmt></fileDesc></teiHeader><text><body><div><head>One</head>
    <p><pb n="4"/>The <choice><sic>bnod</sic><corr>bond</corr></choice> holds<note>So says Vale.</note> fast.</p></div></body>
    <back><div type="index"><p>Bond, 4</p></div></back></text></TEI>`,
  );
  assert.match(text.characters, /The bond holds fast\.\n\nSo says Vale\./);
  assert.equal(placeOf(text, "holds"), "p. 4");
  assert.deepEqual(text.source.authors, ["Vale, Ida"]);
  assert.equal(text.source.year, 1909);
  assert.deepEqual(
    segment(text).map(({ role }) => role),
    ["body", "notes", "index"],
  );
});

test("JATS: metadata, abstract, body, references", async () => {
  const text = await textOf(
    "article.xml",
    `<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "x.dtd"><article article-type="research-article"><front>
    <journal-meta><journal-title-group><journal-title>Journal of Meeting</journal-title></journal-title-group></journal-meta>
    <article-meta><article-id pub-id-type="doi">10.1000/1</article-id><title-group><article-title>Bond and work</article-title></title-group>
    <contrib-group><contrib><name><surname>Vale</surname><given-names>Ida</given-names></name></contrib></contrib-group>
    <pub-date><year>2013</year></pub-date><abstract><p>In short.</p></abstract></article-meta></front>
    <body><sec><title>Methods</title><p>We met.</p></sec></body><back><ref-list><ref><mixed-citation>Bordin 1979</mixed-citation></ref></ref-list></back></article>`,
  );
  assert.deepEqual(text.source.authors, ["Vale, Ida"]);
  assert.equal(text.source.title, "Bond and work");
  assert.equal(text.source.doi, "10.1000/1");
  assert.equal(text.source.container, "Journal of Meeting");
  const roles = segment(text).map(({ role, from, to }) => [role, text.characters.slice(from, to)]);
  assert.deepEqual(roles, [
    ["synopsis", "In short."],
    ["body", "We met."],
    ["bibliography", "Bordin 1979"],
  ]);
});

test("Markdown: head, headings, emphasis dropped, pages, notes", async () => {
  const text = await textOf(
    "essay.md",
    `---\ntitle: On Meeting\nauthor: Ida Vale\nyear: 1909\n---\n# One\n\nThe *bond* is {1} a [link](http://x).\nIt holds {2} fast {3} now.\n\n[^1]: A note.\n`,
  );
  assert.match(text.characters, /^One\n\nThe bond is a link\. It holds fast now\.\n\nA note\.$/);
  assert.equal(placeOf(text, "holds"), "p. 1");
  assert.equal(placeOf(text, "fast"), "p. 2");
  assert.equal(text.source.year, 1909);
});

test("XML that is not well-formed gives one line", async () => {
  const read = await readFile({ name: "x.xml", bytes: bytesOf("<TEI><text><p>open</text></TEI>") });
  assert.ok(read.kind === "unreadable");
  assert.match(english.of(read.message), /not well-formed/);
});

test("entities that multiply are not expanded", async () => {
  const ten = (of: string): string => `&${of};`.repeat(10);
  const bomb = `<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY c "${ten("a")}"><!ENTITY d "${ten("c")}"><!ENTITY b "${ten("d")}">]><TEI><text><body><p>one &b; two</p></body></text></TEI>`;
  const read = await readFile({ name: "x.xml", bytes: bytesOf(bomb) });
  if (read.kind === "text") assert.doesNotMatch(read.text.characters, /haha/);
});

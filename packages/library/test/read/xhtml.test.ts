import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { locate, type Text, wordsOf } from "@concord/library";
import { english, locatorText } from "../fixtures/english.ts";
import { assertWhole, epubOf, textOf, verdictOn, xhtml } from "../fixtures/read-text.ts";

const placeOf = (text: Text, words: string): string => {
  const from = text.characters.indexOf(words);
  return locatorText(locate(text, { from, to: from + words.length }));
};
const bookOf = (...bodies: readonly string[]) =>
  textOf("book.epub", epubOf(bodies.map((body) => xhtml(body))));

describe("XHTML is XML: what closes itself holds nothing", () => {
  for (const [name, empty] of [
    ["title", "<title/>"],
    ["script", `<title>T</title><script src="a.js"/>`],
    ["style and title", "<style/><title/>"],
  ] as const)
    test(`a self-closed ${name} in the head swallows no chapter`, async () => {
      const text = await textOf(
        "book.epub",
        epubOf([
          xhtml("<p>First chapter here.</p>"),
          xhtml("<p>The bond was tried.</p>", empty),
          xhtml("<p>Third.</p>"),
        ]),
      );
      assert.equal(text.characters, "First chapter here.\n\nThe bond was tried.\n\nThird.");
      assertWhole(text);
    });

  test("an empty div, a, i, textarea or iframe in the body holds nothing of what follows", async () => {
    for (const empty of [
      `<div id="x"/>`,
      `<a id="Page_9"/>`,
      "<i/>",
      "<textarea/>",
      "<iframe/>",
      `<span class="pagenum"/>`,
    ]) {
      const text = await bookOf(`<p>Before it,</p>${empty}<p>and <b>ill</b> she was after.</p>`);
      assert.equal(text.characters, "Before it,\n\nand ill she was after.", empty);
      assertWhole(text);
    }
  });

  test("entities of HTML, CDATA and characters by number are letters", async () => {
    const text = await bookOf("<p>Caf&eacute;s &amp; caf&#233;s, <![CDATA[a < b]]> &mdash; fin.</p>");
    assert.equal(text.characters, "Cafés & cafés, a < b — fin.");
    assertWhole(text);
  });

  test("what is not well-formed is read as browsers do, and said", async () => {
    for (const body of [
      "<p>One<br>two & three</p>",
      "<p>One <b>two</p></b> three",
      "<p>One &nosuch two <p>three",
    ]) {
      const text = await bookOf(body);
      assert.match(text.characters, /One[\s\S]*two[\s\S]*three/);
      assert.match(text.remarks.map(english.written).join(" "), /not well-formed/);
      assertWhole(text);
    }
  });
});

describe("a page label is an element that holds nothing else", () => {
  test("words alone in an element are words, whatever the element around them is called", async () => {
    for (const open of [
      `<div class="ocr_page" id="page_1">`,
      `<section id="p12">`,
      `<div id="pg_iv" class="chapter">`,
    ]) {
      const words = ["I", "saw", "1909", "civil", "ill", "mix"]
        .map((word) => `<span>${word}</span>`)
        .join(" ");
      const text = await textOf("ocr.html", `<html><body>${open}<p>${words}</p></div></body></html>`);
      assert.equal(text.characters, "I saw 1909 civil ill mix");
      assert.deepEqual(text.pages, []);
      assertWhole(text);
    }
  });

  test("every way to mark a page, with its label and no words lost", async () => {
    for (const mark of [
      `<span epub:type="pagebreak" id="pg12" title="12"/>`,
      `<span role="doc-pagebreak" aria-label="Page 12."></span>`,
      `<span epub:type="pagebreak" id="x">12</span>`,
      `<a id="Page_12"/>`,
      `<span class="pagenum"><a id="Page_12">[Pg 12]</a></span>`,
      `<span class="x-pagenum">12</span>`,
    ]) {
      const text = await bookOf(`<p>She comes,${mark} and in <i>1909</i> so said <em>I</em>.</p>`);
      assert.equal(text.characters, "She comes, and in 1909 so said I.", mark);
      assert.equal(placeOf(text, "1909"), "p. 12", mark);
      assert.equal(verdictOn(text, "and in so said"), "near");
      assertWhole(text);
    }
  });

  test("paragraphs numbered p1, p2 and a word in an element called pb are no pages", async () => {
    const text = await bookOf(
      `<p id="p1">Never.</p><p id="p2">I</p><p><span class="pb">The diary</span> says it.</p>`,
    );
    assert.equal(text.characters, "Never.\n\nI\n\nThe diary says it.");
    assert.deepEqual(text.pages, []);
  });

  test("a page that begins inside a word does not split it", async () => {
    const text = await bookOf(`<p>The trans<span epub:type="pagebreak" title="13"/>ference held.</p>`);
    assert.equal(text.characters, "The transference held.");
    assertWhole(text);
  });
});

describe("marks of notes are no part of words", () => {
  for (const [name, mark] of [
    ["EPUB", `<a epub:type="noteref" href="n.xhtml#n1">1</a>`],
    ["EPUB, raised", `<sup><a epub:type="noteref" href="#n1">1</a></sup>`],
    ["DPUB-ARIA", `<a role="doc-noteref" href="#fn1"><sup>1</sup></a>`],
    ["Pandoc", `<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>`],
    ["transcribers", `<a id="FNanchor_1"/><a href="#Footnote_1" class="fnanchor">[1]</a>`],
    ["a plain link", `<a href="#n12">12</a>`],
    ["a raised link with a star", `<sup><a href="#n1">*</a></sup>`],
  ] as const)
    test(name, async () => {
      const text = await bookOf(`<p>The first hour${mark} belongs to the one who comes.</p>`);
      assert.equal(text.characters, "The first hour belongs to the one who comes.");
      assert.ok(wordsOf(text.characters).includes("hour"));
      assertWhole(text);
    });

  test("a link of words, a year in a link, ordinals and powers stay", async () => {
    const text = await bookOf(
      `<p>See <a href="#c2">chapter two</a> of <a href="#b">1909</a>, the 1<sup>st</sup> of 10<sup>2</sup>; R<sup>2</sup> = .35.</p>`,
    );
    assert.equal(text.characters, "See chapter two of 1909, the 1st of 10²; R² = .35.");
    assert.equal(verdictOn(text, "the 1st of 10; R² = .35"), "near");
    assertWhole(text);
  });

  test("a raised figure without a link does not grow onto the word", async () => {
    const text = await bookOf("<p>The second hour<sup>2</sup> is for nobody.</p>");
    assert.ok(wordsOf(text.characters).includes("hour"));
    assert.equal(verdictOn(text, "The second hour is for nobody"), "verified");
  });
});

describe("HTML as it is found", () => {
  test("the charset of a meta element, in both of its forms", async () => {
    for (const meta of [
      `<meta charset="windows-1251">`,
      `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`,
      `<!-- charset=utf-16 --><meta charset=windows-1251>`,
    ]) {
      const head = new TextEncoder().encode(`<html><head>${meta}</head><body><p>`);
      // "Доверие" in Windows-1251.
      const body = [0xc4, 0xee, 0xe2, 0xe5, 0xf0, 0xe8, 0xe5];
      const end = new TextEncoder().encode("</p></body></html>");
      const text = await textOf("ru.html", Uint8Array.from([...head, ...body, ...end]));
      assert.equal(text.characters, "Доверие");
    }
    const shifted = (code: number) => [
      0x1b,
      0x24,
      0x42,
      ...(code === 0 ? [] : [code >> 8, code & 255]),
      0x1b,
      0x28,
      0x42,
    ];
    const japanese = Uint8Array.from([
      ...new TextEncoder().encode(`<html><meta charset="iso-2022-jp"><p>`),
      ...shifted(0x3f34),
      ...new TextEncoder().encode("</p></html>"),
    ]);
    assert.equal((await textOf("ja.html", japanese)).characters, "心");
  });

  test("rows of tables, cells, lines and hidden parts", async () => {
    const text = await textOf(
      "t.html",
      `<html><body><table><tr><th>bond</th><th>task</th></tr><tr><td>high</td><td>low</td></tr></table>
       <p>one<br>two<br/>three</p><p hidden>unseen</p><div style="color:red; display: none">nor this</div><p>end</p></body></html>`,
    );
    assert.equal(text.characters, "bond task\n\nhigh low\n\none\ntwo\nthree\n\nend");
    assert.deepEqual(
      text.words!.leftOut.map(({ kind, words }) => [kind, words]),
      [["hidden parts", 3]],
    );
    assertWhole(text);
  });

  test("ruby readings are left out and counted; the word stays whole", async () => {
    const text = await textOf(
      "r.html",
      "<html><body><p><ruby>治<rp>(</rp><rt>ち</rt>療<rt>りょう</rt></ruby>同盟です</p></body></html>",
    );
    assert.equal(text.characters, "治療同盟です");
    assertWhole(text);
  });

  test("tags within words do not split them; scripts and styles are counted", async () => {
    const text = await textOf(
      "w.html",
      `<html><head><title>T</title><style>p { a: b }</style></head><body><p><b>T</b>rans<wbr>fer&shy;ence <i>un</i>done</p><script>if (a < b) x("</p>")</script></body></html>`,
    );
    assert.equal(text.characters, "Transfer\u00ADence undone");
    assert.deepEqual(wordsOf(text.characters), ["transference", "undone"]);
    assertWhole(text);
  });
});

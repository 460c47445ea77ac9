import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { differencesMessage, saveQuotation, show, type Text, verifiable, verify } from "@concord/library";
import { smallPdf } from "@concord/library/testing";
import fc from "fast-check";
import { english } from "../fixtures/english.ts";
import { assertWhole, epubOf, textOf, xhtml } from "../fixtures/read-text.ts";

/** Words of several scripts, of one letter, figures and Roman numbers: all that was ever taken for something else. */
const word = fc.constantFrom(
  "bond",
  "I",
  "ill",
  "1909",
  "civil",
  "naïve",
  "Übertragung",
  "x",
  "mix",
  "12",
  "psycho-analysis",
  "don’t",
  "связь",
  "治疗联盟",
  "ΑΒΓ",
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 6 });
/** Tags that stand around a word or a part of it, in each format. */
const dressed = (tags: readonly string[]) =>
  fc.tuple(paragraphs, fc.array(fc.nat(tags.length), { minLength: 8, maxLength: 8 })).map(([texts, picks]) =>
    texts.map((text) =>
      text.replace(/\S+/g, (one, at: number) => {
        const tag = tags[picks[at % picks.length]!];
        return tag === undefined ? one : `${one[0]}<${tag}>${one.slice(1)}</${tag.split(" ")[0]}>`;
      }),
    ),
  );
const bare = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replace(/<[^>]*>/g, ""))
    .join(" ")
    .replace(/\s+/g, " ");
const oneLine = (text: Text): string => text.characters.replace(/\s+/g, " ");

async function keepsAll(
  name: string,
  texts: readonly string[],
  file: (texts: readonly string[]) => string | Uint8Array,
): Promise<void> {
  if (!/\p{Letter}/u.test(bare(texts))) return;
  const text = await textOf(name, file(texts));
  assert.equal(oneLine(text), bare(texts));
  assertWhole(text);
}

describe("what is written comes back, word for word", () => {
  const runs = { numRuns: 60 };
  test("XHTML and HTML", async () => {
    const tags = ["i", "b", "em", `span class="w"`, "small"];
    await fc.assert(
      fc.asyncProperty(dressed(tags), (texts) =>
        keepsAll("a.html", texts, (all) => xhtml(all.map((one) => `<p>${one}</p>`).join("\n"))),
      ),
      runs,
    );
    await fc.assert(
      fc.asyncProperty(dressed(tags), (texts) =>
        keepsAll("a.html", texts, (all) => `<html><body>${all.map((one) => `<p>${one}`).join("\n")}`),
      ),
      runs,
    );
  });
  test("EPUB", async () => {
    await fc.assert(
      fc.asyncProperty(dressed(["i", "b"]), (texts) =>
        keepsAll("a.epub", texts, (all) => epubOf(all.map((one) => xhtml(`<p>${one}</p>`, "<title/>")))),
      ),
      runs,
    );
  });
  test("TEI", async () => {
    const wrap = (all: readonly string[]) =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>${all.map((one) => `<p>${one}</p>`).join("\n")}</div></body></text></TEI>`;
    await fc.assert(
      fc.asyncProperty(dressed(["hi", "abbr", "sic", "orig", "q", `seg n="1"`, "unclear"]), (texts) =>
        keepsAll("a.xml", texts, wrap),
      ),
      runs,
    );
  });
  test("JATS", async () => {
    const wrap = (all: readonly string[]) =>
      `<article article-type="x" dtd-version="1.2"><body>${all.map((one) => `<p>${one}</p>`).join("\n")}</body></article>`;
    await fc.assert(
      fc.asyncProperty(dressed(["italic", "bold", `named-content content-type="x"`]), (texts) =>
        keepsAll("a.xml", texts, wrap),
      ),
      runs,
    );
  });
  test("Markdown", async () => {
    const emphasised = (all: readonly string[]) =>
      all.map((one) => one.replace(/\p{Letter}+$/u, "*$&*")).join("\n\n");
    await fc.assert(
      fc.asyncProperty(paragraphs, (texts) => keepsAll("a.md", texts, emphasised)),
      runs,
    );
  });
  test("plain text and PDF", async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, (texts) => keepsAll("a.txt", texts, (all) => all.join("\n\n"))),
      runs,
    );
    const ascii = fc
      .array(fc.constantFrom("bond", "I", "ill", "1909", "civil", "x", "12", "hour"), {
        minLength: 8,
        maxLength: 10,
      })
      .map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(fc.array(ascii, { minLength: 2, maxLength: 5 }), (lines) =>
        keepsAll("a.pdf", lines, (all) => smallPdf([all])),
      ),
      { numRuns: 10 },
    );
  });
});

describe("what is not whole says so", () => {
  const whole = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>one two three four</p></body></text></TEI>`;
  const broken = async (): Promise<Text> => {
    const text = await textOf("a.xml", whole);
    const words = {
      ...text.words!,
      differences: [{ kind: "missing" as const, words: "lost", place: "line 3" }],
    };
    return { ...text, words };
  };

  test("a quotation from it carries the remark, and so does what is shown later", async () => {
    const text = await broken();
    const verdict = verify(verifiable(text), "one two three");
    assert.ok(verdict.kind === "verified");
    assert.equal(verdict.cautions[0]!.kind, "reading");
    assert.match(english.of(verdict.cautions[0]!.message), /line 3: “lost” is missing from the text/);
    const kept = saveQuotation({ text, omitted: [] }, verdict.spans);
    assert.match(english.of(show(kept, text)!.remark!), /line 3/);
    assert.equal(show(kept, await textOf("a.xml", whole))!.remark, null);
  });

  test("what is left out on purpose is counted with its line and is no difference", async () => {
    const text = await textOf(
      "t.html",
      "<html><body><p>one</p>\n<p>two <select><option>three</option></select> four</p></body></html>",
    );
    assert.deepEqual(text.words!.leftOut, [{ kind: "controls", words: 1, first: "line 2" }]);
    assertWhole(text);
    assert.equal(differencesMessage(text.words), null);
  });
});

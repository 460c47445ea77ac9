import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildPostings, findTerm, segment, type Text, termOf } from "@concord/library";
import { type DrawnRun, drawnPdf } from "@concord/library/testing";
import { english } from "../fixtures/english.ts";
import { assertWhole, textOf, verdictOn } from "../fixtures/read-text.ts";

const rows = (
  lines: readonly string[],
  x: number,
  y = 700,
  size = 10,
  step = 1.3 * size,
): readonly DrawnRun[] => lines.map((words, at) => ({ x, y: y - step * at, size, words }));
const read = (...pages: readonly (readonly DrawnRun[])[]) => textOf("a.pdf", drawnPdf(pages));
const found = (text: Text, words: string): number =>
  findTerm(
    buildPostings(segment(text).map((passage) => ({ ...passage, characters: text.characters }))),
    termOf(words)!,
  ).length;
const kinds = (text: Text): readonly string[] => text.blocks.map(({ kind }) => kind);

describe("soft hyphens, which pdf.js leaves out", () => {
  test("at a line's end the word is one: verified, found, and counted as joined", async () => {
    const text = await read(
      rows(
        [
          "The physician must first win the confi\u00AD",
          "dence of the patient before the trans\u00AD",
          "ference can be spoken of at all. An old-",
          "fashioned self-help group knows it.",
        ],
        50,
      ),
    );
    assert.match(text.characters, /win the confidence of the patient before the transference can/);
    for (const words of [
      "must first win the confidence of the patient",
      "before the transference can be spoken",
    ])
      assert.equal(verdictOn(text, words), "verified", words);
    assert.notEqual(verdictOn(text, "must first win the confi dence of the patient"), "verified");
    for (const word of ["confidence", "transference"]) assert.equal(found(text, word), 1, word);
    assert.equal(found(text, "dence"), 0);
    assert.match(text.characters, /An old-\nfashioned self-help group/);
    assert.equal(text.words!.rejoined, 2);
    assertWhole(text);
  });

  test("from page to page and from column to column, past a page number", async () => {
    const pages = ["one", "two", "three", "four", "five"].map((name, at) => [
      { x: 50, y: 760, size: 10, words: "The Book of the Bond" },
      ...rows([`tinued on page ${name} with words enough to be a line`, "and again it is con\u00AD"], 50),
      { x: 300, y: 40, size: 10, words: String(at + 11) },
    ]);
    const text = await read(...pages);
    assert.match(text.characters, /and again it is continued on page two with/);
    assert.equal(found(text, "continued"), 4);
    assert.deepEqual(
      text.pages.map(({ label }) => label),
      ["1", "2", "3", "4", "5"],
    );
    assertWhole(text);
  });

  test("with ligatures, accents and figures in the line", async () => {
    const text = await read(
      rows(
        [
          "The \uFB01rst na\u00EFve con\uFB02ict of 1909, re\uFB01\u00AD",
          "ned and di\uFB03cult: Ü\u00AD",
          "bertragung is another word.",
        ],
        50,
      ),
    );
    assert.match(text.characters, /The first naïve conflict of 1909, refined and difficult: Übertragung is/);
    assertWhole(text);
  });

  test("a file that writes every hyphen as a soft one: they are hyphens, which is said", async () => {
    const text = await read(
      rows(
        ["The well\u00ADbeing of self\u00ADhelp groups is a long\u00AD", "term matter of its own here."],
        50,
      ),
    );
    assert.match(text.characters, /The well-being of self-help groups is a long-\nterm matter/);
    assert.equal(verdictOn(text, "well-being of self-help groups is a long-term matter"), "verified");
    assert.match(text.remarks.map(english.written).join(" "), /3 hyphens are written as soft hyphens/);
    assertWhole(text);
  });
});

describe("pages full of notes", () => {
  const body = (name: string) =>
    rows(
      [`The ${name} belongs to her alone, said the old`, "physician, and to nobody else in the house."],
      50,
    );
  const notes = (count: number, mark = (at: number) => `${at + 1}`) =>
    rows(
      Array.from(
        { length: count },
        (_, at) => `${mark(at)} See the second chapter, where this is said at length and twice over.`,
      ),
      50,
      640,
      7,
      8.5,
    );
  const prose = rows(
    Array.from(
      { length: 20 },
      (_, at) => `This is line ${at + 1} of the body of the book as it is set on most pages,`,
    ),
    50,
  );

  for (const [what, pages] of [
    ["among pages of text", [[...body("hour"), ...notes(30)], prose]],
    [
      "on every page, so that most letters are notes'",
      [
        [...body("hour"), ...notes(40)],
        [...body("evening"), ...notes(40)],
      ],
    ],
    [
      "marked by stars and daggers",
      [
        [...body("hour"), ...notes(3, (at) => "*†‡"[at]!)],
        [...body("night"), ...notes(3, (at) => "*†‡"[at]!)],
      ],
    ],
    ["marked by raised figures", [[...body("hour"), ...notes(12, (at) => "¹²³⁴⁵⁶⁷⁸⁹"[at % 9]!)]]],
  ] as const)
    test(`${what}: body lines are one paragraph, no headings, and found as body`, async () => {
      const text = await read(...pages);
      assert.match(text.characters, /The hour belongs to her alone, said the old\nphysician, and/);
      assert.equal(kinds(text)[0], "paragraph");
      assert.equal(kinds(text).includes("heading"), false);
      assert.equal(kinds(text)[1], "note");
      assert.equal(found(text, "old physician"), text.characters.match(/physician/g)!.length);
      assert.equal(verdictOn(text, "said the old physician, and to nobody else"), "verified");
      assertWhole(text);
    });

  test("a heading above the body is one still, and a numbered list below a heading is no note", async () => {
    const heading = { x: 50, y: 740, size: 16, words: "Of the Hour" };
    const text = await read([heading, ...body("hour"), ...notes(30)], prose);
    assert.deepEqual(kinds(text).slice(0, 2), ["heading", "paragraph"]);
    const list = rows(
      [
        "1 The first of them is the bond of both.",
        "2 The second of them is the task.",
        "3 The third of them is the goal.",
      ],
      50,
    );
    assert.equal(kinds(await read([heading, ...list])).includes("note"), false);
  });
});

describe("columns", () => {
  const left = [
    "The physician must first win the",
    "confidence of the patient before",
    "anything else can be spoken of at",
    "all in the hours that they have",
    "together. It is never a matter of",
    "method alone but of two people",
    "who meet in a room of their own,",
  ];
  const right = [
    "said the old teacher of the house,",
    "and nobody would have doubted it",
    "in those days. The younger ones",
    "thought otherwise and wrote long",
    "papers about technique and rules",
    "that hardly any patient ever saw,",
    "and the bond carried the work on.",
  ];
  const middle = [
    "and in the middle of the page there",
    "is a third of them, as in journals",
    "of those days, which had not much",
    "paper and set it small and narrow,",
    "so that one reads down three times",
    "and up again, and now and then the",
    "eye is lost between them all, she",
  ];
  const across = (...columns: readonly (readonly string[])[]) =>
    left.flatMap((_, at) =>
      columns.map((lines, place) => ({ x: 50 + 175 * place, y: 700 - 12 * at, size: 10, words: lines[at]! })),
    );
  const quoted = "who meet in a room of their own, said the old teacher of the house, and nobody";

  test("written column by column", async () => {
    const text = await read([...rows(left, 50, 700, 10, 12), ...rows(right, 225, 700, 10, 12)]);
    assert.equal(verdictOn(text, quoted), "verified");
    assert.deepEqual(kinds(text), ["paragraph"]);
    assert.equal(
      text.remarks.some((remark) => /column/.test(english.written(remark))),
      false,
    );
    assertWhole(text);
  });

  test("written row by row, with a title above and a number below: read down, and said", async () => {
    const text = await read([
      { x: 120, y: 740, size: 18, words: "Of the Bond" },
      ...across(left, right),
      { x: 200, y: 40, size: 10, words: "12" },
    ]);
    assert.equal(verdictOn(text, quoted), "verified");
    assert.notEqual(verdictOn(text, "must first win the said the old teacher"), "verified");
    assert.match(text.characters, /^Of the Bond\n\n[\s\S]*12$/);
    assert.match(
      text.remarks.map(english.written).join(" "),
      /1 of 1 pages are written row by row across their columns/,
    );
    assertWhole(text);
  });

  test("three columns row by row", async () => {
    const text = await read(across(left, middle, right));
    assert.equal(
      verdictOn(text, "who meet in a room of their own, and in the middle of the page"),
      "verified",
    );
    assert.equal(verdictOn(text, "the eye is lost between them all, she said the old teacher"), "verified");
    assertWhole(text);
  });

  test("a line across both parts what stands above from what stands below", async () => {
    const below = across(left, right).map((run) => ({
      ...run,
      y: run.y - 150,
      words: run.words.toUpperCase(),
    }));
    const whole = {
      x: 50,
      y: 580,
      size: 10,
      words: "Here a sentence runs across both of the columns, from edge to edge.",
    };
    const text = await read([...across(left, right), whole, ...below]);
    const places = ["the bond carried", "Here a sentence", "THE PHYSICIAN MUST", "SAID THE OLD"].map(
      (words) => text.characters.indexOf(words),
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(places[0]! > 0);
    assertWhole(text);
  });

  test("a table stays in its rows", async () => {
    const names = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    const table = names.flatMap((name, at) => [
      { x: 50, y: 700 - 12 * at, size: 10, words: `Session ${name}` },
      { x: 225, y: 700 - 12 * at, size: 10, words: `${at + 3}.5` },
    ]);
    const text = await read([
      { x: 50, y: 740, size: 10, words: "Ratings of the alliance by session" },
      ...table,
    ]);
    assert.match(text.characters, /Session one 3\.5\nSession two 4\.5/);
    assertWhole(text);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type AcceptedPassage,
  type AuthorPosition,
  buildPostings,
  citeEdition,
  conceptPage,
  issueConceptEdition,
  numbersOf,
  pageToCsl,
  pageToHtml,
  pageToMarkdown,
  proposeWordings,
  quote,
  type Rank,
  remarksOn,
  segment,
  startingConcepts,
  verifiable,
} from "@concord/library";
import { english } from "../fixtures/english.ts";
import { ownText } from "../fixtures/own-library.ts";
import { plainBook } from "../fixtures/own-text.ts";

const text = await ownText(plainBook, { authors: ["Vale, Ida"], year: 1909, title: "On Meeting" });
const bond = startingConcepts.find(({ id }) => id === "therapeutic-bond")!;

function accept(
  id: string,
  words: string,
  rank: Rank,
  stance: AuthorPosition | null = null,
): AcceptedPassage {
  const { quotation } = quote(verifiable(text), words);
  assert.ok(quotation !== null, words);
  return { id, quotation, gloss: `A gloss on <${id}>.`, glossBy: "scholar", rank, stance };
}

const accepted = [
  accept("b", "Confidence grows slowly.", "supporting", "vehicle"),
  accept("a", "the bond carries both of them through the weeks", "thesis", "curative"),
];
const texts = new Map([[text.id, text]]);
const overview = [
  { words: "Authors agree that it takes time.", kind: "converge", cites: ["b"] },
  { words: "Nobody says this.", kind: "divide", cites: ["zz"] },
] as const;
const page = conceptPage(bond, overview, accepted, texts);

test("passages by rank, cut from the text, with locators and voices side by side", () => {
  assert.deepEqual(
    page.passages.map(({ id, words }) => [id, words]),
    [
      ["a", "the bond carries both of them through the weeks"],
      ["b", "Confidence grows slowly"],
    ],
  );
  assert.deepEqual(page.passages[0]?.locator, { kind: "page", first: "9", last: "9" });
  assert.deepEqual(
    page.voices.map(({ stance }) => stance),
    ["curative", "vehicle"],
  );
  assert.deepEqual(page.unsupported, ["Nobody says this."]);
});

test("a quotation whose text is gone or changed is not shown but named", async () => {
  const gone = conceptPage(bond, [], accepted, new Map());
  assert.equal(gone.count, 0);
  assert.equal(gone.missing.length, 2);
  const reworded = await ownText(plainBook.replace("carries both", "hardly carries both"));
  const changed = conceptPage(bond, [], accepted, new Map([[text.id, reworded]]));
  assert.deepEqual(
    changed.missing.map(({ id, message }) => [id, english.of(message)]),
    [["a", "The text now also contains “hardly”."]],
  );
});

test("a source fills no more than its cap", () => {
  const capped = conceptPage(bond, [], accepted, texts, 1);
  assert.equal(capped.passages.length, 1);
  assert.equal(capped.heldBack, 1);
  assert.equal(capped.count, 2);
});

test("Markdown, HTML and CSL-JSON", () => {
  const markdown = pageToMarkdown(page, english);
  assert.match(markdown, /^# therapeutic bond\n/);
  assert.match(markdown, /Authors agree that it takes time\. \[2\]/);
  assert.match(markdown, /— Vale \(1909\), On Meeting, p\. 9/);
  const html = pageToHtml(page, english);
  assert.match(html, /A gloss on &lt;a&gt;\./);
  assert.doesNotMatch(html, /<script|<a>/);
  assert.deepEqual(pageToCsl(page, english), [
    {
      id: text.id,
      type: "book",
      title: "On Meeting",
      author: [{ family: "Vale", given: "Ida" }],
      issued: { "date-parts": [[1909]] },
      note: "Vale, Ida (1909). On Meeting.",
      annote: "Points of agreement: Authors agree that it takes time.",
    },
  ]);
});

test("a sentence of the overview says what has become of the passages it rests on", async () => {
  const all = { words: "All of it.", kind: "converge", cites: ["a", "b", "zz"] } as const;
  const remarksFor = (on: ReturnType<typeof conceptPage>) =>
    on.overview.map((each) => [numbersOf(each), remarksOn(each).map(english.of)]);
  const withdrawn = "One cited passage is no longer accepted.";
  assert.deepEqual(remarksFor(conceptPage(bond, [all], accepted, texts)), [[[1, 2], [withdrawn]]]);
  assert.deepEqual(remarksFor(conceptPage(bond, [all], accepted, texts, 1)), [
    [[1], ["Also cites Vale (1909), On Meeting, p. 9, which is accepted but not shown here.", withdrawn]],
  ]);
  const changed = await ownText(plainBook.replace("carries both", "hardly carries both"));
  const reworded = conceptPage(bond, [all], accepted, new Map([[text.id, changed]]));
  assert.deepEqual(remarksFor(reworded), [
    [[1], ["A cited passage cannot be shown. The text now also contains “hardly”.", withdrawn]],
  ]);
  const longer = await ownText(`A preface that was not there.\n\n${plainBook}`);
  const moved = conceptPage(bond, [overview[0]], accepted, new Map([[text.id, longer]]));
  const elsewhere = "The position of passage 2 in the text has changed since it was accepted.";
  assert.deepEqual(remarksFor(moved), [[[2], [elsewhere]]]);
  assert.deepEqual(
    moved.passages.map(({ standing }) => standing),
    ["moved", "moved"],
  );
  assert.ok(
    pageToMarkdown(moved, english).includes(
      `## Points of agreement\n\n- ${overview[0].words} [2] (${elsewhere})`,
    ),
  );
  const gone = conceptPage(bond, [all], accepted, new Map());
  assert.deepEqual(gone.unsupported, ["All of it."]);
  assert.match(
    pageToHtml(gone, english),
    /<li>All of it\. \(A cited passage cannot be shown\. The source text is no longer/,
  );
});

test("editions: numbered, dated, only when something changed", () => {
  const first = issueConceptEdition(page, "2026-11-23", null, english);
  assert.ok(first !== null);
  assert.equal(first.number, 1);
  assert.equal(issueConceptEdition(page, "2026-11-24", first, english), null);
  const second = issueConceptEdition(conceptPage(bond, [], accepted, texts), "2026-11-25", first, english);
  assert.equal(second?.number, 2);
  assert.match(
    english.of(citeEdition(first, bond.name)),
    /^therapeutic bond, version 1 \(23 Nov 2026\), SHA-256 [0-9a-f]{12}$/,
  );
});

test("the corpus proposes words the accepted passages share, never those already there", () => {
  const postings = buildPostings(
    segment(text, { shortest: 40, longest: 300 }).map((passage) => ({
      ...passage,
      characters: text.characters,
    })),
  );
  const proposed = proposeWordings(postings, bond, [0, 1, 2], 5).map(({ words }) => words);
  assert.equal(proposed.includes("bond"), false);
  assert.equal(proposed.includes("physician"), false);
});

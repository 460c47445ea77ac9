import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertWhole, textOf, verdictOn } from "../fixtures/read-text.ts";

const jats = (meta: string, body = "<p>Some words here.</p>"): string =>
  `<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.2//EN" "JATS.dtd"><article article-type="research-article"><front><journal-meta><journal-title-group><journal-title>Made-up</journal-title></journal-title-group></journal-meta><article-meta><title-group><article-title>Alliance across <italic>made-up</italic> clinics</article-title></title-group>${meta}</article-meta></front><body>${body}</body></article>`;
const person = (family: string, given: string | null, type = "author"): string =>
  `<contrib contrib-type="${type}"><name><surname>${family}</surname>${given === null ? "" : `<given-names>${given}</given-names>`}</name></contrib>`;

describe("who wrote it", () => {
  for (const [name, group, authors] of [
    [
      "one name moves no other's given name",
      person("Platon", null) + person("Birch", "Ben"),
      ["Platon", "Birch, Ben"],
    ],
    [
      "a group among people",
      `${person("Birch", "Ben")}<contrib contrib-type="author"><collab>The Alliance Group</collab></contrib>${person("Vale", "Ida")}`,
      ["Birch, Ben", "The Alliance Group", "Vale, Ida"],
    ],
    [
      "editors and reviewers are none",
      person("Ed", "E", "editor") + person("Vale", "Ida") + person("Rev", "R", "reviewer"),
      ["Vale, Ida"],
    ],
    [
      "names in two scripts",
      `<contrib contrib-type="author"><name-alternatives><name name-style="western"><surname>Li</surname><given-names>Wei</given-names></name><name name-style="eastern"><surname>李</surname><given-names>伟</given-names></name></name-alternatives></contrib>`,
      ["Li, Wei"],
    ],
    [
      "a name as one string",
      `<contrib contrib-type="author"><string-name>Ida Vale</string-name></contrib>`,
      ["Ida Vale"],
    ],
    [
      "a group without its members",
      `<contrib contrib-type="author"><collab>Study Group<contrib-group><contrib><name><surname>Hid</surname></name></contrib></contrib-group></collab></contrib>`,
      ["Study Group"],
    ],
  ] as const)
    test(name, async () => {
      const text = await textOf("a.xml", jats(`<contrib-group>${group}</contrib-group>`));
      assert.deepEqual(text.source.authors, authors);
      assert.equal(text.source.title, "Alliance across made-up clinics");
    });

  test("a group of editors beside the authors'", async () => {
    const meta = `<contrib-group>${person("Vale", "Ida")}</contrib-group><contrib-group>${person("Ditor", "E", "editor")}</contrib-group>`;
    assert.deepEqual((await textOf("a.xml", jats(meta))).source.authors, ["Vale, Ida"]);
  });
});

test("the year is the article's: not received, accepted, corrected, or a month", async () => {
  for (const [meta, year] of [
    [
      `<pub-date pub-type="epub"><year>2011</year></pub-date><history><date date-type="received"><year>2009</year></date></history>`,
      2011,
    ],
    [
      `<pub-date pub-type="epub"><year>2010</year></pub-date><pub-date pub-type="ppub"><month>2</month><year>2011</year></pub-date>`,
      2011,
    ],
    [`<pub-date date-type="pub" publication-format="electronic"><year>2012</year></pub-date>`, 2012],
    [`<pub-date pub-type="pmc-release"><year>2015</year></pub-date>`, null],
  ] as const)
    assert.equal((await textOf("a.xml", jats(meta))).source.year, year);
});

describe("the body", () => {
  for (const [name, body, expected] of [
    [
      "a raised reference",
      `<p>The outcome<sup><xref ref-type="bibr" rid="b1">12</xref>,<xref ref-type="bibr" rid="b2">13</xref></sup> held.</p>`,
      "The outcome held.",
    ],
    ["a note's mark", `<p>The bond<xref ref-type="fn" rid="f1">a</xref> held.</p>`, "The bond held."],
    ["a reference in brackets", `<p>It held [<xref ref-type="bibr" rid="b1">1</xref>].</p>`, "It held [1]."],
    [
      "a named reference",
      `<p>As <xref ref-type="bibr" rid="b1">Vale (1909)</xref> says.</p>`,
      "As Vale (1909) says.",
    ],
    ["powers", "<p>R<sup>2</sup> = .35 and χ<sup>2</sup>(1)</p>", "R² = .35 and χ²(1)"],
    ["italics in a word", "<p>a <italic>trans</italic>ference</p>", "a transference"],
    [
      "a note in a paragraph follows it",
      "<p>He went<fn><p>As he said.</p></fn> on.</p>",
      "He went on.\n\nAs he said.",
    ],
    [
      "rows of a table",
      "<table-wrap><table><tr><td>bond</td><td>4</td></tr><tr><td>task</td><td>5</td></tr></table></table-wrap>",
      "bond 4\n\ntask 5",
    ],
    ["a line in an address", "<p>one<break/>two</p>", "one\ntwo"],
  ] as const)
    test(name, async () => {
      const text = await textOf("a.xml", jats("", body));
      assert.equal(text.characters, expected);
      assertWhole(text);
    });

  test("a formula is left out and counted", async () => {
    const text = await textOf(
      "a.xml",
      jats("", "<p>So <inline-formula><tex-math>x = y</tex-math></inline-formula> holds.</p>"),
    );
    assert.equal(text.characters, "So holds.");
    assert.ok(text.words!.leftOut.some(({ kind, words }) => kind === "formulas" && words === 2));
    assert.notEqual(verdictOn(text, "So x = y holds"), "verified");
  });
});

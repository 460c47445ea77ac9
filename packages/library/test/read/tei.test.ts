import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { locate } from "@concord/library";
import { locatorText } from "../fixtures/english.ts";
import { assertWhole, textOf, verdictOn } from "../fixtures/read-text.ts";

const tei = (body: string, header = "", doctype = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>${header}</fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
const wordsOfTei = async (body: string): Promise<string> => {
  const text = await textOf("book.xml", tei(body));
  assertWhole(text);
  return text.characters;
};

describe("readings", () => {
  test("outside of a choice nothing falls", async () => {
    assert.equal(
      await wordsOfTei(
        "<p>said <abbr>Dr.</abbr> Meyer, I <sic>habbe</sic> it <orig>ſelbſt</orig> seen, <corr>truly</corr> and <unclear>well</unclear>.</p>",
      ),
      "said Dr. Meyer, I habbe it ſelbſt seen, truly and well.",
    );
  });

  for (const [name, body, expected] of [
    [
      "of sic and corr the corrected",
      "<p>a <choice><sic>bnod</sic><corr>bond</corr></choice> held</p>",
      "a bond held",
    ],
    ["in the other order", "<p>a <choice><corr>bond</corr><sic>bnod</sic></choice> held</p>", "a bond held"],
    [
      "of abbr and expan the expanded",
      "<p><choice><abbr>Hr.</abbr><expan>Herr</expan></choice> Vale</p>",
      "Herr Vale",
    ],
    [
      "of two of one kind the first",
      "<p>it was <choice><unclear>red</unclear><unclear>read</unclear></choice> then</p>",
      "it was red then",
    ],
    ["one alone", "<p>he <choice><orig>iſt</orig></choice> here</p>", "he iſt here"],
    [
      "nested",
      "<p>the <choice><sic>Dt. V.</sic><corr><choice><abbr>Dr.</abbr><expan>Doctor</expan></choice> Vale</corr></choice> came</p>",
      "the Doctor Vale came",
    ],
    ["inside a word", "<p>Er<choice><sic>fo</sic><corr>fah</corr></choice>rung helps</p>", "Erfahrung helps"],
    [
      "what was put for what was deleted",
      "<p>was <subst><del>er</del><add>sie</add></subst> calm</p>",
      "was sie calm",
    ],
    ["a deletion alone", "<p>was <del>very</del> calm</p>", "was calm"],
    [
      "of an apparatus the lemma",
      "<p>the <app><lem>hour</lem><rdg>day</rdg><rdg>year</rdg></app> came</p>",
      "the hour came",
    ],
  ] as const)
    test(name, async () => assert.equal(await wordsOfTei(body), expected));

  test("what was left out is counted by kind", async () => {
    const text = await textOf(
      "b.xml",
      tei(
        "<p>a <choice><sic>bnod</sic><corr>bond</corr></choice> <del>quite</del> held</p><fw>page head</fw>",
      ),
    );
    assert.deepEqual(
      text.words!.leftOut.map(({ kind, words }) => [kind, words]),
      [
        ["other readings", 1],
        ["deleted readings", 1],
        ["running titles", 2],
      ],
    );
  });
});

describe("words and lines", () => {
  for (const [name, body, expected] of [
    ["a not-sign at the line's end", "<p>das Ver¬<lb/>\ntrauen</p>", "das Vertrauen"],
    ["break=no", `<p>die Ueber<lb n="2" break="no"/>\n  tragung</p>`, "die Uebertragung"],
    [
      "break=no with a page between",
      `<p>die Ueber<pb n="3"/><lb break="no"/>tragung</p>`,
      "die Uebertragung",
    ],
    ["a soft hyphen", "<p>the confi\u00AD<lb/>dence</p>", "the confidence"],
    ["a plain line", "<p>two<lb/>words</p>", "two\nwords"],
    [
      "hi over part of a word",
      `<p><hi rend="initial">N</hi>ever did <hi>I</hi> think</p>`,
      "Never did I think",
    ],
    ["verse", "<lg><l>Who is silent,</l><l>who stays.</l></lg>", "Who is silent,\nwho stays."],
    [
      "speech in a sentence",
      "<p>He said <q>yes</q>, and <said>no</said> and <quote>maybe</quote> too.</p>",
      "He said yes, and no and maybe too.",
    ],
    [
      "a quotation of paragraphs",
      "<p>He wrote</p><quote><p>One.</p><p>Two.</p></quote>",
      "He wrote\n\nOne.\n\nTwo.",
    ],
    ["tokens without space", "<p><w>Ich</w><w>war</w><pc>,</pc> <w>da</w></p>", "Ich war , da"],
    ["a gap shows", `<p>the <gap reason="illegible"/> word</p>`, "the […] word"],
    ["cells part", "<table><row><cell>bond</cell><cell>task</cell></row></table>", "bond task"],
  ] as const)
    test(name, async () => {
      const found = await wordsOfTei(body);
      assert.equal(found.replace(" ,", ","), expected.replace(" ,", ","));
    });

  test("a note mark, a note, a page inside a word", async () => {
    const text = await textOf(
      "n.xml",
      tei(
        `<p>He spoke<ref target="#n1" type="noteAnchor">1</ref> on<note n="1">A <hi>note</hi>.</note> and <pb n="12"/>trans<pb n="[13]"/>fer. See <ref target="#c2">chapter two</ref>.</p>`,
      ),
    );
    assert.equal(text.characters, "He spoke on and transfer. See chapter two.\n\nA note.");
    const from = text.characters.indexOf("chapter");
    assert.equal(locatorText(locate(text, { from, to: from + 1 })), "p. 13");
    assert.equal(verdictOn(text, "He spoke on and transfer"), "verified");
    assertWhole(text);
  });

  test("entities that the file declares, and HTML's; what would multiply stays as it is written", async () => {
    const doctype = `<!DOCTYPE TEI [<!ENTITY vale "Ida Vale"><!ENTITY a "${"ha".repeat(90)}"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const text = await textOf("e.xml", tei("<p>&vale; of the caf&eacute;s &mdash; &b; &f;</p>", "", doctype));
    assert.equal(text.characters, "Ida Vale of the cafés — &b; &f;");
    assert.deepEqual(
      text.words!.differences.map(({ kind, words }) => [kind, words]),
      [
        ["unresolved", "&b;"],
        ["unresolved", "&f;"],
      ],
    );
  });
});

describe("the header", () => {
  const header = (authors: string, publication: string, source: string): string =>
    `<titleStmt><title type="main">Of the Hour</title><title type="sub">An Attempt</title>${authors}</titleStmt><publicationStmt>${publication}</publicationStmt><sourceDesc>${source}</sourceDesc>`;
  for (const [authors, names] of [
    ["<author><persName><surname>Tal</surname><forename>Ida</forename></persName></author>", ["Tal, Ida"]],
    [
      "<author><persName><forename>Ida</forename> <nameLink>van</nameLink> <surname>Tal</surname></persName></author>",
      ["van Tal, Ida"],
    ],
    ["<author>Ida Tal</author><author>Holt, Ada</author>", ["Tal, Ida", "Holt, Ada"]],
    ["<author><persName><surname>Platon</surname></persName></author><editor>E. Ditor</editor>", ["Platon"]],
  ] as const)
    test(names.join("; "), async () => {
      const text = await textOf(
        "h.xml",
        tei("<p>Some words.</p>", header(authors, "<date>2013</date>", "<bibl><date>1905</date></bibl>")),
      );
      assert.deepEqual(text.source.authors, names);
      assert.equal(text.source.title, "Of the Hour. An Attempt");
      assert.equal(text.source.year, 1905);
    });

  test("the year of the work, never of the file, is unknown where the source has none", async () => {
    const author = "<author>Tal, Ida</author>";
    const withoutYear = header(author, `<date when="2013-05-01"/>`, "<bibl>A book without a year</bibl>");
    assert.equal((await textOf("a.xml", tei("<p>Some words.</p>", withoutYear))).source.year, null);
    const when = header(
      author,
      "<date>2013</date>",
      `<biblFull><publicationStmt><date when="1921">some year</date></publicationStmt></biblFull>`,
    );
    assert.equal((await textOf("b.xml", tei("<p>Some words.</p>", when))).source.year, 1921);
  });
});

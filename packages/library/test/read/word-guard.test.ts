import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { differencesMessage, type Text, verifiable, verify } from "@concord/library";
import fc from "fast-check";
import { compareWords } from "../../src/read/compare-words.ts";
import { openLetters } from "../../src/read/letters.ts";
import { openWordLog } from "../../src/read/word-log.ts";
import { english } from "../fixtures/english.ts";
import { assertWhole, epubOf, textOf, xhtml } from "../fixtures/read-text.ts";

/** A piece of a file: how it is written, the words it gives to the text, and those left out, by kind. */
interface Piece {
  readonly written: string;
  readonly kept: string;
  readonly left?: readonly [kind: string, words: number];
}
const piece = (written: string, kept = written, left?: Piece["left"]): Piece => ({
  written,
  kept,
  ...(left === undefined ? {} : { left }),
});

const plain = ["bond", "I", "1909", "naïve", "связь", "治疗联盟", "psycho-analysis"].map((word) =>
  piece(word),
);
const entities = [
  piece("caf&#233;s", "cafés"),
  piece("Tom&#x20;&amp;&#32;Ida", "Tom & Ida"),
  piece("&lt;b&gt;", "<b>"),
];
const comments = [piece("<!-- gone & never read -->", ""), piece("<!---->", ""), piece("<?pi x = 1 ?>", "")];
const cdata = [piece("<![CDATA[a <b> & c]]>", "a <b> & c"), piece("<![CDATA[]]>", "")];
const named = [piece("&eacute;t&eacute;", "été"), piece("1&ndash;2", "1–2"), piece("a&nbsp;b", "a\u00A0b")];

const web: readonly Piece[] = [
  ...plain,
  ...entities,
  ...named,
  piece("<!-- gone & never read -->", ""),
  piece(`<span hidden="hidden">one <b>two</b></span>`, "", ["hidden parts", 2]),
  piece(`<i style="color: red; display:none">three</i>`, "", ["hidden parts", 1]),
  piece("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "", ["formulas", 1]),
  piece("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢", ["ruby readings", 1]),
  piece("<ruby><rb>字</rb><rt>ji</rt></ruby>", "字", ["ruby readings", 1]),
  piece("<svg><title>A chart</title><text>of it</text></svg>", "", ["pictures", 4]),
  piece("<select><option>yes</option><option>no</option></select>", "", ["controls", 2]),
  piece(`<a title="x > y &amp; <z>" href="u">link</a>`, "link"),
  piece("<script>go(home, now);</script>", "", ["scripts and styles", 2]),
  piece("un<b>believ</b>able", "unbelievable"),
  piece("</p><table><tr><td>a &amp; b</td><td>c</td></tr></table><p>", "a & b c"),
];
const tei: readonly Piece[] = [
  ...plain,
  ...entities,
  ...named,
  ...comments,
  ...cdata,
  piece("<choice><sic>teh</sic><corr>the</corr></choice>", "the", ["other readings", 1]),
  piece("<del>never mind</del>", "", ["deleted readings", 2]),
  piece("<ruby><rb>漢</rb><rt>kan</rt></ruby>", "漢", ["ruby readings", 1]),
  piece("Ver<lb break='no'/>trauen", "Vertrauen"),
  piece("</p><table><row><cell>a</cell><cell>b &amp; c</cell></row></table><p>", "a b & c"),
  piece("</p><figure><figDesc>A drawing</figDesc></figure><p>", "", ["descriptions of figures", 2]),
];
const jats: readonly Piece[] = [
  ...plain,
  ...entities,
  ...named,
  ...comments,
  ...cdata,
  piece("<inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula>", "", ["formulas", 1]),
  piece("<ruby><rb>漢</rb><rt>kan</rt></ruby>", "漢", ["ruby readings", 1]),
  piece("<italic>un</italic>said", "unsaid"),
  piece("</p><table-wrap><table><tr><td>a &amp; b</td><td>c</td></tr></table></table-wrap><p>", "a & b c"),
  piece("</p><fig><alt-text>A drawing</alt-text></fig><p>", "", ["descriptions of figures", 2]),
];
const markdown: readonly Piece[] = [
  ...plain,
  ...entities,
  ...named,
  piece("<!-- gone & never -->", "", ["comments", 2]),
  piece(`<span hidden="">one two</span>`, "", ["hidden parts", 2]),
  piece("`f&lt;g \\* h`", "f&lt;g \\* h"),
  piece("\\*star\\*", "*star*"),
  piece("\n\n    code &amp; a\\*b &lt;p&gt;\n\n", "code &amp; a\\*b &lt;p&gt;"),
  piece("\n\n```\nfence &amp; &eacute;\n```\n\n", "fence &amp; &eacute;"),
  piece("<b title='x > y'>bold</b>", "bold"),
  piece("<http://a.example/?b&amp;c>", "http://a.example/?b&amp;c"),
  piece("\n\n| one &amp; | `t&amp;o` |\n|---|---|\n| three | four |\n\n", "one & t&amp;o three four"),
  piece("\n\n- first\n\n      in &amp; list\n\n- next\n\n", "first in &amp; list next"),
];

/** What follows a block begins a paragraph, so that no piece of HTML makes HTML of its whole line. */
const led = ({ written, kept, left }: Piece): Piece =>
  written.endsWith("\n\n") ? piece(`${written}Then`, `${kept} Then`, left) : piece(written, kept, left);

const paragraphsOf = (pieces: readonly Piece[]) =>
  fc.array(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 5,
  });
const oneLine = (words: string): string => words.replace(/[^\S\u00A0]+/g, " ").trim();

/** The words of the pieces are in the text, one for one; what is left out is counted by kind, with its first line. */
function assertGiven(text: Text, paragraphs: readonly (readonly Piece[])[], lineOf?: (at: number) => string) {
  const pieces = paragraphs.flat();
  assert.equal(oneLine(text.characters), oneLine(["Start", ...pieces.map(({ kept }) => kept)].join(" ")));
  assertWhole(text);
  assert.equal(differencesMessage(text.words), null);
  const counts = new Map<string, number>();
  const first = new Map<string, number>();
  for (const [at, each] of paragraphs.entries())
    for (const { left } of each) {
      if (left === undefined) continue;
      counts.set(left[0], (counts.get(left[0]) ?? 0) + left[1]);
      if (!first.has(left[0])) first.set(left[0], at);
    }
  for (const [kind, words] of counts) {
    const said = text.words!.leftOut.find((each) => each.kind === kind);
    assert.equal(said?.words, words, kind);
    if (lineOf !== undefined) assert.equal(said.first, lineOf(first.get(kind)!), kind);
  }
}
const lines = (paragraphs: readonly (readonly Piece[])[]): string =>
  paragraphs.map((each) => `<p>${each.map(({ written }) => written).join(" ")}</p>`).join("\n");

describe("random documents with known words and places: what is kept is what was given", () => {
  const runs = { numRuns: 150 };
  const property = (pieces: readonly Piece[], check: (all: readonly (readonly Piece[])[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(paragraphsOf(pieces), check), runs);

  test("HTML", () =>
    property(web, async (all) => {
      const text = await textOf("a.html", `<html><body><p>Start</p>\n${lines(all)}</body></html>`);
      assertGiven(text, all, (at) => `line ${at + 2}`);
    }));
  test("XHTML", () =>
    property([...web.filter(({ written }) => written !== "<!---->"), ...comments, ...cdata], async (all) => {
      const text = await textOf("a.html", xhtml(`<p>Start</p>\n${lines(all)}`, "<title/>"));
      assertGiven(text, all, (at) => `line ${at + 4}`);
    }));
  test("EPUB", () =>
    property([...web, ...comments, ...cdata], async (all) => {
      const chapters = [xhtml("<p>Start</p>", "<title/>"), ...all.map((each) => xhtml(lines([each]), ""))];
      assertGiven(await textOf("a.epub", epubOf(chapters)), all, (at) => `OEBPS/c${at + 1}.xhtml, line 3`);
    }));
  test("TEI", () =>
    property(tei, async (all) => {
      const body = `<text><body><div><p>Start</p>\n${lines(all)}</div></body></text>`;
      const text = await textOf("a.xml", `<TEI xmlns="http://www.tei-c.org/ns/1.0">${body}</TEI>`);
      assertGiven(text, all, (at) => `line ${at + 2}`);
    }));
  test("JATS", () =>
    property(jats, async (all) => {
      const open = `<article article-type="x" dtd-version="1.2" xmlns:mml="m"><body><p>Start</p>`;
      const text = await textOf("a.xml", `${open}\n${lines(all)}</body></article>`);
      assertGiven(text, all, (at) => `line ${at + 2}`);
    }));
  test("Markdown", () =>
    property(markdown, async (all) => {
      const begun = all.map((each) => [piece("So"), ...each.map(led)]);
      const body = begun.map((each) => each.map(({ written }) => written).join(" ")).join("\n\n");
      assertGiven(await textOf("a.md", `Start\n\n${body.replace(/^ {1,3}(?! )/gm, "")}\n`), begun);
    }));
});

describe("words that a reader loses, adds, joins or splits", () => {
  const word = fc.constantFrom("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota");
  /** A file with one line for each row of numbered words, scanned as it is; a reader writes what it is told. */
  const compare = (rows: readonly (readonly string[])[], read: readonly string[]) => {
    const scanned = openLetters();
    rows.forEach((row, line) => {
      scanned.gap();
      scanned.write(row.join(" "), line + 1, 0);
    });
    const log = openWordLog();
    for (const each of read) {
      log.gap();
      log.keep(each);
    }
    const scan = {
      letters: scanned.letters(),
      hasBreaks: true,
      placeOf: (at: number) => `line ${at}`,
    };
    return compareWords(scan, log.log(), read.join(" "));
  };
  const rows = fc
    .array(fc.array(word, { minLength: 4, maxLength: 8 }), { minLength: 2, maxLength: 6 })
    .map((all) => all.map((row, line) => row.map((each, at) => `${"abcdefgh"[at]}${line}${each}`)));

  test("one word lost: one remark, with the word and its line", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, pick) => {
        const flat = all.flat();
        const lost = pick % flat.length;
        const account = compare(
          all,
          flat.filter((_, at) => at !== lost),
        );
        const line = all.findIndex((row) => row.includes(flat[lost]!)) + 1;
        assert.equal(account.differences.length, 1);
        const [{ kind, words, place }] = account.differences as [(typeof account.differences)[number]];
        assert.equal(kind, "missing");
        assert.equal(place, `line ${line}`);
        // The words begin alike, so the first of the two may be named from its second half on.
        assert.ok(words.split(" ").length <= 2 && words !== "", words);
        assert.equal(account.kept, flat.length - 1);
      }),
    );
  });

  test("a whole line lost: its words are counted and its line is named", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, pick) => {
        const lost = pick % all.length;
        const account = compare(all, all.filter((_, at) => at !== lost).flat());
        assert.equal(account.differences[0]?.kind, "missing");
        assert.equal(account.differences[0]?.place, `line ${lost + 1}`);
        assert.equal(account.source - account.kept, all[lost]!.length);
      }),
    );
  });

  test("two words joined, one split, one put in", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, pick) => {
        const flat = all.flat();
        const at = pick % (flat.length - 1);
        const lineOf = (word: string): string => `line ${all.findIndex((row) => row.includes(word)) + 1}`;
        const joined = [...flat.slice(0, at), flat[at]! + flat[at + 1]!, ...flat.slice(at + 2)];
        assert.deepEqual(
          compare(all, joined).differences.map(({ kind, words, place }) => [kind, words, place]),
          [["joined", `${flat[at]} ${flat[at + 1]}`, lineOf(flat[at + 1]!)]],
        );
        const split = [
          ...flat.slice(0, at),
          flat[at]!.slice(0, 2),
          flat[at]!.slice(2),
          ...flat.slice(at + 1),
        ];
        assert.deepEqual(
          compare(all, split).differences.map(({ kind, words, place }) => [kind, words, place]),
          [["split", flat[at], lineOf(flat[at]!)]],
        );
        const added = [...flat.slice(0, at), "unheard", ...flat.slice(at)];
        assert.deepEqual(
          compare(all, added).differences.map(({ kind, words }) => [kind, words]),
          [["added", "unheard"]],
        );
      }),
    );
  });

  test("letters kept and then not in the text", () => {
    const { differences } = compareWords(
      { letters: compareLetters("one two"), hasBreaks: true, placeOf: () => "line 1" },
      (() => {
        const log = openWordLog();
        log.keep("one two");
        return log.log();
      })(),
      "one to",
    );
    assert.deepEqual(differences, [{ kind: "missing", words: "w", place: "line 1" }]);
  });
  const compareLetters = (words: string) => {
    const writer = openLetters();
    writer.write(words, 0);
    return writer.letters();
  };
});

describe("entities whose words the file does not say plainly", () => {
  const tei = (dtd: string, body: string): string =>
    `<!DOCTYPE TEI [${dtd}]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>\n<p>${body}</p></div></body></text></TEI>`;
  test("the name stays and is a difference with its line, which every quotation carries", async () => {
    const text = await textOf(
      "a.xml",
      tei(`<!ENTITY who "the <hi>client</hi>">`, "Here &who; and &nobody; spoke at once."),
    );
    assert.deepEqual(text.words!.differences, [
      { kind: "unresolved", words: "&who;", place: "line 3" },
      { kind: "unresolved", words: "&nobody;", place: "line 3" },
    ]);
    const verdict = verify(verifiable(text), "spoke at once");
    assert.ok(verdict.kind === "verified");
    assert.match(
      english.of(verdict.cautions[0]!.message),
      /line 3: “&who;” stands for words that the file does not give/,
    );
  });
  test("one made of others is put in; one that multiplies is not", async () => {
    const text = await textOf(
      "a.xml",
      tei(`<!ENTITY a "the client"><!ENTITY b "&a; and I"><!ENTITY c "&b; &#38; &eacute;l">`, "So &c; said."),
    );
    assert.equal(text.characters, "So the client and I & él said.");
    assertWhole(text);
    const ten = (name: string, of: string): string => `<!ENTITY ${name} "${`&${of};`.repeat(10)}">`;
    const laughs = await textOf(
      "b.xml",
      tei(`<!ENTITY l "lol">${ten("m", "l")}${ten("n", "m")}${ten("o", "n")}`, "So &o; said."),
    );
    assert.ok(laughs.characters.length < 400);
    assert.equal(laughs.words!.differences[0]?.kind, "unresolved");
  });
  test("of a page in XHTML, an EPUB and an article too; in HTML it is a sign like others", async () => {
    const chapter = xhtml("\n<p>Here &who; spoke.</p>", "<title/>");
    const place = "line 4";
    for (const [name, file, at] of [
      ["a.html", chapter, place],
      ["a.epub", epubOf([chapter]), `OEBPS/c0.xhtml, ${place}`],
      [
        "a.xml",
        `<article article-type="x" dtd-version="1.2"><body>\n\n\n<p>Here &who; spoke.</p></body></article>`,
        place,
      ],
    ] as const) {
      const text = await textOf(name, file);
      assert.deepEqual(text.words!.differences, [{ kind: "unresolved", words: "&who;", place: at }], name);
    }
    assertWhole(await textOf("b.html", "<html><body><p>Here &who; spoke.</p></body></html>"));
  });
});

describe("pages that are not well-formed", () => {
  for (const [what, body, kept] of [
    ["comments that end at once or with a bang", "<p>a<!--> b <!---> c<!-- d --!> e</p>", "a b c e"],
    [
      "CDATA in a drawing, where HTML knows it, and outside",
      "<p>a <svg><![CDATA[b < c]]></svg> d <![CDATA[e > f]]> g</p>",
      "a d g",
    ],
    ["a title that closes itself", "<title/><p>a b</p>", "a b"],
    ["end tags of nothing", "<p>wo</div>rd</section></svg>s</p>", "words"],
    ["an end tag that is a paragraph", "<div>a</p>b</div>", "a b"],
    ["signs that open nothing", "<p>a < b <3 c & d &nope; e</p>", "a < b <3 c & d &nope; e"],
    [
      "a choice without its list, a drawing between words",
      "<p>a<option>b</option>c<svg></svg>d</p>",
      "a b c d",
    ],
    ["plaintext to the end", "<p>a</p><plaintext>b <i>c", "a b <i>c</body></html>"],
  ] as const)
    test(what, async () => {
      const text = await textOf("a.html", `<html><body>${body}</body></html>`);
      assert.equal(oneLine(text.characters), kept);
      assertWhole(text);
    });

  test("XHTML that breaks off keeps its CDATA", async () => {
    const text = await textOf("a.html", xhtml("<p>a <![CDATA[b & c]]> <i>d</p>"));
    assert.equal(oneLine(text.characters), "a b & c d");
    assertWhole(text);
    assert.match(text.remarks.map(english.written).join(" "), /not well-formed/);
  });
});

describe("Markdown", () => {
  test("that begins with a piece of HTML is Markdown still", async () => {
    for (const head of [
      `<p align="center">Top</p>`,
      "<div>\nTop\n</div>",
      "<!-- note -->\n<b>Top</b>",
      "<svg></svg>Top",
    ]) {
      const text = await textOf("README.md", `${head}\n\n# One\n\nThe *bond* holds.\n`);
      assert.equal(text.extractor.format, "markdown", head);
      assert.match(text.characters, /Top[\s\S]*One\n\nThe bond holds\./);
      assertWhole(text);
    }
  });
  test("what an element hides is left out to its end, or to the end of the paragraph", async () => {
    const text = await textOf(
      "a.md",
      "One <span hidden>two *three* `four`</span> five.\n\nSix <span hidden>seven\n\n<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> eight.\n",
    );
    assert.equal(oneLine(text.characters), "One five. Six 漢 eight.");
    const counts = Object.fromEntries(text.words!.leftOut.map(({ kind, words }) => [kind, words]));
    assert.equal(counts["hidden parts"], 4);
    assert.equal(counts["ruby readings"], 1);
    assertWhole(text);
  });
});

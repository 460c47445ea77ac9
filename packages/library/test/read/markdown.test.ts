import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { locate } from "@concord/library";
import { locatorText } from "../fixtures/english.ts";
import { assertWhole, textOf, verdictOn } from "../fixtures/read-text.ts";

describe("Markdown never changes a word", () => {
  for (const [name, markdown, expected] of [
    [
      "escapes",
      String.raw`A \*star\* and 3 \* 4 \_here\_ \# \[no link\]`,
      "A *star* and 3 * 4 _here_ # [no link]",
    ],
    ["entities", "Tom &amp; Ida, caf&eacute; &#233; &copy; &nosuch;", "Tom & Ida, café é © &nosuch;"],
    ["an entity that is escaped", String.raw`it says \&amp; there`, "it says &amp; there"],
    ["an entity in code", "it says `&amp;` there", "it says &amp; there"],
    [
      "reference links",
      'See [the bond][1] and [Vale] now.\n\n[1]: http://a.example/x "T"\n[Vale]: <http://b.example>',
      "See the bond and Vale now.",
    ],
    [
      "inline links with brackets",
      'A [link [in] it](http://a.example/(x) "Title words") here.',
      "A link [in] it here.",
    ],
    [
      "addresses as they stand",
      "At <http://a.example> and www.example.org now.",
      "At http://a.example and www.example.org now.",
    ],
    ["pictures", "See ![the map](map.png) there.", "See the map there."],
    [
      "inline tags",
      'The <b>bond</b> is <span class="x">here</span>,<br>and H<sub>2</sub>O.',
      "The bond is here,\nand H2O.",
    ],
    ["comments", "Said <!-- not this --> aloud.", "Said aloud."],
    [
      "emphasis inside of words",
      "un**frigging**believable and snake_case_name and *a*b",
      "unfriggingbelievable and snake_case_name and ab",
    ],
    ["strikethrough and tasks", "- [x] ~~done~~ it\n- [ ] open", "done it\n\nopen"],
    [
      "rows and cells of a table",
      "|a b|c|\n|---|--:|\n|one|two \\| three|\n|four|five|",
      "a b c\n\none two | three\n\nfour five",
    ],
    ["numbered lists", "1. First\n2. Second\n\n   goes on", "First\n\nSecond\n\ngoes on"],
    ["quotations", "> One\n> two\n>\n> > three", "One two\n\nthree"],
    ["fenced code", "```js\nvar a = *b*;\n```\n\nafter", "var a = *b*;\n\nafter"],
    ["indented code", "Before\n\n    a * b\n    c &amp; d\n\nafter", "Before\n\na * b c &amp; d\n\nafter"],
    [
      "blocks of HTML",
      '<div align="center">\n<p>A title</p>\n<table><tr><td>a</td><td>b</td></tr></table>\n</div>\n\nText.',
      "A title\n\na b\n\nText.",
    ],
    [
      "headings of both kinds",
      "Title\n=====\n\nSub\n---\n\n### Third ###\n\nText.",
      "Title\n\nSub\n\nThird\n\nText.",
    ],
    ["hard line ends", "one  \ntwo\\\nthree\nfour", "one\ntwo\nthree four"],
  ] as const)
    test(name, async () => {
      const text = await textOf("a.md", markdown);
      assert.equal(text.characters, expected);
      if (name !== "indented code") assertWhole(text);
    });

  test("notes stand apart and their marks fall", async () => {
    const text = await textOf(
      "n.md",
      "The hour[^1] is hers[^long].\n\n[^1]: A note.\n[^long]: Another *one*.\n\n    Its second part.\n",
    );
    assert.equal(text.characters, "The hour is hers.\n\nA note.\n\nAnother one.\n\nIts second part.");
    assert.deepEqual(
      text.blocks.map(({ kind }) => kind),
      ["paragraph", "note", "note", "note"],
    );
    assert.equal(verdictOn(text, "The hour is hers"), "verified");
    assertWhole(text);
  });

  test("front matter says whose it is; lists of authors too; it is no part of the text", async () => {
    for (const [head, authors] of [
      ["---\ntitle: On Meeting\nauthor: Ida Vale\nyear: 1909\n---\n", ["Vale, Ida"]],
      [
        '---\ntitle: "On Meeting"\nauthors:\n  - Ida Vale\n  - Ben Birch\ndate: 1909-02-01\n---\n',
        ["Vale, Ida", "Birch, Ben"],
      ],
      ['+++\ntitle = "On Meeting"\nauthor = "Ida Vale"\nyear = 1909\n+++\n', ["Vale, Ida"]],
    ] as const) {
      const text = await textOf("f.md", `${head}\nThe bond holds.\n`);
      assert.deepEqual(text.source.authors, authors);
      assert.equal(text.source.title, "On Meeting");
      assert.equal(text.source.year, 1909);
      assert.equal(text.characters, "The bond holds.");
      assertWhole(text);
    }
  });

  test("page marks become pages", async () => {
    const text = await textOf("p.md", "One {7} two *three* [Pg 8] four {9} five.");
    const from = text.characters.indexOf("four");
    assert.equal(text.characters, "One two three four five.");
    assert.equal(locatorText(locate(text, { from, to: from + 4 })), "p. 8");
    assertWhole(text);
  });

  test("runs of marks are no trap", async () => {
    for (const sign of ["*", "`", "[", "_", "<", "![", "> ", "(", "~", "|"]) {
      const begun = Date.now();
      await textOf("r.md", `words ${sign.repeat(20_000)} words`);
      assert.ok(Date.now() - begun < 8000, sign);
    }
  });
});

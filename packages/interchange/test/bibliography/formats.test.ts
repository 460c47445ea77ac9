import assert from "node:assert/strict";
import { test } from "node:test";
import { readStudies } from "../../src/index.ts";

const read = async (text: string) => {
  const { format, studies, problems, changes } = await readStudies(new TextEncoder().encode(text), "a file");
  return {
    format,
    studies: studies.map(({ study: { authors, year, title, doi } }) => [authors, year, title, doi]),
    problems: problems.map(({ line, sentence }) => `${line}: ${sentence}`),
    changes: changes.map(({ line, column, sentence }) => `${line} ${column}: ${sentence}`),
  };
};
const wanted = [["Oak, Olga", "Pine, Peter"], 2018, "An invented title", "10.1037/xxx0000001"];

for (const [format, text] of [
  [
    "medline",
    "PMID- 1\nDP  - 2018 Dec\nTI  - An invented\n      title\nLID - 10.1037/xxx0000001 [doi]\nFAU - Oak, Olga\nAU  - Oak O\nFAU - Pine, Peter\n",
  ],
  [
    "csl-json",
    '[{"id":"a","title":"An invented title","author":[{"family":"Oak","given":"Olga"},{"family":"Pine","given":"Peter"}],"issued":{"date-parts":[[2018]]},"DOI":"10.1037/xxx0000001"}]',
  ],
  [
    "endnote-tagged",
    "%0 Journal Article\n%A Oak, Olga\n%A Pine, Peter\n%T An invented title\n%D 2018\n%R 10.1037/xxx0000001\n",
  ],
  [
    "endnote-xml",
    '<?xml version="1.0"?><xml><records><record><contributors><authors><author><style>Oak, Olga</style></author><author>Pine, Peter</author></authors></contributors><titles><title>An invented <style>title</style></title></titles><dates><year>2018</year></dates><electronic-resource-num>10.1037/xxx0000001</electronic-resource-num></record></records></xml>',
  ],
  [
    "ris",
    "TY  - JOUR\nAU  - Oak, Olga\nAU  - Pine, Peter\nTI  - An invented title\nPY  - 2018//\nDO  - 10.1037/xxx0000001\nER  - \n",
  ],
] as const)
  test(`${format} is known by its content, with a byte order mark and CRLF too`, async () => {
    for (const written of [text, `\uFEFF${text.replaceAll("\n", "\r\n")}`]) {
      const done = await read(written);
      assert.deepEqual([done.format, done.studies, done.problems], [format, [wanted], []]);
    }
  });

test("RIS: editors taken as authors, several authors in one line, an entry that is not closed", async () => {
  const done = await read(
    [
      "TY  - BOOK\nA2  - Juniper, Jo\nED  - Kapok, Kim\nTI  - A handbook\nPY  - 2011",
      "TY  - JOUR\nAU  - Smith J, Jones K, Brown L\nTI  - Commas\nPY  - 2005\nER  - ",
      "TY  - JOUR\nAU  - Smith, John; Jones, Kate\nTI  - Semicolons\nY1  - 2006///\nER  - ",
      "TY  - JOUR\nAU  - Smith, J., Jones, K.\nTI  - Pairs\nPY  - 2007\nER  - ",
      "TY  - JOUR\nAU  - Smith, John and Jones, Kate\nAU  - Barnes and Noble\nTI  - And\nPY  - 2008\nER  - ",
    ].join("\n"),
  );
  assert.deepEqual(
    done.studies.map(([authors]) => authors),
    [
      ["Juniper, Jo", "Kapok, Kim"],
      ["Smith, J", "Jones, K", "Brown, L"],
      ["Smith, John", "Jones, Kate"],
      ["Smith, J.", "Jones, K."],
      ["Smith, John", "Jones, Kate", "Barnes and Noble"],
    ],
  );
  assert.equal(done.changes.length, 6);
});

test("a damaged item of JSON and a damaged end of XML cost what is damaged", async () => {
  const json = await read(
    '[{"title": "One", "issued": "2001"},\n{"title": oops},\n{"title": "Two", "issued": "2002"}]',
  );
  assert.deepEqual(
    json.studies.map(([, , title]) => title),
    ["One", "Two"],
  );
  assert.deepEqual(json.problems, ["2: entry 2 is not JSON."]);
  const xml = await read(
    "<xml><records>\n<record><titles><title>One</title></titles><dates><year>2001</year></dates></record>\n<record><titles></wrong>",
  );
  assert.deepEqual(
    xml.studies.map(([, , title]) => title),
    ["One"],
  );
  assert.match(xml.problems[0]!, /^3: the XML is damaged from here on/);
});

for (const [name, text] of [
  ["Web of Science", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Oak, O\n"],
  ["Ovid", "<1>\nUnique Identifier\n  123\n"],
  ["PubMed's XML", "<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>"],
  ["HTML", "<!DOCTYPE html><html></html>"],
  ["packed", "PK\u0003\u0004word"],
] as const)
  test(`${name} is refused by name, with what to export instead`, async () => {
    const done = await read(text);
    assert.equal(done.format, null);
    assert.ok(done.problems[0]!.includes(name), done.problems[0]);
    assert.match(done.problems[0]!, /BibTeX/);
  });

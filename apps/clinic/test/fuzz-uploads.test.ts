import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument, readWordingPack } from "@concord/instruments";
import { readFrame, readMapping, readRatings, readStudies } from "@concord/interchange";
import { readFile } from "@concord/library";
import { printedDuring } from "./support/printed.ts";
import { seeded } from "./support/seeded.ts";

/*
 * Damaged files of every kind that people upload, through the readers themselves: each returns what it read or why not,
 * throws nothing, prints nothing and takes no long time. The same files every time; CONCORD_FUZZ_FILES sets another
 * number, CONCORD_FUZZ_SEED makes others.
 */

const count = Number(process.env.CONCORD_FUZZ_FILES ?? "6000");
const seed = Number(process.env.CONCORD_FUZZ_SEED ?? "20261129");
/** Milliseconds for one file of a few kilobytes on a busy machine; usual is less than one. */
const longest = 5_000;

const studyTable = `study,authors,year,title,topic,rater,instrument,outcome,r,n
a,"Maker, A; Other, B",2001,A title,alliance-outcome,client,WAI,symptoms,.24,60
a,"Maker, A; Other, B",2001,A title,alliance-outcome,therapist,WAI,symptoms,.11,60
b,"Third, C",2010,"Another, ""quoted"" title",alliance-outcome,client,HAq,symptoms,-.05,112
`;
const ratings = `case;session;date;rater;alliance;note
0506;1;2024-01-08;client;61,5;"first
line"
0506;2;2024-01-15;client;NA;
0507;1;08/01/2024;therapist;44;-99
`;
const bibtex = `@string{jcp = "J Couns Psychol"}
@article{maker2001, author = {Maker, Ann and {van der Other}, Bob}, title = {The {Alliance} \\"o and outcome},
  journal = jcp # { now}, year = 2001, doi = {10.1000/xyz(1)2}, pages = {1--9} }
@incollection{third, crossref = {book1}, author = "Third, C.", title = "A chapter"}
@book{book1, editor = {Fourth, D}, title = {A book}, year = {1999}, publisher = {P}}
`;
const ris = `TY  - JOUR
AU  - Maker, Ann
AU  - Other, Bob
TI  - Alliance and outcome
PY  - 2001/05//
DO  - 10.1000/xyz
ER  - 

TY  - BOOK
A1  - Third, C.
T1  - A book
Y1  - 1999
ER  - 
`;
const nbib = `PMID- 12345
FAU - Maker, Ann
TI  - Alliance and
      outcome
DP  - 2001 May
LID - 10.1000/xyz [doi]

`;
const enw = `%0 Journal Article
%A Maker, Ann
%T Alliance and outcome
%D 2001
%R 10.1000/xyz
`;
const endNoteXml = `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style>Maker, Ann</style></author></authors></contributors>
<titles><title>Alliance &amp; outcome</title></titles><dates><year>2001</year></dates></record></records></xml>`;
const csl = `[{"id":"a","type":"article-journal","title":"Alliance","author":[{"family":"Maker","given":"Ann"}],"issued":{"date-parts":[[2001,5]]},"DOI":"10.1000/xyz"}]`;
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On repair</title><meta name="author" content="Maker, A"></head>
<body><h1>On repair</h1><p>The bond <em>holds</em>&mdash;the tear &amp; the thread&shy;bare.</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table></body></html>`;
const tei = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>On repair</title><author>Maker</author></titleStmt></fileDesc></teiHeader>
<text><body><div><head>One</head><p>The <choice><sic>bomd</sic><corr>bond</corr></choice> holds.<pb n="2"/> <q>So</q> it goes.<note n="1">A note.</note></p></div></body></text></TEI>`;
const jats = `<!DOCTYPE article><article><front><article-meta><title-group><article-title>On repair</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Maker</surname></name></contrib></contrib-group></article-meta></front>
<body><sec><title>One</title><p>The bond holds <xref ref-type="bibr" rid="b1">1</xref>.</p></sec></body></article>`;
const markdown = `# On repair\n\nThe **bond** holds \\*star\\* [here][1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n\`\`\`\ncode\n\`\`\`\n\n[1]: https://example.org "x"\n`;
const plain = `ON REPAIR\n\nThe bond holds. « Il tient », and so on.\f\nSecond page of the text.\n`;
const drawn = Array.from(
  { length: 8 },
  (_, line) =>
    `BT /F1 12 Tf 20 ${260 - 20 * line} Td (The bond holds and the two of them both know it.) Tj ET`,
).join("\n");
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF`;
const mapping = `{"case":"case","session":"session","date":"date","dateOrder":"day-first","missing":["NA"],"measures":[{"value":"alliance","rater":"client","scale":"total","minimum":0,"maximum":100}],"where":[{"column":"note","is":"not-equal","value":"-99"}]}`;
const pack = JSON.stringify({
  instrument: "phq-9",
  language: "en",
  title: "How the week was",
  instruction: "Mark where it belongs.",
  items: Object.fromEntries(
    (findInstrument("phq-9")?.items ?? []).map(({ id }) => [id, { text: `About ${id}` }]),
  ),
});

/** A ZIP with one stored entry, as EPUBs begin: its check value is left zero, which readers find out. */
function zip(name: string, body: string): Uint8Array {
  const [called, data] = [Buffer.from(name), Buffer.from(body)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  for (const at of [18, 22]) local.writeUInt32LE(data.length, at);
  local.writeUInt16LE(called.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  for (const at of [20, 24]) central.writeUInt32LE(data.length, at);
  central.writeUInt16LE(called.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(1, at);
  end.writeUInt32LE(central.length + called.length, 12);
  end.writeUInt32LE(local.length + called.length + data.length, 16);
  return Buffer.concat([local, called, data, central, called, end]);
}

const text = (given: string) => new TextEncoder().encode(given);
/** Whole files by the name they would have, and what reads them. */
const files: readonly (readonly [string, Uint8Array])[] = [
  ["studies.csv", text(studyTable)],
  ["ratings.csv", text(ratings)],
  ["a.bib", text(bibtex)],
  ["a.ris", text(ris)],
  ["a.nbib", text(nbib)],
  ["a.enw", text(enw)],
  ["a.xml", text(endNoteXml)],
  ["a.json", text(csl)],
  ["a.html", text(html)],
  ["tei.xml", text(tei)],
  ["jats.xml", text(jats)],
  ["a.md", text(markdown)],
  ["a.txt", text(plain)],
  ["a.pdf", text(pdf)],
  ["a.epub", zip("mimetype", "application/epub+zip")],
  ["mapping.json", text(mapping)],
  ["pack.json", text(pack)],
];
const scraps = [
  "\u0000",
  "\uFEFF",
  '"',
  "'",
  "{",
  "}}",
  "[",
  "<",
  "&#x0;",
  "&#xD800;",
  "&lt",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "@",
  "\\",
  ",,,,",
  ";",
  "\t",
  "\r",
  "\r\n\r\n",
  "1e999",
  "-0",
  "NaN",
  "__proto__",
  "constructor",
  "99999999999999999999",
  "2026-02-30",
  "=cmd|' /C calc'!A0",
  "\u202e",
  "𝕏",
  "٣",
  "…",
  "%".repeat(50),
  "(".repeat(300),
  "a".repeat(2_000),
].map(text);
const raw = [
  Uint8Array.of(0xff),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xc3),
];

const next = seeded(seed);
const below = (limit: number) => Math.floor(next() * limit);
const pick = <T>(some: readonly T[]): T => some[below(some.length)] as T;

/** The file with one to four of: a piece gone, a piece twice, something put in, a byte turned, an end cut, another file's piece. */
function damaged(whole: Uint8Array): Uint8Array {
  let bytes = Buffer.from(whole);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(bytes.length + 1);
    const to = Math.min(bytes.length, at + below(40));
    const [head, piece, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
    const kind = below(7);
    if (kind === 0) bytes = Buffer.concat([head, tail]);
    else if (kind === 1) bytes = Buffer.concat([head, piece, piece, piece, tail]);
    else if (kind === 2) bytes = Buffer.concat([head, pick(scraps), piece, tail]);
    else if (kind === 3) bytes = Buffer.concat([head, pick(raw), piece, tail]);
    else if (kind === 4) bytes = Buffer.from(head);
    else if (kind === 5) {
      const [, other] = pick(files);
      const from = below(other.length);
      bytes = Buffer.concat([head, other.subarray(from, from + below(200)), tail]);
    } else {
      bytes = Buffer.from(bytes);
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
  }
  return new Uint8Array(bytes);
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** What a reader makes of bytes; all of them return, whatever the bytes are. */
const readers: Readonly<Record<string, (name: string, bytes: Uint8Array) => unknown>> = {
  texts: (name, bytes) => readFile({ name, bytes }),
  studies: (name, bytes) => readStudies(bytes, name),
  tables: (_, bytes) => readFrame(bytes),
  ratings: (_, bytes) => readRatings(once(bytes)),
  mappings: (_, bytes) => readMapping(new TextDecoder().decode(bytes)),
  wordings: (_, bytes) => {
    try {
      return readWordingPack(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (error) {
      // As the page does: what is no JSON never reaches the reader.
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  },
};

test("undamaged, each of the files is read", async () => {
  for (const [name, bytes] of files) {
    const found = {
      text: (await readFile({ name, bytes })).kind,
      studies: (await readStudies(bytes, name)).found,
    };
    if (/^(a\.(md|txt|html|pdf)|tei|jats)/.test(name)) assert.equal(found.text, "text", name);
    else if (/^(studies|a\.(?!epub))/.test(name)) assert.ok(found.studies > 0, name);
  }
  assert.ok((await readRatings(once(text(ratings)))).summary.rows === 3);
  assert.equal(readMapping(mapping).kind, "mapping");
  assert.equal(readWordingPack(JSON.parse(pack)).kind, "wording-pack");
});

test(`${count} damaged files (seed ${seed}): every reader returns, prints nothing and is quick`, async (context) => {
  const wrong: string[] = [];
  let slowest = { time: 0, told: "" };
  let read = 0;
  const printed = await printedDuring(async () => {
    for (let made = 0; made < count; made++) {
      const [name, whole] = pick(files);
      const bytes = damaged(whole);
      const reader = pick(Object.keys(readers));
      const told = `${reader} ${name} ${JSON.stringify(Buffer.from(bytes).toString("latin1")).slice(0, 3_000)}`;
      const begun = performance.now();
      try {
        assert.notEqual(await readers[reader]?.(name, bytes), undefined);
        read += 1;
      } catch (error) {
        wrong.push(
          `${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : error}\n  ${told}`,
        );
      }
      const time = performance.now() - begun;
      if (time > slowest.time) slowest = { time, told: told.slice(0, 200) };
      if (time > longest) wrong.push(`${time.toFixed(0)} ms ${told}`);
    }
  });
  context.diagnostic(`${read} returned, the slowest after ${slowest.time.toFixed(0)} ms: ${slowest.told}`);
  assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${count}`);
  assert.equal(printed, "");
});

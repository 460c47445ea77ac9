import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readStudies } from "../../src/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, taken: readonly string[] = []) => readStudies(bytes(text), "a file", taken);

const ris = `TY  - JOUR
AU  - Flückiger, Christoph
AU  - Del Re, A. C.
TI  - The alliance in adult psychotherapy:
 a meta-analytic synthesis
JO  - Psychotherapy
VL  - 55
SP  - 316
EP  - 340
PY  - 2018/12//
DO  - https://doi.org/10.1037/pst0000172.
KW  - alliance
KW  - outcome
ER  - 
TY  - CHAP
A1  - Farber, Barry A.
T1  - Positive regard
Y1  - 2011
`;

const bibtex = String.raw`@string{pt = "Psychotherapy"}
Words between entries are comment. @
@comment{ @article{hidden, title={Hidden}} }
@article{fluckiger2018,
  author = {Fl{\"u}ckiger, Christoph and A. C. {Del Re} and Ludwig van der Berg and {World Health Organization}},
  title = "The {Alliance} in {\'A}dult Psychotherapy \& More",
  journal = pt # { (APA)},
  year = 2018,
  month = dec,
  pages = {316--340},
  doi = {10.1037/pst0000172},
}
@book(rogers1957, title = {Necessary conditions}, author = "Rogers, Carl R.", date = {1957-04})`;

describe("a bibliography file gives studies that are found and report nothing yet", () => {
  test("RIS: tags, lines that go on, an entry that the file's end closes", async () => {
    const { studies, problems } = await read(ris);
    assert.deepEqual(problems, []);
    const [first, second] = studies.map(({ study }) => study);
    assert.equal(first?.id, "fluckiger-2018");
    assert.deepEqual(first?.authors, ["Flückiger, Christoph", "Del Re, A. C."]);
    assert.equal(first?.title, "The alliance in adult psychotherapy: a meta-analytic synthesis");
    assert.equal(first?.doi, "10.1037/pst0000172");
    assert.deepEqual(first?.topics, ["alliance", "outcome"]);
    assert.deepEqual(first?.stage, { kind: "found" });
    assert.deepEqual(first?.reports, []);
    assert.equal(
      first?.citation,
      "Flückiger, Del Re (2018). The alliance in adult psychotherapy: a meta-analytic synthesis. Psychotherapy 55, 316–340",
    );
    assert.deepEqual([second?.id, second?.year, second?.title], ["farber-2011", 2011, "Positive regard"]);
    assert.equal(studies[1]?.line, 15);
  });

  test("BibTeX: macros, joined values, nested braces, accents, names of every shape", async () => {
    const { studies, problems } = await read(bibtex);
    assert.deepEqual(problems, []);
    const [first, second] = studies.map(({ study }) => study);
    assert.deepEqual(first?.authors, [
      "Flückiger, Christoph",
      "Del Re, A. C.",
      "van der Berg, Ludwig",
      "World Health Organization",
    ]);
    assert.equal(first?.title, "The Alliance in Ádult Psychotherapy & More");
    assert.match(first?.citation ?? "", /Psychotherapy \(APA\), 316–340$/);
    assert.equal(second?.year, 1957);
    assert.equal(second?.id, "rogers-1957");
    assert.equal(studies.length, 2);
  });

  test("letters that TeX writes as commands", async () => {
    const title = async (tex: string) =>
      (await read(`@misc{k, year = 2000, title = {${tex}}}`)).studies[0]?.study.title;
    assert.equal(
      await title(String.raw`Stra{\ss}e, \O{}re, \v{S}koda, Fran\c{c}ois, \~nandu`),
      "Straße, Øre, Škoda, François, ñandu",
    );
    assert.equal(
      await title(String.raw`A~tie, a \emph{word}, 50\,\% --- and \{braces\}`),
      "A tie, a word, 50 % — and {braces}",
    );
  });

  test("a name that is taken gets a letter", async () => {
    const twice = `${ris}${ris}`;
    const ids = (await read(twice, ["farber-2011"])).studies.map(({ study }) => study.id);
    assert.deepEqual(ids, ["fluckiger-2018", "farber-2011-b", "fluckiger-2018-b", "farber-2011-c"]);
  });

  test("what is wrong is said with its line, and costs its own entry only", async () => {
    const lines = async (text: string) =>
      (await read(text)).problems.map(({ line, sentence }) => `${line}: ${sentence}`);
    assert.deepEqual(await lines("TY  - JOUR\nAU  - A, B\nPY  - 2001\nER  - \n"), [
      "1: the entry has no title (TI or T1).",
    ]);
    assert.deepEqual(await lines("TY  - JOUR\nTI  - No year\nER  - \n"), [
      '1: "No year" has no year of publication.',
    ]);
    const broken = "@article{a, title = {never closed, year = 2001\n@article{b, title={Fine}, year={2002}}";
    const { studies, problems } = await read(broken);
    assert.deepEqual(
      studies.map(({ study }) => study.title),
      ["Fine"],
    );
    assert.match(problems[0]?.sentence ?? "", /a brace is opened and not closed/);
    assert.match((await lines(""))[0] ?? "", /empty/);
    assert.match((await read("a\0b")).problems[0]?.sentence ?? "", /NUL/);
  });

  test("whatever the text, reading ends, and every study has a name of its own", async () => {
    const pieces = fc.constantFrom(
      "@article{k,",
      "title = {",
      "}",
      '"',
      "{",
      "\\",
      "#",
      ",",
      "\n",
      "TY  - JOUR\n",
      "ER  - \n",
      "TI  - x\n",
      "PY  - 2001\n",
      "year=2001",
      " and ",
      "@string{",
      "@",
      "\\'e",
      "=",
      "a",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
        const { studies } = await read(parts.join(""));
        const ids = studies.map(({ study }) => study.id);
        assert.equal(new Set(ids).size, ids.length);
      }),
      { numRuns: 300 },
    );
  });
});

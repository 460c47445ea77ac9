import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parserCalls } from "../../src/bibliography/bibtex.ts";
import { bibtexEntries } from "../../src/bibliography/bibtex-entries.ts";
import { bareDoi, readStudies } from "../../src/index.ts";

const read = (text: string) => readStudies(new TextEncoder().encode(text), "a file");
const entry = (fields: string, type = "article") =>
  `@${type}{key, title = {A title}, year = 2001, ${fields}}`;
const only = async (text: string) => {
  const { studies, problems, changes } = await read(text);
  assert.deepEqual(problems, []);
  assert.equal(studies.length, 1);
  return {
    study: studies[0]!.study,
    changes: changes.map(({ column, sentence }) => `${column}: ${sentence}`),
  };
};
const title = async (tex: string) => (await only(`@misc{k, year = 2000, title = {${tex}}}`)).study.title;

describe("a DOI comes whole, however it is written", () => {
  for (const doi of [
    "10.1002/(SICI)1097-4679(199602)52:2<189::AID-JCLP8>3.0.CO;2-Q",
    "10.1016/S0022-3514(97)80042-9",
    "10.1890/0012-9658(2006)87[1132:AAOTS]2.0.CO;2",
    "10.1000/a_b-c.d",
  ])
    test(doi, async () => {
      assert.equal(bareDoi(doi), doi);
      assert.equal(bareDoi(`(https://doi.org/${doi}).`), doi);
      assert.equal(bareDoi(`<https://doi.org/${doi}>`), doi);
      assert.equal(bareDoi(doi.replaceAll("<", "&lt;").replaceAll(">", "&gt;")), doi);
      assert.equal(bareDoi(`https://doi.org/${encodeURIComponent(doi).replaceAll("%2F", "/")}`), doi);
      assert.equal((await only(entry(`doi = {${doi}}`))).study.doi, doi);
      const tex = doi.replaceAll("_", "\\_").replaceAll("<", "{\\textless}").replaceAll(">", "$>$");
      const read = await only(entry(`doi = {${tex}}`));
      assert.equal(read.study.doi, doi);
      assert.deepEqual(read.changes, tex === doi ? [] : [`doi: read as ${doi}.`]);
    });

  test("an underscore in braces, an address, and what is none", async () => {
    assert.equal(
      (await only(entry(String.raw`doi = {10.1007/978-3-319-1{\_}13}`))).study.doi,
      "10.1007/978-3-319-1_13",
    );
    assert.equal((await only(entry("url = {https://doi.org/10.1000/xyz}"))).study.doi, "10.1000/xyz");
    const none = await only(entry("doi = {in press}"));
    assert.equal(none.study.doi, null);
    assert.deepEqual(none.changes, ['doi: "in press" is no DOI and is left out.']);
  });
});

describe("names", () => {
  const names = async (written: string) => (await only(entry(`author = {${written}}`))).study.authors;
  test("BibLaTeX's extended names", async () => {
    assert.deepEqual(
      await names(
        "family=Dale, given=Erik, prefix=van, useprefix=true and given=Lotte, family=Berg and Stone, Sam",
      ),
      ["van Dale, Erik", "Berg, Lotte", "Stone, Sam"],
    );
  });
  test("institutions, particles, suffixes, others", async () => {
    assert.deepEqual(
      await names(
        "{Barnes and Noble} and de la Cruz, Ana and Ludwig van der Berg and Hill, Jr., Clara and others",
      ),
      ["Barnes and Noble", "de la Cruz, Ana", "van der Berg, Ludwig", "Hill, Clara, Jr."],
    );
  });
  test("editors are taken as authors, and that is said", async () => {
    const { study, changes } = await only(entry("editor = {Fir, Finn}", "book"));
    assert.deepEqual(study.authors, ["Fir, Finn"]);
    assert.deepEqual(changes, ["author: there is no author; the editors were taken as authors."]);
  });
});

describe("a cross-reference lends its fields", () => {
  const parent = "@book{Reader, editor={Fir, Finn}, title={A Reader}, booktitle={A Reader}, year={2004}}";
  for (const [name, text] of [
    [
      "the parent comes later",
      `@incollection{elm, author={Elm, Eva}, title={Own}, crossref={reader}}\n${parent}`,
    ],
    [
      "the parent comes first",
      `${parent}\n@incollection{elm, author={Elm, Eva}, title={Own}, crossref={Reader}}`,
    ],
    [
      "the parent is far away",
      `${parent}\n${Array.from({ length: 60 }, (_, at) => `@misc{m${at}, title={T${at}}, year=2000}`).join("\n")}
       @incollection{elm, author={Elm, Eva}, title={Own}, crossref={Reader}}`,
    ],
  ] as const)
    test(name, async () => {
      const { studies, problems, changes } = await read(text);
      assert.deepEqual(problems, []);
      const own = studies.find(({ study }) => study.title === "Own")?.study;
      assert.equal(own?.year, 2004);
      assert.equal(own?.citation, "Elm (2004). Own. A Reader");
      assert.match(changes.map(({ sentence }) => sentence).join(" "), /taken from the entry it refers to/i);
    });
  test("one that the file does not hold is said", async () => {
    const { changes } = await only(entry("crossref = {nowhere}", "incollection"));
    assert.deepEqual(changes, ["crossref: it refers to nowhere, which the file does not hold."]);
  });
  test("a circle ends", async () => {
    const { studies } = await read(
      "@book{a, title={A}, year=2000, crossref={b}}\n@book{b, title={B}, year=2001, crossref={a}}",
    );
    assert.equal(studies.length, 2);
  });
});

describe("no letter is lost", () => {
  for (const [tex, words] of [
    [
      String.raw`{\AA}sander {\DJ}or{\dj}evi{\'c} {\L}ucka \v{S}im{\'a}nek {\O}stby {\TH}orsson Gu{\dh}nason`,
      "Åsander Đorđević Łucka Šimánek Østby Þorsson Guðnason",
    ],
    [String.raw`$\alpha$ = .90 with $\kappa$ {\textless} .60`, "α = .90 with κ < .60"],
    [String.raw`na\"{\i}ve {\ss} \aa{} \c{c}a \k{a} \H{o} \u{g}`, "naïve ß å ça ą ő ğ"],
    ["50% of clients and 100 % more", "50% of clients and 100 % more"],
    ["$5 a session, p < .05 & p > .01, a_b, C#", "$5 a session, p < .05 & p > .01, a_b, C#"],
    ["<i>italic</i> as written", "<i>italic</i> as written"],
    [String.raw`An \emph{italic} and \textbf{bold} H\textsubscript{2}O`, "An italic and bold H₂O"],
    ["汉字 and 😀 and Ελληνικά", "汉字 and 😀 and Ελληνικά"],
  ] as const)
    test(words, async () => assert.equal(await title(tex), words));

  test("an unknown command stays, and is named", async () => {
    const { study, changes } = await only(String.raw`@misc{k, year=2000, title={The \unknownword{x} here}}`);
    assert.match(study.title, /\\unknownword ?x here/);
    assert.deepEqual(changes, ["title: \\unknownword is left as TeX."]);
  });
});

describe("a damaged entry costs only itself, and is named with its line", () => {
  const good = (key: string, year: number) => `@article{${key}, title = {Good ${key}}, year = ${year}}`;
  for (const [name, bad, sentence] of [
    [
      "a brace that is not closed",
      "@article{bad, title = {never closed, year = 2001}",
      "2: the entry @article bad cannot be read: it is not closed.",
    ],
    [
      "a quotation mark that is not closed",
      '@article{bad, title = "never closed, year = 2001}',
      "2: the entry @article bad cannot be read: a quotation mark is opened and not closed.",
    ],
    [
      "no field at all",
      "@article{bad, {x}}",
      "2: the entry @article bad cannot be read: a field is not written as name = value.",
    ],
    ["no title", "@article{bad, year = 2001}", "2: the entry @article bad has no title."],
  ] as const)
    test(name, async () => {
      const { studies, problems, found } = await read(`${good("a", 2000)}\n${bad}\n${good("c", 2002)}\n`);
      assert.deepEqual(
        studies.map(({ study, line }) => [study.title, line]),
        [
          ["Good a", 1],
          ["Good c", 3],
        ],
      );
      assert.deepEqual(
        problems.map((each) => `${each.line}: ${each.sentence}`),
        [sentence],
      );
      assert.equal(found, 3);
    });

  test("a brace too many says which field is lost", async () => {
    const { problems } = await read("@article{bad, title = {A}},\n  year = {2001}}\n");
    assert.match(
      problems.map((each) => `${each.line}: ${each.sentence}`).join(" "),
      /2: .* closed before its field year/,
    );
  });

  test("entries without a key or a comma after it, commented out, twice under one name", async () => {
    const { studies, problems, changes } = await read(
      [
        "@article{\n  author = {Hale, Y. and Moss, L.},\n  title = {No key},\n  year = {2012}\n}",
        "@article{,\n  title = {Empty key}, year = {2013}}",
        "@article{key title = {No comma}, year = {2014}}",
        "% @article{off, title = {Off}, year = {2015}}",
        "@article{same, title = {One}, year = {2016}}",
        "@article{same, title = {Two}, title = {Three}, year = {2017}}",
      ].join("\n"),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      studies.map(({ study }) => study.title),
      ["No key", "Empty key", "No comma", "One", "Two"],
    );
    assert.deepEqual(
      changes.map(({ line, sentence }) => `${line}: ${sentence}`),
      [
        "9: the entry @article stands behind a % and is left out as a comment.",
        "11: the entry @article same has title twice; the first is used.",
      ],
    );
  });
});

describe("what the library is given grows with the number of entries, not with its square", () => {
  const own = (at: number) => `@article{k${at}, author = {Alder, Ann}, title = {{\\O}re}, year = 2001}`;
  const chapter = (at: number) => `@incollection{k${at}, title = {{\\O}re}, crossref = {reader}}`;
  const parent = "@book{reader, editor = {Fir, Finn}, title = {A reader}, year = 2001}";
  // Keys of four digits, so that every entry is as long as any other.
  const entriesOf = (count: number, one: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => one(1000 + at)).join("\n");
  const given = (text: string) => {
    const calls = parserCalls(bibtexEntries(text).entries);
    return {
      calls: calls.length,
      entries: calls.reduce((sum, each) => sum + each.text.split("@").length - 1, 0),
      own: calls.flatMap((each) => each.own).length,
    };
  };
  test("entries by themselves are given once each, twenty at a time", () => {
    assert.deepEqual(given(entriesOf(150, own)), { calls: 8, entries: 150, own: 150 });
    assert.deepEqual(given(entriesOf(1200, own)), { calls: 60, entries: 1200, own: 1200 });
  });
  test("a parent of all is given once more in each call after its own", () => {
    // With the parent first there are 1,200 entries in 60 calls; 59 of these do not hold the parent themselves.
    assert.deepEqual(given(`${parent}\n${entriesOf(1199, chapter)}`), {
      calls: 60,
      entries: 1259,
      own: 1200,
    });
  });
  test("an abstract is not given", () => {
    const filler = "Some words of an abstract with {\\O}. ".repeat(50);
    const text = entriesOf(40, (at) => own(at).replace(/\}$/, `, abstract = {${filler}}}`));
    assert.ok(parserCalls(bibtexEntries(text).entries).every((call) => !call.text.includes("abstract")));
  });
});

test("entries on one line, one of them damaged: the others come, and the damaged one is named", async () => {
  const whole = (key: string, year: number) => `@article{${key}, title = {Whole ${key}}, year = ${year}}`;
  for (const bad of [
    "@article{bad, {x}}",
    "@article{bad, title = {T}, year 2001}",
    "@article{bad, title = }",
  ]) {
    const { studies, problems, found } = await read(
      `${whole("a", 2000)} ${bad} ${whole("c", 2002)}, ${whole("d", 2003)}`,
    );
    assert.deepEqual(
      studies.map(({ study }) => study.title),
      ["Whole a", "Whole c", "Whole d"],
    );
    assert.equal(found, 4);
    assert.deepEqual(
      problems.map(({ line, sentence }) => [line, /^the entry @article bad cannot be read/.test(sentence)]),
      [[1, true]],
    );
  }
});

test("what reviewers decided in Rayyan is said and not taken", async () => {
  const { changes } = await only(
    entry('note = {RAYYAN-INCLUSION: {"Ana"=>"Included"} | RAYYAN-LABELS: adults}'),
  );
  assert.deepEqual(changes, [
    'note: Rayyan\'s decisions "Ana: Included", labels "adults": not taken; the reference counts as found.',
  ]);
});

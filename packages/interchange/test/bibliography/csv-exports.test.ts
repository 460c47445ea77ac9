import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readSources, readStudies } from "../../src/index.ts";

const read = async (text: string) => {
  const { format, found, studies, problems, changes } = await readStudies(
    new TextEncoder().encode(text),
    "a file",
  );
  return {
    format,
    found,
    studies: studies.map(({ study: { authors, year, title, doi } }) => [authors, year, title, doi]),
    citations: studies.map(({ study }) => study.citation),
    topics: studies.map(({ study }) => study.topics),
    stages: studies.map(({ study }) => study.stage.kind),
    lines: studies.map(({ line }) => line),
    problems: problems.map(({ line, sentence }) => `${line}: ${sentence}`),
    changes: changes.map(({ line, column, sentence }) => `${line} ${column}: ${sentence}`),
  };
};
const wanted = [["Oak, Olga", "Pine, Peter"], 2018, "An invented title", "10.1037/xxx0000001"];

const rayyan =
  "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,notes,doi,keywords,pubmed_id,pmc_id";
const rayyanRow = (notes: string, authors = "Oak, Olga and Pine, Peter", key = "rayyan-1") =>
  `${key},An invented title,2018,12,1,Journal of Trees,1234-5678,55,4,10-20,"${authors}",https://example.org/1,eng,A Press,Leeds,"An abstract,
of two lines.","${notes.replaceAll('"', '""')}",10.1037/xxx0000001,"bond, adults",30000001,`;

for (const [format, text] of [
  ["rayyan-csv", `${rayyan}\n${rayyanRow("")}\n`],
  ["rayyan-csv", `${rayyan}\n${rayyanRow("", "Oak, Olga; Pine, Peter")}\n`],
  [
    "scopus-csv",
    "Authors,Author full names,Author(s) ID,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Cited by,DOI,Link,Abstract,Author Keywords,Document Type,EID\n" +
      '"Oak O.; Pine P.","Oak, Olga (57190000001); Pine, Peter (57190000002)","57190000001; 57190000002",An invented title,2018,Journal of Trees,55,4,,10,20,7,10.1037/xxx0000001,https://example.org,Words,"bond; adults",Article,2-s2.0-1\n',
  ],
  [
    "web-of-science",
    "PT\tAU\tBA\tAF\tTI\tSO\tDE\tVL\tBP\tEP\tDI\tPI\tPY\tUT\n" +
      "J\tOak, O; Pine, P\t\tOak, Olga; Pine, Peter\tAn invented title\tJournal of Trees\tbond; adults\t55\t10\t20\t10.1037/xxx0000001\tLEEDS\t2018\tWOS:1\t\n",
  ],
  [
    "web-of-science",
    "Publication Type,Authors,Author Full Names,Article Title,Source Title,Volume,Start Page,End Page,Publication Year,DOI,Author Keywords,UT (Unique WOS ID)\n" +
      'J,"Oak, O; Pine, P","Oak, Olga; Pine, Peter",An invented title,Journal of Trees,55,10,20,2018,10.1037/xxx0000001,bond; adults,WOS:1\n',
  ],
  [
    "zotero-csv",
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Date","Pages","Volume","Notes","Manual Tags","Editor","Scale"\n' +
      '"AB12","journalArticle","2018","Oak, Olga; Pine, Peter","An invented title","Journal of Trees","","","10.1037/xxx0000001","","2018-12-01","10–20","55","","bond; adults","",""\n',
  ],
  [
    "covidence-csv",
    "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags\n" +
      'An invented title,"Oak, Olga; Pine, Peter",Words,2018,,Journal of Trees,55,4,10-20,,10.1037/xxx0000001,,#1,Oak 2018,,\n',
  ],
] as const)
  test(`${format} is known by its heading: ${text.slice(0, 24)}…`, async () => {
    const semicolons = text.includes("\t") ? text : text.replace(/^/, "sep=,\n");
    for (const written of [text, `\uFEFF${text.replaceAll("\n", "\r\n")}`, semicolons]) {
      const done = await read(written);
      assert.deepEqual([done.format, done.found, done.studies, done.problems], [format, 1, [wanted], []]);
      assert.match(
        done.citations[0]!,
        /^Oak, Pine \(2018\)\. An invented title\. Journal of Trees 55, 10.20$/,
      );
      assert.deepEqual(done.stages, ["found"]);
      assert.deepEqual(done.topics, format === "covidence-csv" ? [[]] : [["bond", "adults"]]);
    }
  });

test("PubMed: initials, a point at the end, the DOI of the citation where the column is empty", async () => {
  const done = await read(
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n" +
      '30000001,An invented title,"Oak O, de la Pine PQ, Fir Group.","J Trees. 2018 Dec;55(4):10-20. doi: 10.1037/xxx0000001. Epub 2018 Nov 1.",Oak O,J Trees,2018,2018/12/01,,,\n',
  );
  assert.equal(done.format, "pubmed-csv");
  assert.deepEqual(done.studies, [
    [["Oak, O", "de la Pine, PQ", "Fir Group"], 2018, "An invented title", "10.1037/xxx0000001"],
  ]);
  assert.deepEqual(done.changes, ["1 heading: these columns are not taken: First Author, Create Date."]);
});

describe("what reviewers decided in Rayyan is said with its line, and not taken", () => {
  const decisions =
    'Own words. | RAYYAN-INCLUSION: {"Ana"=>"Included", "Ben"=>"Excluded"} | RAYYAN-LABELS: adults,trial | RAYYAN-EXCLUSION-REASONS: wrong population | USER-NOTES: {"Ana"=>["look again"]}';
  const said =
    'Rayyan\'s decisions "Ana: Included, Ben: Excluded", labels "adults,trial", reasons for exclusion "wrong population", notes of the reviewers "Ana: look again": not taken; the reference counts as found.';
  test("in its CSV", async () => {
    const done = await read(
      `${rayyan}\n${rayyanRow("Only a note of the database.")}\n${rayyanRow(decisions)}\n`,
    );
    assert.deepEqual(done.lines, [2, 4]);
    assert.deepEqual(done.stages, ["found", "found"]);
    assert.deepEqual(done.changes, [
      "1 heading: these columns are not taken: month, day, issn, issue, language, publisher, location, abstract, pubmed_id.",
      `4 notes: ${said}`,
    ]);
  });
  test("in its RIS", async () => {
    const done = await read(`TY  - JOUR\nAU  - Oak, O\nTI  - T\nPY  - 2018\nN1  - ${decisions}\nER  - \n`);
    assert.deepEqual(done.changes, [`1 N1: ${said}`]);
  });
  test("its log of decisions is refused by name", async () => {
    const done = await read("article_id,key,value,user_email,created_at\n1,included,1,a@b.c,2020\n");
    assert.equal(done.format, null);
    assert.match(done.problems[0]!, /Rayyan's log of decisions.*articles\.csv/);
  });
});

test("authors: and, semicolons with and in a name, initials with points, nobody", async () => {
  const names = async (authors: string) =>
    (await read(`${rayyan}\n${rayyanRow("", authors)}\n`)).studies[0]![0];
  assert.deepEqual(await names("Oak O and Pine P.Q. and Fir, Finn"), ["Oak, O", "Pine, P.Q.", "Fir, Finn"]);
  assert.deepEqual(await names("Oak, Olga; Barnes and Noble"), ["Oak, Olga", "Barnes and Noble"]);
  assert.deepEqual(await names("Oak, O., Pine, P."), ["Oak, O.", "Pine, P."]);
  assert.deepEqual(await names(""), []);
  const scopus = async (authors: string) =>
    (await read(`Authors,Title,Year,Source title,EID\n"${authors}",T,2001,J,1\n`)).studies[0]![0];
  assert.deepEqual(await scopus("Oak O., Pine P.-Q., van der Fir F."), [
    "Oak, O.",
    "Pine, P.-Q.",
    "van der Fir, F.",
  ]);
  assert.deepEqual(await scopus("[No author name available]"), []);
});

test("a damaged row costs only itself, and is named with its line", async () => {
  const head = "key,title,year,journal,authors,notes,doi";
  const done = await read(
    [
      head,
      'a,Title A,2001,J,"Oak, O",,',
      'b,,2002,J,"Oak, O",,',
      'c,Title C,,J,"Oak, O",,',
      'd,Title D,2004,J,"Oak, O",,,more',
      'e,"Title" E,2005,J,"Oak, O",,',
      'f,Title F,2006,J,"Oak, O",,in press',
      "",
      'g,"Title G,2007,J,Oak,,',
    ].join("\n"),
  );
  assert.deepEqual(
    done.studies.map(([, year, title]) => [year, title]),
    [
      [2001, "Title A"],
      [2006, "Title F"],
    ],
  );
  assert.equal(done.found, 7);
  assert.deepEqual(done.problems, [
    "3: the row has no title.",
    '4: "Title C" has no year of publication.',
    "5: The line has 8 fields where the heading has 7.",
    "6: text follows the closing quotation mark of field 2.",
    "9: a quotation mark is opened and not closed.",
  ]);
  assert.deepEqual(done.changes, ['7 doi: "in press" is no DOI and is left out.']);
});

test("Web of Science with tabs: a title in quotation marks, and one that begins with them", async () => {
  const done = await read(
    'PT\tAU\tTI\tSO\tPY\tBE\nJ\tOak, O\t"Bond" and after\tJ Trees\t2001\t\nB\t\t"All of it"\tBooks\t2002\tFir, F\n',
  );
  assert.deepEqual(
    done.studies.map(([, , title]) => title),
    ['"Bond" and after', "All of it"],
  );
  assert.deepEqual(done.changes, ["3 author: there is no author; the editors were taken as authors."]);
});

test("an export to which somebody has added figures or topics stays a table of studies", async () => {
  for (const more of ["r,n", "yi,vi", "topic", "stage"])
    assert.equal(
      (await read(`key,title,year,journal,authors,notes,${more}\nx,T,2001,J,A B,,,\n`)).format,
      "table",
    );
  assert.equal((await read("authors,year,title,topic,r,n\nA B,2001,T,x,.2,50\n")).format, "table");
});

test("the library reads the same tables by their keys", async () => {
  const { sources, problems } = await readSources(`${rayyan}\n${rayyanRow("")}\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [sources[0]?.key, sources[0]?.source.title, sources[0]?.source.year],
    ["rayyan-1", "An invented title", 2018],
  );
});

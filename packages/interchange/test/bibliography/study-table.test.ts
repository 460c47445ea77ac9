import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readStudies } from "../../src/index.ts";

const read = (...lines: readonly string[]) =>
  readStudies(new TextEncoder().encode(lines.join("\n")), "studies.csv", ["maker-1999"]);
const problems = async (...lines: readonly string[]) =>
  (await read(...lines)).problems.map(({ line, column, sentence }) => `${line} ${column}: ${sentence}`);

describe("a table of studies has a line for each figure", () => {
  test("lines of one study come together; unknown columns may moderate", async () => {
    const {
      studies,
      problems: faults,
      notes,
    } = await read(
      "study,authors,year,rater,outcome rater,r,n,timing,age_band,topic,sessions",
      'a1,"Maker, A; Other, B",2001,patient,observer,.35,40,early,adults,alliance-outcome,12',
      'a1,"Maker, A; Other, B",2001,T,P,−.1,38,late,adults,alliance-outcome,NA',
      "b2,Solo C,2004,O,,0.2,60,,,,20",
    );
    assert.deepEqual(faults, []);
    const [first, second] = studies;
    assert.equal(studies.length, 2);
    assert.deepEqual(first?.study.authors, ["Maker, A", "Other, B"]);
    assert.deepEqual(
      first?.study.reports.map(({ id, rater, outcomeRater, figures, timing, traits }) => [
        id,
        rater,
        outcomeRater,
        figures,
        timing,
        traits,
      ]),
      [
        ["1", "client", "observer", { kind: "correlation", r: 0.35, n: 40 }, "early", { sessions: 12 }],
        ["2", "therapist", "client", { kind: "correlation", r: -0.1, n: 38 }, "late", { sessions: null }],
      ],
    );
    assert.deepEqual(
      [...(first?.lines ?? [])],
      [
        ["1", 2],
        ["2", 3],
      ],
    );
    assert.equal(second?.study.reports[0]?.rater, "observer");
    assert.equal(second?.study.population.ageBand, "not-reported");
    assert.match(notes.join(" "), /sessions is kept as something that may moderate/);
  });

  test("figures of other kinds, by the columns that are filled", async () => {
    const head = "authors,year,r,n,t,df,m1,sd1,n1,m2,sd2,n2,chi2,sign";
    const { studies } = await read(
      head,
      "A,2001,,,2.5,48,,,,,,,,",
      "B,2002,,,,,10,2,20,8,2,22,,",
      "C,2003,,80,,,,,,,,,4.2,-1",
      "D,2004,,,,,,,,,,,,",
    );
    assert.deepEqual(
      studies.map(({ study }) => study.reports[0]?.figures),
      [
        { kind: "t-test", t: 2.5, df: 48 },
        {
          kind: "two-groups",
          first: { n: 20, mean: 10, deviation: 2 },
          second: { n: 22, mean: 8, deviation: 2 },
        },
        { kind: "chi-square", chiSquare: 4.2, n: 80, sign: -1 },
        undefined,
      ],
    );
  });

  test("a study without a name of its own gets one that is not taken", async () => {
    const { studies } = await read("authors,year,r,n", "Maker A,1999,.1,50", "Maker A,1998,.1,50");
    assert.deepEqual(
      studies.map(({ study }) => study.id),
      ["maker-a-1999", "maker-a-1998"],
    );
    const [taken] = (await read("authors,year,r,n", '"Maker, A",1999,.1,50')).studies;
    assert.equal(taken?.study.id, "maker-1999-b");
  });

  test("each fault is one line that says where", async () => {
    const head = "study,authors,year,rater,r,n,report,stage,reason";
    assert.deepEqual(await problems(head, "a,A,20O1,client,.1,50,,,"), ['2 year: "20O1" is not a year.']);
    assert.deepEqual(await problems(head, "a,A,,client,.1,50,,,"), ["2 year: the year is missing."]);
    assert.deepEqual(await problems(head, "a,A,2001,client,.1,,,,"), ["2 n: r needs n beside it."]);
    assert.deepEqual(await problems(head, "a,A,2001,client,high,50,,,"), ['2 r: "high" is not a number.']);
    assert.match(
      (await problems(head, "a,A,2001,boss,.1,50,,,"))[0] ?? "",
      /^2 rater: "boss" is none of: client, /,
    );
    assert.deepEqual(await problems(head, "a,A,2001,client,.1,50,x,,", "a,A,2001,client,.2,50,x,,"), [
      '3 report: the report "x" of this study stands on line 2 already.',
    ]);
    assert.deepEqual(await problems(head, "a,A,2001,client,.1,50,,narrative,"), [
      "2 reason: a study that is narrative requires a reason.",
    ]);
    assert.deepEqual(await problems("authors,r,n", "A,.1,50"), [
      "1 null: A table of studies requires a column year.",
    ]);
    assert.deepEqual(await problems("year,r,ri", "2000,.1,.2"), [
      "1 null: Two columns are called r: ri is the second.",
    ]);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Mapping, readRatings } from "../../src/index.ts";

const scoresOf = async (table: string, mapping: Mapping = {}) => {
  const { kept, problems, summary } = await readRatings(table, mapping);
  return { cases: kept, scores: kept.flatMap((own) => own.scores), problems, summary };
};

test("a long table without an instrument: the scale's name says what it is, its range is assumed and said", async () => {
  const { scores, summary } = await scoresOf(
    "case,session,rater,scale,value\na,1,client,bond,6\na,2,client,bond,3\n",
  );
  assert.deepEqual(
    scores.map(({ construct, scale, minimum, maximum, better }) => [
      construct,
      scale,
      minimum,
      maximum,
      better,
    ]),
    Array(2).fill(["alliance", "bond", 1, 7, "higher"]),
  );
  assert.ok(summary.notes.some((note) => /1 to 7 was taken/.test(note)));
});

test("a scale's name may be an instrument", async () => {
  const { scores } = await scoresOf("case,session,scale,value\na,1,PHQ-9,12\n");
  assert.equal(scores[0]?.instrument, "phq-9");
  assert.equal(scores[0]?.scale, "total");
});

test("an instrument's word and the rater choose the form", async () => {
  const { scores } = await scoresOf(
    "case,session,rater,instrument,scale,value\na,1,c,HAQ-II,total,90\na,1,t,haqii,total,80\n",
  );
  assert.deepEqual(
    scores.map(({ instrument }) => instrument),
    ["haq-ii-client", "haq-ii-therapist"],
  );
});

test("the forms of adolescents and children are chosen by age", async () => {
  const table = "case,session,rater,instrument,scale,value\na,1,client,concord-alliance-session,total,4\n";
  const { scores } = await scoresOf(table, { ageBand: "child" });
  assert.equal(scores[0]?.instrument, "concord-alliance-session-client-child");
});

test("scores on another metric are put on the instrument's own: item means 1 to 5 of the WAI-SR on 12 to 60", async () => {
  const table = "case,session,value\na,1,1\na,2,3.5\na,3,5\n";
  const measures = [{ instrument: "wai-sr", scale: "total", rater: "client", minimum: 1, maximum: 5 }];
  const { scores } = await scoresOf(table, { measures });
  assert.deepEqual(
    scores.map(({ value }) => value),
    [12, 42, 60],
  );
});

test("decimal commas between semicolons", async () => {
  const { scores, problems } = await scoresOf(
    "case;session;rater;scale;value\na;1;client;bond;4,5\na;2;client;bond;5\n",
  );
  assert.deepEqual(
    scores.map(({ value }) => value),
    [4.5, 5],
  );
  assert.deepEqual(problems, []);
});

test("a comma before three digits is a fraction only in a file that shows its commas to be", async () => {
  const table = (delimiter: string, values: readonly string[]) =>
    [
      "case,session,rater,scale,value".replaceAll(",", delimiter),
      ...values.map((value, at) =>
        ["a", at + 1, "client", "alliance", delimiter === "," ? `"${value}"` : value].join(delimiter),
      ),
    ].join("\n");
  for (const delimiter of [",", "\t", "|"])
    for (const value of ["1,070", "12,345", "-1,070", "999,999"]) {
      const { scores, problems } = await scoresOf(table(delimiter, ["900", value, "950"]));
      assert.equal(scores.length, 2, `${delimiter} ${value}`);
      assert.deepEqual(
        problems.map(({ kind, line }) => [kind, line]),
        [["mixed-decimal", 3]],
      );
      assert.ok(problems[0]?.sentence.includes(value.replace(",", "")), problems[0]?.sentence);
    }
  const valuesOf = async (delimiter: string, values: readonly string[]) =>
    (await scoresOf(table(delimiter, values))).scores.map(({ value }) => value);
  assert.deepEqual(await valuesOf(",", ["4,5", "1,070"]), [4.5, 1.07], "shown by the line before");
  assert.deepEqual(await valuesOf(",", ["0,125", "3,1"]), [0.125, 3.1], "no thousand begins with 0");
  assert.deepEqual(await valuesOf(";", ["1,070", "2"]), [1.07, 2], "semicolons go with decimal commas");
});

test("days become sessions in their order within the case, and are kept", async () => {
  const { cases } = await scoresOf("id,day,phq9\na,90,10\na,0,20\nb,14,9\na,14,15\n");
  assert.deepEqual(
    cases[0]?.scores.map(({ session, value }) => [session, value]),
    [
      [1, 20],
      [2, 15],
      [3, 10],
    ],
  );
  assert.deepEqual(
    cases[0]?.times.map(({ label, unit }) => `${unit} ${label}`),
    ["day 0", "day 14", "day 90"],
  );
});

test("dates alone make sessions, too", async () => {
  const { cases } = await scoresOf("id,date,phq9\na,2024-03-08,10\na,2024-03-01,20\n");
  assert.deepEqual(
    cases[0]?.scores.map(({ session, date, value }) => [session, date, value]),
    [
      [1, "2024-03-01", 20],
      [2, "2024-03-08", 10],
    ],
  );
});

test("a text among the times is told, unless it is given a place", async () => {
  const table = "id,month,phq9\na,0,20\na,Post-Rx,10\na,12,5\n";
  const without = await scoresOf(table);
  assert.deepEqual(
    without.problems.map(({ kind, line }) => [kind, line]),
    [["bad-time", 3]],
  );
  const given = await scoresOf(table, { recode: [{ column: "month", from: "Post-Rx", to: "7.5" }] });
  assert.deepEqual(
    given.scores.map(({ value }) => value),
    [20, 10, 5],
  );
});

test("items are scored by the instrument's own rules, and a risk answer is marked whatever is missing", async () => {
  // PHQ-9: seven of nine answers are needed; with seven the sum is prorated: 6 · 9 / 7.
  const table = `id,session,${Array.from({ length: 9 }, (_, at) => `q${at + 1}`).join(",")}
a,1,1,1,1,1,1,1,1,1,1
a,2,1,1,1,1,1,1,,,0
a,3,1,1,1,1,1,,,,2
`;
  const { cases, problems } = await scoresOf(table, { measures: [{ wide: "q{1..9}", instrument: "phq-9" }] });
  assert.deepEqual(
    cases[0]?.scores.map(({ session, value }) => [session, value]),
    [
      [1, 9],
      [2, 54 / 7],
    ],
  );
  assert.deepEqual(
    cases[0]?.risks.map(({ session, item, value }) => [session, item, value]),
    [
      [1, "i09", 1],
      [3, "i09", 2],
    ],
  );
  assert.deepEqual(
    problems.map(({ kind, line }) => [kind, line]),
    [["unscorable", 4]],
  );
});

test("columns named after sessions", async () => {
  const { cases, problems } = await scoresOf("id,bdi_s0,bdi_s1,bdi_s2,bdi_fu1\n1,33,NA,21,8\n");
  assert.deepEqual(problems, []);
  assert.deepEqual(
    cases[0]?.scores.map(({ session, value }) => [session, value]),
    [
      [0, 33],
      [2, 21],
    ],
  );
});

test("several measures in a row", async () => {
  const { scores } = await scoresOf("id,session,phq9,gad7\na,1,10,8\n");
  assert.deepEqual(
    scores.map(({ instrument, value }) => [instrument, value]),
    [
      ["phq-9", 10],
      ["gad-7", 8],
    ],
  );
});

test("a column that is a risk item", async () => {
  const { cases } = await scoresOf("id,session,phq9,q9\na,1,10,0\na,2,11,1\n", {
    risks: [{ column: "q9", atLeast: 1, about: "suicide" }],
  });
  assert.deepEqual(
    cases[0]?.risks.map(({ session, about }) => [session, about]),
    [[2, "suicide"]],
  );
});

test("only rows that meet the condition", async () => {
  const { scores, summary } = await scoresOf("id,session,arm,phq9\na,1,x,10\nb,1,y,11\n", {
    where: [{ column: "arm", is: "not-equal", value: "y" }],
  });
  assert.deepEqual(
    scores.map(({ value }) => value),
    [10],
  );
  assert.equal(summary.passedOver, 1);
});

test("an empty field is a form that did not come back, unless nobody has an answer there", async () => {
  // Month 1 has no HAM-D in any case: it was not part of that visit. Month 2 has one in b: a's is missing.
  const table = "id,month,hamd,phq9\na,0,20,10\na,1,,9\na,2,,8\nb,0,21,11\nb,1,,10\nb,2,12,9\n";
  const { cases } = await scoresOf(table);
  const missing = cases[0]?.sessions.flatMap(({ session, asked }) =>
    asked.map(({ rater }) => `${session} ${rater}`),
  );
  assert.deepEqual(missing, ["3 observer"]);
});

test("where columns are sessions, what follows a case's last answer was never held", async () => {
  const { cases } = await scoresOf("id,phq9_s1,phq9_s2,phq9_s3,phq9_s4\na,10,,9,\nb,10,9,8,7\n");
  const missing = cases[0]?.sessions.filter(({ asked }) => asked.length > 0).map(({ session }) => session);
  assert.deepEqual(missing, [2]);
});

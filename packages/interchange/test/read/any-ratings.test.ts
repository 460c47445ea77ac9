import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Mapping, readRatings } from "../../src/index.ts";

const scoresOf = async (table: string, mapping: Mapping = {}) => {
  const { kept, problems, summary } = await readRatings(table, mapping);
  return { cases: kept, scores: kept.flatMap((own) => own.scores), problems, summary };
};

test("more ratings than the limit: nothing is used, one line says so", async () => {
  const rows = Array.from({ length: 50 }, (_, at) => `a,${at},client,bond,5\n`).join("");
  const { kept, problems } = await readRatings(
    `case,session,rater,scale,value\n${rows}`,
    {},
    { ratings: 49 },
  );
  assert.deepEqual(kept, []);
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ["too-large"],
  );
});

test("a file of 200 MB passes through without being held", async () => {
  const piece = new TextEncoder().encode(`c,1,client,bond,5,${"x".repeat(980)}\n`.repeat(1_000));
  const before = process.memoryUsage().heapUsed;
  let given = 0;
  let most = 0;
  async function* file(): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode("case,session,rater,scale,value,note\n");
    while (given < 200_000_000) {
      given += piece.length;
      yield piece;
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
  const { kept, summary, problems } = await readRatings(file());
  // One rating, given over and over: the others are duplicates, all counted and the first of them kept word for word.
  assert.equal(kept[0]?.scores.length, 1);
  assert.equal(summary.byKind.duplicate, summary.rows - 1);
  assert.equal(problems.length, 10_000);
  assert.ok(most < 150_000_000, `${most}`);
});

test("the order of the rows does not matter", async () => {
  const rows = ["a,1,client,bond,5", "a,2,client,bond,6", "a,1,therapist,bond,4", "b,1,client,goals,3"];
  const plain = (await scoresOf(`case,session,rater,scale,value\n${rows.join("\n")}\n`)).cases;
  const sorted = (cases: typeof plain) =>
    cases
      .map((own) => ({ case: own.case, scores: own.scores.map((one) => JSON.stringify(one)).sort() }))
      .sort((a, b) => (a.case < b.case ? -1 : 1));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      const { cases } = await scoresOf(`case,session,rater,scale,value\n${shuffled.join("\n")}\n`);
      assert.deepEqual(sorted(cases), sorted(plain));
    }),
    { numRuns: 20 },
  );
});

test("whatever the bytes, reading ends in a sentence and not in an error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { kept, problems } = await readRatings(bytes);
      assert.ok(kept.length > 0 || problems.length > 0);
    }),
    { numRuns: 300 },
  );
});

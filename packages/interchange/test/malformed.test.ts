import assert from "node:assert/strict";
import { test } from "node:test";
import { problemLine, readRatings } from "../src/index.ts";
import { malformed } from "./malformed/cases.ts";
import { goodRows, goodTable } from "./malformed/good.ts";

test("the sound table is read without a word", async () => {
  const { kept, problems, summary } = await readRatings(goodTable());
  assert.deepEqual(problems, []);
  assert.equal(summary.scores, goodRows.length);
  assert.deepEqual(
    kept.map((each) => [each.case, each.therapist, each.scores.length]),
    [
      ["c1", "T1", 12],
      ["c2", "T2", 12],
    ],
  );
});

test("there are 200 malformed inputs or more, each another", () => {
  assert.ok(malformed.length >= 200, `${malformed.length}`);
  assert.equal(new Set(malformed.map(({ name }) => name)).size, malformed.length);
});

for (const { name, source, mapping, kind, line, scores } of malformed) {
  test(`malformed: ${JSON.stringify(name).slice(1, -1)}`, async () => {
    const { kept, problems, summary } = await readRatings(source, mapping ?? {});
    const said = problems.map(problemLine);
    assert.ok(problems.length > 0, "nothing was said");
    assert.ok(
      problems.some((each) => each.kind === kind && (line === null || each.line === line)),
      `${kind} in line ${line} is not among:\n${said.join("\n")}`,
    );
    for (const sentence of said) {
      assert.doesNotMatch(sentence, /\p{Cc}|\u202e|\u2028/u, "control characters are escaped");
      assert.doesNotMatch(sentence, /\n\s*at |Error:/, "no stack");
      if (!name.includes("undefined")) assert.doesNotMatch(sentence, /\bundefined\b|\bNaN\b|\bnull\b/);
      if (!name.includes("object")) assert.doesNotMatch(sentence, /\[object/);
      assert.ok(sentence.length < 400, `too long: ${sentence}`);
      assert.match(sentence, /[.!?]$/);
    }
    assert.equal(summary.scores, scores, said.join("\n"));
    assert.equal(
      kept.reduce((sum, each) => sum + each.scores.length, 0),
      scores,
    );
  });
}

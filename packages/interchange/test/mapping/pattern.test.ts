import assert from "node:assert/strict";
import { test } from "node:test";
import { matchPattern } from "../../src/mapping/pattern.ts";

const matched = (pattern: string, heading: readonly string[]) => {
  const found = matchPattern(pattern, heading);
  assert.equal(found.kind, "matched", found.kind === "unmatched" ? found.sentence : "");
  return found.kind === "matched" ? found.columns : [];
};

test("{1..3} names items in order, zeros in front or not", () => {
  const columns = matched("wai{1..3}", ["id", "wai03", "wai1", "wai2", "wai4"]);
  assert.deepEqual(
    columns.map(({ at, item }) => [at, item]),
    [
      [1, 3],
      [2, 1],
      [3, 2],
    ],
  );
});

test("{session}, {item} and {rater} are parts of a name", () => {
  const [column] = matched("wai_s{session}_i{item}_{rater}", ["wai_s03_i05_c"]);
  assert.deepEqual(column, { at: 0, column: "wai_s03_i05_c", session: 3, item: 5, scale: null, rater: "c" });
});

test("a scale is never an item", () => {
  const columns = matched("wai_s{session}_{scale}_{rater}", ["wai_s03_i05_c", "wai_s03_bond_c"]);
  assert.deepEqual(
    columns.map(({ scale }) => scale),
    ["bond"],
  );
});

test("signs of a regular expression stand for themselves", () => {
  assert.equal(matched("q(a).{1..1}", ["q(a).1", "qa21"]).length, 1);
});

test("a range must be there as a whole", () => {
  const found = matchPattern("wai{1..3}", ["wai1", "wai3"]);
  assert.equal(found.kind, "unmatched");
  assert.match(found.kind === "unmatched" ? found.sentence : "", /item 2/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { roundRobinsOf, socialRelations } from "../../src/social-relations/index.ts";

/** Made-up ratings of seven people by one another on a 1–9 scale, five of them missing. */
const ratings: readonly (readonly (number | null)[])[] = [
  [null, 7, 3, 6, 4, 2, 8],
  [7, null, 2, 6, null, 3, 9],
  [4, 3, null, 5, 3, 1, 6],
  [6, null, 4, null, 7, 5, 8],
  [null, 4, 1, 5, null, 2, 9],
  [3, 5, 2, 4, 6, null, null],
  [9, 6, null, 8, 5, 4, null],
];

function fitOf(change: (value: number) => number) {
  const rows = ratings.flatMap((row, i) =>
    row.flatMap((value, j) =>
      i === j
        ? []
        : [
            {
              perceiver: `m${i}`,
              target: `m${j}`,
              group: "",
              values: [value === null ? null : change(value)],
            },
          ],
    ),
  );
  return socialRelations(roundRobinsOf(rows));
}

/** Every number of a result that has no unit: p, t, shares, reliabilities. */
function withoutUnit(value: unknown, path = ""): readonly (readonly [string, number])[] {
  if (typeof value === "number")
    return /\.(?:p|share|shares|t|statistic|reliability|standardized)\b/u.test(path) ? [[path, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => withoutUnit(own, `${path}.${key}`));
}

test("gaps give the same tests and shares in any unit and from any origin", () => {
  const own = withoutUnit(fitOf((value) => value));
  assert.ok(own.length > 8, `${own.length}`);
  const changes: readonly (readonly [string, (value: number) => number])[] = [
    ["times 1000", (value) => 1000 * value],
    ["times 0.001", (value) => 0.001 * value],
    ["plus 1e4", (value) => value + 1e4],
    ["percent of the range", (value) => (100 * (value - 1)) / 8],
    ["reversed", (value) => 10 - value],
  ];
  for (const [what, change] of changes) {
    const other = withoutUnit(fitOf(change));
    assert.deepEqual(
      other.map(([path]) => path),
      own.map(([path]) => path),
    );
    for (const [at, [path, value]] of own.entries())
      assert.ok(
        Math.abs(other[at]![1] - value) <= 1e-7 * Math.max(1e-3, Math.abs(value)),
        `${what}: ${path} is ${other[at]![1]}, not ${value}`,
      );
  }
});

test("a missing rating among equal ones is filled with that rating", () => {
  const flat = (i: number, j: number) => (i === 0 && j === 1 ? null : 5.1);
  const rows = [0, 1, 2, 3, 4].flatMap((i) =>
    [0, 1, 2, 3, 4].flatMap((j) =>
      i === j ? [] : [{ perceiver: `m${i}`, target: `m${j}`, group: "", values: [flat(i, j)] }],
    ),
  );
  const [group] = socialRelations(roundRobinsOf(rows)).groups;
  assert.ok(Math.abs(group!.mean - 5.1) < 1e-12, `${group!.mean}`);
  for (const effect of group!.relationship.flat()) assert.ok(Math.abs(effect ?? 0) < 1e-12, `${effect}`);
});

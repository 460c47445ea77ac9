import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Frame } from "../../src/formula/index.ts";
import { centredFrame } from "../../src/multilevel/index.ts";

function centred(formula: string, frame: Frame) {
  const result = centredFrame(formula, frame);
  if (result.kind === "refused") throw new Error(result.reason);
  return result;
}

const frame: Frame = {
  client: ["a", "a", "b", "b", "b", null],
  therapist: ["s", "s", "s", "s", "s", "s"],
  x: [1, 3, 4, 8, null, 7],
  y: [1, 2, 3, 4, 5, 6],
};

test("by hand: the means are 2 and 6, the mean of the rows 4", () => {
  const { frame: columns, parts } = centred("y ~ within(x) + between(x) + (1 | client)", frame);
  assert.deepEqual(columns["within(x)"], [-1, 1, -2, 2, null, null]);
  assert.deepEqual(columns["between(x)"], [-2, -2, 2, 2, 2, null]);
  assert.deepEqual(
    parts.map(({ part, name, variable, group }) => [part, name, variable, group.join(":")]),
    [
      ["within", "within(x)", "x", "client"],
      ["between", "between(x)", "x", "client"],
    ],
  );
});

test("the two parts add to the predictor less its mean, and the first has mean zero in every group", () => {
  const rows = fc.array(
    fc.record({ g: fc.integer({ min: 0, max: 4 }), x: fc.double({ min: -100, max: 100, noNaN: true }) }),
    { minLength: 6, maxLength: 40 },
  );
  fc.assert(
    fc.property(rows, (data) => {
      const columns = { g: data.map(({ g }) => g), x: data.map(({ x }) => x), y: data.map((_, i) => i) };
      const result = centredFrame("y ~ within(x) + between(x) + (1 | g)", columns);
      fc.pre(result.kind === "centred");
      if (result.kind !== "centred") return;
      const within = result.frame["within(x)"] as readonly number[];
      const between = result.frame["between(x)"] as readonly number[];
      const mean = columns.x.reduce((total, x) => total + x, 0) / columns.x.length;
      const sums = new Map<number, number>();
      columns.x.forEach((x, row) => {
        close(within[row]! + between[row]!, x - mean, { absolute: 1e-10, what: "sum of the parts" });
        sums.set(columns.g[row]!, (sums.get(columns.g[row]!) ?? 0) + within[row]!);
      });
      for (const sum of sums.values()) close(sum, 0, { absolute: 1e-10, what: "sum within a group" });
    }),
  );
});

describe("which groups are meant", () => {
  const nested: Frame = {
    therapist: ["s", "s", "s", "t", "t", "t"],
    client: [1, 1, 2, 1, 2, 2],
    item: [1, 2, 1, 2, 1, 2],
    x: [1, 2, 6, 4, 5, 9],
    y: [1, 2, 3, 4, 5, 6],
  };

  test("the lowest of a path, its clients counted under each therapist", () => {
    const { frame: columns, parts } = centred("y ~ within(x) + (1 | therapist/client)", nested);
    assert.deepEqual(parts[0]!.group, ["client", "therapist"]);
    assert.deepEqual(columns["within(x)"], [-0.5, 0.5, 0, 0, -2, 2]);
  });

  test("one given by name, and a part of a part", () => {
    const formula =
      "y ~ within(x) + within(between(x, client:therapist), therapist) + between(x, therapist) + (1 | therapist/client)";
    const { frame: columns, parts } = centred(formula, nested);
    assert.deepEqual(
      parts.map(({ name }) => name),
      [
        "within(x)",
        "between(x, client:therapist)",
        "within(between(x, client:therapist), therapist)",
        "between(x, therapist)",
      ],
    );
    assert.deepEqual(columns["between(x, therapist)"], [-1.5, -1.5, -1.5, 1.5, 1.5, 1.5]);
    assert.deepEqual(columns["within(between(x, client:therapist), therapist)"], [-1.5, -1.5, 3, -2, 1, 1]);
  });

  test("groups that cross have no lowest", () => {
    assert.throws(
      () => centredFrame("y ~ within(x) + (1 | client) + (1 | item)", nested),
      /requires its group by name, as within\(x, client\): client and item cross/,
    );
  });
});

describe("what has no answer is said", () => {
  test("a predictor that never varies within, or never between", () => {
    const flat: Frame = { g: [1, 1, 2, 2], x: [0.1, 0.1, 0.3, 0.3], z: [1, 2, 1, 2], y: [1, 2, 3, 5] };
    const within = centredFrame("y ~ within(x) + (1 | g)", flat);
    assert.ok(within.kind === "refused" && /x does not vary within g/.test(within.reason));
    const between = centredFrame("y ~ between(z) + (1 | g)", flat);
    assert.ok(between.kind === "refused" && /every g has the same mean of z/.test(between.reason));
  });

  test("text, a group too many, no group at all", () => {
    assert.throws(() => centredFrame("y ~ within(client) + (1 | client)", frame), /client holds text/);
    assert.throws(() => centredFrame("y ~ within(x, client, y) + (1 | client)", frame), /at most a group/);
    assert.throws(() => centredFrame("y ~ within(x)", frame), /there is no random term/);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import type { Measure } from "@concord/statistics/effect-size";
import { type Figures, measure, peopleOf, studyLabel } from "../../src/index.ts";
import { correlation, madeStudy } from "../made-study.ts";

const english = staffMessages("en");

const first = (figures: Figures, scale: Measure, toward: "better" | "worse" = "better") => {
  const study = madeStudy("s", [figures]);
  const measured = measure({ ...study, reports: [{ ...study.reports[0]!, toward }] }, scale);
  assert.equal(measured.kind, "measured");
  return measured.kind === "measured" ? measured.effects[0]! : assert.fail();
};

const whyNot = (figures: Figures, scale: Measure) => {
  const measured = measure(madeStudy("s", [figures]), scale);
  return measured.kind === "not-measurable" ? measured.unmeasured[0]! : assert.fail("it was measured");
};

test("Fisher's z by hand: r = .5, n = 28 gives ½ ln 3 and 1/25", () => {
  const { estimate, variance, n, id } = first(correlation(0.5, 28), "ZCOR");
  close(estimate, Math.log(3) / 2, { relative: 1e-15, what: "z" });
  close(variance, 0.04, { relative: 1e-15, what: "v" });
  assert.deepEqual([n, id], [28, "s/1"]);
});

test("r from t, F and χ² by hand: 2/√50 in each", () => {
  const r = 2 / Math.sqrt(50);
  close(first({ kind: "t-test", t: 2, df: 46 }, "COR").estimate, r, { relative: 1e-14, what: "t" });
  close(first({ kind: "f-test", f: 4, df: 46, sign: -1 }, "COR").estimate, -r, {
    relative: 1e-14,
    what: "F",
  });
  close(first({ kind: "chi-square", chiSquare: 4, n: 50, sign: 1 }, "COR").estimate, r, {
    relative: 1e-14,
    what: "χ²",
  });
});

test("r from p: the printed tables have .576 as the 5% point for df = 10", () => {
  close(first({ kind: "p-value", p: 0.05, tails: 2, df: 10, sign: 1 }, "COR").estimate, 0.576, {
    absolute: 5e-5,
    what: "r",
  });
  close(first({ kind: "p-value", p: 0.025, tails: 1, df: 10, sign: -1 }, "COR").estimate, -0.576, {
    absolute: 5e-5,
    what: "r",
  });
});

test("means and t of the same two groups give the same g", () => {
  // 10 against 8 with a spread of 4, 20 people each: d = .5, t = .5 √10.
  const groups = {
    kind: "two-groups",
    first: { n: 20, mean: 10, deviation: 4 },
    second: { n: 20, mean: 8, deviation: 4 },
  } as const;
  const means = first(groups, "SMD");
  const tested = first({ kind: "t-test", t: 0.5 * Math.sqrt(10), df: 38, sizes: [20, 20] }, "SMD");
  close(tested.estimate, means.estimate, { relative: 1e-14, what: "g" });
  close(tested.variance, means.variance, { relative: 1e-14, what: "v" });
  // J(38) = 0.98015 (Hedges 1981), so g = .490.
  close(means.estimate, 0.49, { absolute: 2e-4, what: "g by hand" });
  assert.equal(first(groups, "ZCOR").way, "r from the means of two groups");
});

test("an effect that points to the worse is turned, a proportion is not", () => {
  assert.equal(first(correlation(0.3, 50), "COR", "worse").estimate, -0.3);
  assert.match(first(correlation(0.3, 50), "COR", "worse").way, /turned/);
  assert.equal(first({ kind: "proportion", events: 3, n: 12 }, "PR", "worse").estimate, 0.25);
});

for (const [name, figures, scale, why, said] of [
  ["n below four", correlation(0.3, 3), "ZCOR", "too-few-people", /n ≥ 4: 3/],
  ["|r| above one", correlation(1.2, 40), "ZCOR", "impossible-correlation", /between −1 and 1: 1.2/],
  ["|r| of one", correlation(-1, 40), "COR", "perfect-correlation", /of -1 has no sampling variance/],
  ["a missing r", correlation(Number.NaN, 40), "ZCOR", "missing-figure", /r is missing/],
  [
    "a negative variance",
    { kind: "effect", scale: "SMD", estimate: 0.2, variance: -0.1, n: null },
    "SMD",
    "negative-variance",
    /must not be negative: -0.1/,
  ],
  [
    "no variance",
    { kind: "effect", scale: "SMD", estimate: 0.2, variance: 0, n: null },
    "SMD",
    "zero-variance",
    /infinite weight/,
  ],
  [
    "another scale",
    { kind: "effect", scale: "SMD", estimate: 0.2, variance: 0.1, n: null },
    "ZCOR",
    "other-type",
    /ZCOR cannot be calculated from an effect size on the scale SMD/,
  ],
  [
    "a table for a correlation",
    { kind: "two-by-two", firstEvents: 1, firstNonEvents: 2, secondEvents: 3, secondNonEvents: 4 },
    "ZCOR",
    "other-type",
    /2 × 2 table/,
  ],
  [
    "a negative F",
    { kind: "f-test", f: -1, df: 20, sign: 1 },
    "ZCOR",
    "impossible-figure",
    /F must not be negative/,
  ],
  [
    "p of one",
    { kind: "p-value", p: 1, tails: 2, df: 20, sign: 1 },
    "ZCOR",
    "impossible-figure",
    /between 0 and 1/,
  ],
  [
    "a group of one",
    {
      kind: "two-groups",
      first: { n: 1, mean: 1, deviation: 0 },
      second: { n: 9, mean: 1, deviation: 1 },
    },
    "SMD",
    "too-few-people",
    /at least two people: 1/,
  ],
  ["α of one", { kind: "alpha", alpha: 1, items: 5, n: 50 }, "ABT", "impossible-figure", /below 1: 1/],
] as const satisfies readonly (readonly [string, Figures, Measure, string, RegExp])[]) {
  test(`not measurable, and named: ${name}`, () => {
    const found = whyNot(figures, scale);
    assert.equal(found.why, why);
    assert.match(english.written(found.reason), said);
  });
}

test("a study keeps what can be measured and names the rest", () => {
  const measured = measure(madeStudy("s", [correlation(0.2, 30), correlation(0.4, 3)]), "ZCOR");
  assert.equal(measured.kind, "measured");
  if (measured.kind !== "measured") return;
  assert.deepEqual([measured.effects.length, measured.unmeasured.map(({ id }) => id)], [1, ["s/2"]]);
});

test("names as a forest plot has them, and how many people stand behind a figure", () => {
  const named = (authors: readonly string[]) => studyLabel(madeStudy("x", [], { authors, year: 2018 }));
  assert.equal(named(["Flückiger, C.", "Del Re, A.", "Wampold, B."]), "Flückiger et al. 2018");
  assert.equal(named(["Eubanks, C.", "Muran, J."]), "Eubanks & Muran 2018");
  assert.equal(named(["Horvath, A."]), "Horvath 2018");
  assert.equal(named([]), "x 2018");
  assert.equal(peopleOf({ kind: "t-test", t: 1, df: 30 }), 32);
  assert.equal(
    peopleOf({ kind: "two-by-two", firstEvents: 1, firstNonEvents: 2, secondEvents: 3, secondNonEvents: 4 }),
    10,
  );
});

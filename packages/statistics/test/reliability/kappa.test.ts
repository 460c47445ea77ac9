import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { agreementTable, cohenKappa, fleissKappa, krippendorffAlpha } from "../../src/reliability/index.ts";

const counts = [
  [20, 4, 2],
  [5, 15, 3],
  [3, 6, 30],
];

test("by hand: .70 observed against .50 by chance are .40", () => {
  // pₒ = (20 + 15)/50 = .70, pₑ = .5·.6 + .5·.4 = .50, κ = .40.
  const result = cohenKappa({
    categories: ["yes", "no"],
    counts: [
      [20, 5],
      [10, 15],
    ],
  });
  assert.ok(result.kind === "fitted");
  close(result.plain.estimate, 0.4, { what: "κ", absolute: 1e-12 });
});

test("a weight for all disagreements alike changes neither κ nor its variance", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), (a) => {
      const weights = counts.map((row, i) => row.map((_, j) => (i === j ? 1 : a)));
      const result = cohenKappa({ categories: ["1", "2", "3"], counts }, weights);
      assert.ok(result.kind === "fitted");
      close(result.weighted.estimate, result.plain.estimate, { what: "κ", relative: 1e-10 });
      close(result.weighted.variance, result.plain.variance, { what: "variance", relative: 1e-8 });
    }),
  );
});

test("the variance is that of the delta method for a multinomial table", () => {
  const n = 88;
  const shares = counts.map((row) => row.map((x) => x / n));
  const kappaAt = (table: readonly (readonly number[])[]) => {
    const result = cohenKappa({ categories: ["1", "2", "3"], counts: table });
    assert.ok(result.kind === "fitted");
    return result;
  };
  const h = 1e-6;
  // κ of a table whose cell grew, with the others left: the slope outside the simplex, as the delta method takes it.
  const at = (i: number, j: number, by: number) => {
    const p = shares.map((row, r) => row.map((x, c) => (r === i && c === j ? x + by : x)));
    const first = p.map((row) => row.reduce((s, x) => s + x, 0));
    const second = p.map((_, c) => p.reduce((s, row) => s + row[c]!, 0));
    const w = (r: number, c: number) => 1 - ((r - c) / 2) ** 2;
    let observed = 0;
    let chance = 0;
    p.forEach((row, r) => {
      row.forEach((x, c) => {
        observed += w(r, c) * x;
        chance += w(r, c) * first[r]! * second[c]!;
      });
    });
    return (observed - chance) / (1 - chance);
  };
  let squares = 0;
  let mean = 0;
  shares.forEach((row, i) => {
    row.forEach((p, j) => {
      const slope = (at(i, j, h) - at(i, j, -h)) / (2 * h);
      squares += p * slope * slope;
      mean += p * slope;
    });
  });
  close(kappaAt(counts).weighted.variance, (squares - mean * mean) / n, { what: "variance", relative: 1e-6 });
});

const codings = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
  minLength: 8,
  maxLength: 40,
});

test("raters who always agree have κ = 1; swapping raters changes nothing", () => {
  fc.assert(
    fc.property(codings, (pairs) => {
      const first = pairs.map(([a]) => a);
      const second = pairs.map(([, b]) => b);
      const agreed = cohenKappa(agreementTable([...first, 1, 2], [...first, 1, 2]));
      assert.ok(agreed.kind === "fitted");
      close(agreed.plain.estimate, 1, { what: "κ", absolute: 1e-12 });
      const one = cohenKappa(agreementTable([...first, 1, 2], [...second, 1, 2]));
      const other = cohenKappa(agreementTable([...second, 1, 2], [...first, 1, 2]));
      assert.ok(one.kind === "fitted" && other.kind === "fitted");
      close(other.weighted.estimate, one.weighted.estimate, { what: "κ", absolute: 1e-12 });
    }),
  );
});

test("two raters: Krippendorff's nominal α is Scott's π with the correction for few units", () => {
  fc.assert(
    fc.property(codings, (pairs) => {
      const rows = [...pairs, [1, 1], [2, 2]].map((pair) => [...pair]);
      const fleiss = fleissKappa(rows);
      const alpha = krippendorffAlpha(rows, "nominal");
      assert.ok(fleiss.kind === "fitted" && alpha !== undefined);
      // With two raters Fleiss' κ is Scott's π; α = 1 − (1 − π)(2n − 1)/(2n).
      const n = 2 * rows.length;
      close(alpha, 1 - ((1 - fleiss.estimate) * (n - 1)) / n, { what: "α", absolute: 1e-10 });
    }),
  );
});

test("where nothing can be compared, that is said", () => {
  const one = cohenKappa({
    categories: ["1", "2"],
    counts: [
      [2, 0],
      [0, 0],
    ],
  });
  assert.equal(one.kind, "refused");
  assert.equal(
    fleissKappa([
      [1, 1],
      [1, 1],
    ]).kind,
    "refused",
  );
  assert.equal(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      "nominal",
    ),
    undefined,
  );
  assert.throws(() => cohenKappa({ categories: ["a"], counts: [[3]] }), /two or more categories/);
});

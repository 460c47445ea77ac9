import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { hierarchicalOmega, intraclassCorrelations, oneFactorOmega } from "../../src/reliability/index.ts";
import { readColumns } from "../fixtures/edges/read-columns.ts";

test("an interval of ICC(2, k) that passes the pole of its formula has no lower end: psych's other values", () => {
  const icc = intraclassCorrelations([
    [3.9, 5.4, 4.2],
    [5.4, 4.8, 4.6],
  ]);
  assert.ok(icc.kind === "fitted");
  const mean = icc.forms.find(({ form }) => form === "ICC2k")!;
  close(mean.estimate, -2.0506329, { what: "ICC2k", relative: 1e-6 });
  assert.equal(mean.lower, Number.NEGATIVE_INFINITY);
  close(mean.upper, 0.99789, { what: "upper end", absolute: 1e-5 });
  for (const { form, lower, estimate, upper } of icc.forms)
    assert.ok(lower <= estimate && estimate <= upper, `${form}: ${lower}, ${estimate}, ${upper}`);
});

test("ω above one is not reported: the item with a negative variance is named", () => {
  const omega = oneFactorOmega(readColumns("heywood"));
  assert.ok(omega.kind === "refused");
  assert.match(omega.reason, /more than all of q: .*Heywood/u);
  assert.doesNotMatch(omega.reason, /item\.\d/u);
});

/** Answers of few people to six items, three of which go against the others. */
const someAnswers = fc
  .array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 6, maxLength: 6 }), {
    minLength: 10,
    maxLength: 30,
  })
  .map((rows) =>
    Object.fromEntries(
      ["a", "b", "c", "d", "e", "f"].map((name, j) => [
        name,
        rows.map((row) => row[j]! + (j < 3 ? 1 : -1) * row[0]!),
      ]),
    ),
  );

test("ω lies from 0 to 1 and the general factor's within it, or an item or a way out is named", () => {
  fc.assert(
    fc.property(someAnswers, fc.constantFrom(2, 3), (answers, factors) => {
      const hierarchical = hierarchicalOmega(answers, factors);
      if (hierarchical.kind === "refused")
        assert.match(hierarchical.reason, /all of [a-f]|for [a-f]:|reversed|vary/u);
      else {
        const { general, total, limit } = hierarchical;
        assert.ok(general >= 0 && general <= total && total <= 1 && limit <= 1, `${general} ${total}`);
      }
      const one = oneFactorOmega(answers);
      if (one.kind === "fitted")
        for (const value of [one.ofModel, one.ofObserved]) assert.ok(value >= 0 && value <= 1, `${value}`);
    }),
    { numRuns: 40 },
  );
});

test("a hierarchical ω whose item has a communality above one names the item", () => {
  // b is nearly the sum of a and c, and d to f measure something else.
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [a, c, e] = [Math.sin(3 * i), Math.cos(5 * i), Math.sin(7 * i + 1)];
    return { a, b: a + c + 0.01 * Math.sin(11 * i), c, d: e + Math.sin(13 * i), e, f: e + Math.cos(17 * i) };
  });
  const answers = Object.fromEntries(
    (["a", "b", "c", "d", "e", "f"] as const).map((name) => [name, rows.map((row) => row[name])]),
  );
  const omega = hierarchicalOmega(answers, 3);
  const words = omega.kind === "refused" ? omega.reason : omega.cautions.join("; ");
  assert.match(words, /(all of|left to) [a-f, ]*[be].*Heywood/u);
});

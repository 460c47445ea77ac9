import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { lagOneAutocorrelation } from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/lag-one.json" with { type: "json" };

const placed = (values: readonly number[]) => values.map((value, i) => ({ at: i + 1, value }));

test("agrees with R 4.2.2 acf() on eighteen values", () => {
  const found = lagOneAutocorrelation(placed([...fixture.input.A, ...fixture.input.B]));
  assert.equal(found.kind, "autocorrelation");
  if (found.kind !== "autocorrelation") return;
  close(found.coefficient.value, fixture.expected.acf_1, { absolute: 1e-14, what: "value" });
  assert.equal(found.pairs, 17);
});

test("a missing session breaks the run: by hand, na.pass's sum over pairs + 1", () => {
  // 1 2 3 4 · 4 3 2 1: mean 2.5, squares 10, neighbours (0.75 − 0.25 + 0.75) twice = 2.5, six pairs.
  const values = [1, 2, 3, 4, 4, 3, 2, 1].map((value, i) => ({ at: i < 4 ? i + 1 : i + 2, value }));
  const found = lagOneAutocorrelation(values);
  assert.equal(found.kind, "autocorrelation");
  if (found.kind !== "autocorrelation") return;
  close(found.coefficient.value, 2.5 / 7 / (10 / 8), { absolute: 1e-15, what: "value" });
});

test("the interval holds the value within ±1; neither order, level nor direction of time matters", () => {
  const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const plain = lagOneAutocorrelation(placed(values));
      const turned = lagOneAutocorrelation(placed([...values].reverse()).reverse());
      const moved = lagOneAutocorrelation(placed(values.map((value) => value + shift)));
      if (plain.kind !== "autocorrelation") return;
      if (turned.kind !== "autocorrelation" || moved.kind !== "autocorrelation") assert.fail("lost a result");
      const { value, lower, upper } = plain.coefficient;
      assert.ok(-1 <= lower && lower <= value + 1e-12 && value - 1e-12 <= upper && upper <= 1);
      close(turned.coefficient.value, value, { absolute: 1e-10, what: "time reversed" });
      close(moved.coefficient.value, value, { absolute: 1e-10, what: "level moved" });
    }),
  );
});

test("too few neighbours, constant series, two values at one place", () => {
  assert.deepEqual(lagOneAutocorrelation(placed([1, 2, 3])), {
    kind: "too-few",
    n: 3,
    pairs: 2,
    required: 6,
  });
  assert.equal(lagOneAutocorrelation([]).kind, "too-few");
  assert.deepEqual(lagOneAutocorrelation(placed([4, 4, 4, 4, 4, 4, 4])), {
    kind: "constant",
    n: 7,
    pairs: 6,
  });
  assert.throws(
    () =>
      lagOneAutocorrelation([
        { at: 1, value: 1 },
        { at: 1, value: 2 },
      ]),
    /one value for each place: two at 1/,
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  cumulativeSum,
  exponentiallyWeighted,
  individualsLimits,
  individualsLimitsWithout,
} from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/control-charts.json" with { type: "json" };

/** Ten sessions whose limits are worked by hand: mean 50.8, mean moving range 26/9. */
const golden = [50, 51, 52, 50, 53, 52, 44, 49, 53, 54];

test("ten sessions by hand: 43.116 to 58.484, warning at 45.678; session 7 passes the warning alone", () => {
  const limits = individualsLimits([golden]);
  assert.equal(limits.kind, "limits");
  if (limits.kind !== "limits") return;
  close(limits.centre, 50.8, { absolute: 1e-12, what: "centre" });
  close(limits.meanMovingRange, 2.8889, { absolute: 0.00005, what: "mean moving range" });
  close(limits.lower, 43.116, { absolute: 0.0005, what: "lower" });
  close(limits.upper, 58.484, { absolute: 0.0005, what: "upper" });
  close(limits.lowerWarning, 45.678, { absolute: 0.0005, what: "warning" });
  assert.ok(golden[6]! < limits.lowerWarning && golden[6]! > limits.lower);
});

test("without session 7 in its own limits it passes both: by hand 464/9 − 2.66 · 13/7", () => {
  const limits = individualsLimitsWithout([golden], { run: 0, index: 6 });
  assert.equal(limits.kind, "limits");
  if (limits.kind !== "limits") return;
  close(limits.centre, 464 / 9, { absolute: 1e-12, what: "value" });
  close(limits.lower, 464 / 9 - (2.66 * 13) / 7, { absolute: 1e-12, what: "value" });
  assert.ok(golden[6]! < limits.lower);
});

for (const [name, expected, baseline] of [
  ["all hundred years", fixture.expected.all, fixture.input.x],
  ["a baseline of thirty", fixture.expected.baseline30, fixture.input.x.slice(0, fixture.input.baseline_n)],
] as const) {
  test(`agrees with qcc 2.7 on the Nile, ${name}`, () => {
    const limits = individualsLimits([baseline], "none");
    assert.equal(limits.kind, "limits");
    if (limits.kind !== "limits") return;
    const { shewhart, ewma, cusum } = expected;
    close(limits.centre, shewhart.center, { absolute: 1e-10, what: "centre" });
    close(limits.deviation, shewhart.sd_mr, { absolute: 1e-10, what: "deviation" });
    close(limits.lower, shewhart.lcl, { absolute: 1e-10, what: "lower" });
    close(limits.upper, shewhart.ucl, { absolute: 1e-10, what: "upper" });
    const beyond = fixture.input.x.flatMap((value, i) =>
      value < limits.lower || value > limits.upper ? [i + 1] : [],
    );
    assert.deepEqual(beyond, shewhart.beyond_limits_1based);

    const process = { centre: limits.centre, deviation: limits.deviation };
    for (const [i, step] of exponentiallyWeighted(fixture.input.x, process).entries()) {
      close(step.value, ewma.y[i]!, { absolute: 1e-9, what: `average ${i + 1}` });
      close(step.lower, ewma.lcl[i]!, { absolute: 1e-9, what: `lower ${i + 1}` });
      close(step.upper, ewma.ucl[i]!, { absolute: 1e-9, what: `upper ${i + 1}` });
      assert.equal(step.beyond, ewma.violations_1based.includes(i + 1));
    }
    for (const [i, step] of cumulativeSum(fixture.input.x, process).entries()) {
      close(step.high, cusum.pos[i]!, { absolute: 1e-10, what: `high ${i + 1}` });
      close(step.low, cusum.neg[i]!, { absolute: 1e-10, what: `low ${i + 1}` });
      assert.equal(
        step.beyond === "high" || step.beyond === "both",
        (cusum.beyond_upper_1based as number[]).includes(i + 1),
      );
      assert.equal(
        step.beyond === "low" || step.beyond === "both",
        cusum.beyond_lower_1based.includes(i + 1),
      );
    }
  });
}

test("limits follow the level, scale with the spread, and do not care which way time runs", () => {
  const series = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const plain = individualsLimits([values]);
      if (plain.kind !== "limits") return;
      const moved = individualsLimits([values.map((value) => value + shift)]);
      const doubled = individualsLimits([values.map((value) => 2 * value)]);
      const turned = individualsLimits([[...values].reverse()]);
      if (moved.kind !== "limits" || doubled.kind !== "limits" || turned.kind !== "limits") {
        assert.fail("lost a result");
      }
      close(moved.lower, plain.lower + shift, { absolute: 1e-9, what: "moved" });
      close(doubled.lower, 2 * plain.lower, { absolute: 1e-9, what: "doubled" });
      close(turned.lower, plain.lower, { absolute: 1e-9, what: "turned" });
    }),
  );
});

test("a moving range is never taken across a missing session", () => {
  const broken = individualsLimits([
    [10, 12],
    [40, 42],
  ]);
  assert.equal(broken.kind, "limits");
  if (broken.kind !== "limits") return;
  assert.equal(broken.meanMovingRange, 2);
  assert.equal(broken.movingRanges, 2);
});

test("one value, lone values, constant values: no limits", () => {
  assert.deepEqual(individualsLimits([]), { kind: "too-few", n: 0, movingRanges: 0 });
  assert.deepEqual(individualsLimits([[3], [9]]), { kind: "too-few", n: 2, movingRanges: 0 });
  assert.deepEqual(individualsLimits([[7, 7, 7]]), { kind: "no-spread", centre: 7, n: 3 });
  assert.throws(() => exponentiallyWeighted([1], { centre: 0, deviation: 0 }), /deviation above 0: 0/);
  assert.throws(() => cumulativeSum([1], { centre: 0, deviation: -1 }), /deviation above 0: -1/);
});

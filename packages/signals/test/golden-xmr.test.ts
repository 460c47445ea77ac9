import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { detect, findDetector } from "@concord/signals";
import { individualsLimits, individualsLimitsWithout } from "@concord/statistics/change";
import { courseOf } from "./ratings.ts";

/** Ten sessions worked out by hand: mean 508/10, moving ranges 1 1 2 3 1 8 5 4 1 sum to 26 over nine. */
const ten = [50, 51, 52, 50, 53, 52, 44, 49, 53, 54];

test("all ten ratings: mean 50.8, mean moving range 2.8889, limits 43.116 and 58.484, warning 45.678", () => {
  const limits = individualsLimits([ten]);
  assert.ok(limits.kind === "limits");
  close(limits.centre, 50.8, { absolute: 5e-4, what: "centre" });
  close(limits.meanMovingRange, 2.8889, { absolute: 5e-4, what: "meanMovingRange" });
  close(limits.lower, 43.116, { absolute: 5e-4, what: "lower" });
  close(limits.upper, 58.484, { absolute: 5e-4, what: "upper" });
  close(limits.lowerWarning, 45.678, { absolute: 5e-4, what: "lowerWarning" });
  assert.ok(44 < limits.lowerWarning && 44 > limits.lower);
});

test("session 7 widens the limits it is tested by: left out, it lies beyond the outer one too", () => {
  const limits = individualsLimitsWithout([ten], { run: 0, index: 6 });
  assert.ok(limits.kind === "limits" && 44 < limits.lower);
});

test("the rule tests each rating by those before it, and finds session 7 alone", () => {
  const found = detect(findDetector("xmr")!, courseOf(ten));
  assert.deepEqual(
    found.map((signal) => [signal.session, signal.weight, signal.repairedAt]),
    [[7, "credible", 8]],
  );
});

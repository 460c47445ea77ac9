import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { chanceAbove, jointReach, trueInterval } from "@concord/statistics/change";
import fc from "fast-check";

test("an observed 100 with SD 15 and reliability .91: 100 ± 1.96 · 4.5", () => {
  const { lower, upper } = trueInterval(100, 15 * Math.sqrt(1 - 0.91));
  close(lower, 100 - 1.959963984540054 * 4.5, { what: "value", absolute: 1e-9 });
  close(upper, 100 + 1.959963984540054 * 4.5, { what: "value", absolute: 1e-9 });
});

test("half on the threshold, .975 a quantile above it, certain without error", () => {
  assert.equal(chanceAbove(3, 0.4, 3), 0.5);
  close(chanceAbove(1.959963984540054, 1, 0), 0.975, { what: "value", absolute: 1e-12 });
  assert.deepEqual([chanceAbove(2, 0, 1), chanceAbove(1, 0, 1), chanceAbove(0, 0, 1)], [1, 0.5, 0]);
});

test("the joint ellipse is that of χ² on two degrees of freedom: 5.991465 at 95%", () => {
  close(jointReach(0.95) ** 2, 5.991464547107979, { what: "value", absolute: 1e-9 });
});

test("above and below share the whole; a shift of both changes nothing", () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  const error = fc.double({ min: 0.1, max: 20, noNaN: true });
  fc.assert(
    fc.property(number, error, number, number, (observed, standardError, threshold, shift) => {
      const above = chanceAbove(observed, standardError, threshold);
      close(above + chanceAbove(-observed, standardError, -threshold), 1, { what: "value", absolute: 1e-12 });
      close(above, chanceAbove(observed + shift, standardError, threshold + shift), {
        what: "value",
        absolute: 1e-9,
      });
    }),
  );
});

test("a standard error below nought is refused", () => {
  assert.throws(() => trueInterval(1, -1), /requires a standard error from 0 on/);
  assert.throws(() => chanceAbove(1, Number.NaN, 0), /requires a standard error from 0 on/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { estimateCorrelation } from "@concord/statistics/change";

test("Anscombe 1973, first set: r² = 0.667", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const found = estimateCorrelation(x, y);
  assert.equal(found.kind, "correlation");
  if (found.kind !== "correlation") return;
  close(found.coefficient.value ** 2, 0.667, { absolute: 0.0005, what: "value" });
  // By hand: artanh(0.81642) ± 1.95996 / √8 = 1.14595 ± 0.69295.
  close(found.coefficient.lower, Math.tanh(1.14595 - 0.69295), { absolute: 0.0001, what: "value" });
  close(found.coefficient.upper, Math.tanh(1.14595 + 0.69295), { absolute: 0.0001, what: "value" });
});

test("few pairs, a constant side, perfect agreement", () => {
  assert.deepEqual(estimateCorrelation([1, 2, 3], [1, 2, 3]), { kind: "too-few", n: 3, required: 4 });
  assert.deepEqual(estimateCorrelation([1, 2, 3, 4], [5, 5, 5, 5]), { kind: "constant", n: 4 });
  const perfect = estimateCorrelation([1, 2, 3, 4], [2, 4, 6, 8]);
  assert.equal(perfect.kind, "correlation");
  if (perfect.kind !== "correlation") return;
  close(perfect.coefficient.value, 1, { absolute: 1e-15, what: "value" });
  close(perfect.coefficient.upper, 1, { absolute: 1e-15, what: "value" });
});

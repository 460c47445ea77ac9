import assert from "node:assert/strict";

/** Fails with everything one needs to know: expected, actual, their difference, the tolerance. */
export function close(actual: number, expected: number, tolerance: number, what = "value"): void {
  const difference = Math.abs(actual - expected);
  assert.ok(
    difference <= tolerance || actual === expected,
    `${what}: expected ${expected}, actual ${actual}, difference ${difference}, tolerance ${tolerance}`,
  );
}

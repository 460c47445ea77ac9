import assert from "node:assert/strict";

/** Fails, saying all that is needed to see why, unless |got − expected| ≤ max(absolute, relative·|expected|). */
export function close(got: number, expected: number, what: string, relative = 1e-7, absolute = 1e-10): void {
  const limit = Math.max(absolute, relative * Math.abs(expected));
  const difference = Math.abs(got - expected);
  assert.ok(
    got === expected || difference <= limit,
    `${what}: got ${got}, expected ${expected}, off by ${difference}, limit ${limit}`,
  );
}

/** How tests compare numbers: `@concord/numerics/testing`. */
import assert from "node:assert/strict";

/** A tolerance belongs to a quantity: `what` names it where the comparison fails. */
export interface Tolerance {
  readonly what: string;
  readonly relative?: number;
  readonly absolute?: number;
}

/** Fails, with everything needed to see why, unless |got − expected| ≤ max(absolute, relative·|expected|). */
export function close(got: number, expected: number, tolerance: Tolerance): void {
  const limit = Math.max(tolerance.absolute ?? 0, (tolerance.relative ?? 0) * Math.abs(expected));
  const difference = Math.abs(got - expected);
  const agrees = got === expected || difference <= limit;
  assert.ok(
    agrees,
    `${tolerance.what}: got ${got}, expected ${expected}, off by ${difference}, limit ${limit}`,
  );
}

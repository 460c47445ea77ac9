import assert from "node:assert/strict";
import { type ChangePointOptions, changePoints, type Penalty } from "@concord/statistics/change";

/** Levels that change while the noise around them is known. */
export const mean = (variance: number, penalty: Penalty): ChangePointOptions => ({
  model: { kind: "mean", variance },
  penalty,
});

/** The partition, which must be there. */
export function partition(values: readonly number[], options: ChangePointOptions) {
  const found = changePoints(values, options);
  assert.ok(found.kind === "partition");
  return found;
}

import assert from "node:assert/strict";
import type { Estimate } from "@concord/course";

/** The value of an estimate that must be there. */
export function figure(estimate: Estimate): number {
  if (estimate.kind === "none") assert.fail(`no estimate: ${estimate.reason}`);
  return estimate.value;
}

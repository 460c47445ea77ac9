import assert from "node:assert/strict";
import type { DatedScore, Estimate } from "@concord/course";

/** Scores of one scale, session 1 onward; null where the form is missing. */
export function rated(
  values: readonly (number | null)[],
  about: Partial<DatedScore> = {},
): readonly DatedScore[] {
  return values.flatMap((value, i) =>
    value === null
      ? []
      : [
          {
            session: i + 1,
            rater: "client",
            construct: "alliance",
            instrument: "made-up-form",
            scale: "total",
            minimum: 0,
            maximum: 100,
            better: "higher",
            ...about,
            value,
          },
        ],
  );
}

/** The value of an estimate that must be there. */
export function figure(estimate: Estimate): number {
  if (estimate.kind === "none") assert.fail(`no estimate: ${estimate.reason}`);
  return estimate.value;
}

export function close(actual: number, expected: number, tolerance: number, what = "value"): void {
  const difference = Math.abs(actual - expected);
  assert.ok(
    difference <= tolerance,
    `${what}: expected ${expected}, actual ${actual}, difference ${difference}, tolerance ${tolerance}`,
  );
}

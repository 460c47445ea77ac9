import type { Effect } from "./effect.ts";

/** Throws where two models were not fitted to the same effects: a likelihood is of its studies. */
export function requireSameEffects(subject: string, a: readonly Effect[], b: readonly Effect[]): void {
  if (a.length !== b.length)
    throw new RangeError(`${subject} requires the same studies in both models: ${a.length} and ${b.length}`);
  const differs = a.findIndex(
    ({ estimate, variance }, i) => estimate !== b[i]!.estimate || variance !== b[i]!.variance,
  );
  if (differs >= 0)
    throw new RangeError(
      `${subject} requires the same studies in both models: effect ${differs + 1} is ${a[differs]!.estimate} and ${b[differs]!.estimate}`,
    );
}

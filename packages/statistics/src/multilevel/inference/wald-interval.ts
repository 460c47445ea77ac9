import { normalUpperQuantile, studentTUpperQuantile } from "@concord/numerics";
import type { FixedEffect } from "../fit.ts";
import type { TestedFixedEffect } from "./satterthwaite.ts";

export interface WaldInterval {
  readonly lower: number;
  readonly upper: number;
}

/** Estimate ± quantile × standard error: the normal's, or that of t where the effect comes with degrees of freedom. */
export function waldInterval(effect: FixedEffect | TestedFixedEffect, level = 0.95): WaldInterval {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`an interval requires a level between 0 and 1, as 0.95: ${level}`);
  }
  const tail = (1 - level) / 2;
  const quantile =
    "degreesOfFreedom" in effect
      ? studentTUpperQuantile(tail, effect.degreesOfFreedom)
      : normalUpperQuantile(tail);
  const reach = quantile * effect.standardError;
  return { lower: effect.estimate - reach, upper: effect.estimate + reach };
}

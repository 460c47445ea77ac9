import { inModerationTerms, inQuadraticEffectTerms, inQuadraticTerms } from "@concord/statistics/moderation";
import type { ModerateResult } from "./request.ts";

/** Coefficients, slopes and regions under R's names. */
export function moderateTerms(result: ModerateResult): unknown {
  return result.kind === "linear"
    ? inModerationTerms(result.fit)
    : result.kind === "quadratic"
      ? inQuadraticTerms(result.fit)
      : inQuadraticEffectTerms(result.fit);
}

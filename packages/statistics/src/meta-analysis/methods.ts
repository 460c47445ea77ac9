import type { BetweenStudyVariance } from "./between-study-variance.ts";
import { dersimonianLaird } from "./dersimonian-laird.ts";
import { hedgesOlkin } from "./hedges-olkin.ts";
import { hunterSchmidtVariance } from "./hunter-schmidt-variance.ts";
import { likelihoodVariance } from "./likelihood-variance.ts";
import { medianUnbiased, pauleMandel } from "./paule-mandel.ts";
import type { Regression } from "./regression.ts";
import { sidikJonkman } from "./sidik-jonkman.ts";

/** How τ² is estimated, by metafor's names; the first three assume there is none. */
export const METHODS = [
  "FE",
  "EE",
  "CE",
  "DL",
  "HE",
  "HS",
  "HSk",
  "SJ",
  "ML",
  "REML",
  "EB",
  "PM",
  "PMM",
] as const;

export type Method = (typeof METHODS)[number];

/** Whether the method assumes one true effect behind all studies. */
export function isCommonEffect(method: Method): boolean {
  return method === "FE" || method === "EE" || method === "CE";
}

/** Whether the method divides by the sampling variances alone, so that none of them may be zero. */
export function needsPositiveVariances(method: Method): boolean {
  return isCommonEffect(method) || method === "DL" || method === "HS" || method === "HSk";
}

/** τ² by the method named. Viechtbauer W (2005). J Educ Behav Stat 30: 261–293 compares most of them. */
export function estimateBetweenStudyVariance(regression: Regression, method: Method): BetweenStudyVariance {
  if (isCommonEffect(method) || regression.k === 1) return { kind: "none", value: 0 };
  switch (method) {
    case "DL":
      return dersimonianLaird(regression);
    case "HE":
      return hedgesOlkin(regression);
    case "HS":
    case "HSk":
      return hunterSchmidtVariance(regression, method === "HS" ? "plain" : "small-sample");
    case "SJ":
      return sidikJonkman(regression);
    case "ML":
    case "REML":
      return likelihoodVariance(regression, method);
    case "PMM":
      return medianUnbiased(regression);
    default:
      return pauleMandel(regression);
  }
}

import { isCommonEffect } from "./methods.ts";
import type { FittedMetaAnalysis } from "./model.ts";

/** Something about the studies that makes a result weaker than its numbers look. */
export type Caution =
  | { readonly kind: "single-study"; readonly message: string }
  | { readonly kind: "few-studies"; readonly message: string }
  | { readonly kind: "equal-effects"; readonly message: string }
  | { readonly kind: "no-spread"; readonly message: string }
  | { readonly kind: "zero-variance"; readonly message: string }
  | { readonly kind: "narrowed"; readonly message: string }
  | { readonly kind: "heterogeneity-ignored"; readonly message: string };

/** Below this many studies τ² is hardly known, and intervals by the normal are too narrow. */
const FEW_STUDIES = 5;

/**
 * What should a reader know before trusting these numbers?
 *
 * IntHout J, Ioannidis JPA, Borm GF (2014). BMC Med Res Methodol 14: 25 for few studies; Röver C, Knapp G, Friede T
 * (2015), BMC Med Res Methodol 15: 99 for standard errors that Knapp and Hartung's factor narrows.
 */
export function cautionsOf(fit: FittedMetaAnalysis): readonly Caution[] {
  const { k } = fit.regression;
  const cautions: Caution[] = [];
  if (k === 1) cautions.push({ kind: "single-study", message: "one study alone: nothing was pooled" });
  else if (k < FEW_STUDIES) {
    cautions.push({
      kind: "few-studies",
      message: `only ${k} studies: how far they differ is hardly known, and the interval may be too narrow`,
    });
  }
  const [first] = fit.effects;
  if (k > 1 && fit.effects.every(({ estimate }) => estimate === first!.estimate)) {
    cautions.push({
      kind: "equal-effects",
      message: "all effects are the same number: check that no study was entered more than once",
    });
  }
  if (fit.untested !== undefined) {
    cautions.push({ kind: "no-spread", message: `no standard error and no test: ${fit.untested}` });
  }
  const exact = fit.effects.filter(({ variance }) => variance === 0).length;
  if (exact > 0) {
    cautions.push({
      kind: "zero-variance",
      message: `${exact} of ${k} effects have a sampling variance of zero and count as known exactly`,
    });
  }
  if (fit.test === "knha" && fit.covarianceFactor < 1) {
    cautions.push({
      kind: "narrowed",
      message:
        "the studies agree so closely that Knapp and Hartung's test narrows the interval; test adhoc does not",
    });
  }
  const { p, degreesOfFreedom } = fit.heterogeneity;
  if (isCommonEffect(fit.method) && degreesOfFreedom > 0 && p < 0.05) {
    cautions.push({
      kind: "heterogeneity-ignored",
      message: "the studies differ more than one common effect allows: a random-effects model fits better",
    });
  }
  return cautions;
}

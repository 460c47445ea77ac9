import { intraclassTerms } from "../reliability/agreement-terms.ts";
import type { ProfileAgreement, ProfileAgreements } from "./profile-agreement.ts";

/** Profile agreement in the terms of R: `cor`, psych's `ICC`, `t.test`. */
export function inProfileTerms(agreements: ProfileAgreements) {
  const { dyads, meanCorrelation, items, elevation } = agreements;
  const column = (value: (one: ProfileAgreement) => number) => dyads.map(value);
  return {
    by_dyad: {
      pearson: column(({ pearson }) => pearson),
      spearman: column(({ spearman }) => spearman),
      icc_double_entry: column(({ doubleEntry }) => doubleEntry),
      ICC1: column(({ intraclass }) => intraclass[0]),
      ICC2: column(({ intraclass }) => intraclass[1]),
      ICC3: column(({ intraclass }) => intraclass[2]),
      D2: column(({ squaredDistance }) => squaredDistance),
      D: column(({ squaredDistance }) => Math.sqrt(squaredDistance)),
      mean_abs_diff: column(({ meanAbsoluteDifference }) => meanAbsoluteDifference),
      elevation: column((one) => one.elevation),
      scatter_a: column(({ scatter }) => scatter[0]),
      scatter_b: column(({ scatter }) => scatter[1]),
      lin_ccc: column(({ concordance }) => concordance),
      distinctive: column(({ distinctive }) => distinctive),
      normative: column(({ normative }) => normative),
    },
    mean_z: {
      mean: meanCorrelation.mean,
      r: meanCorrelation.r,
      t: meanCorrelation.t,
      df: meanCorrelation.degreesOfFreedom,
      p: meanCorrelation.p,
    },
    item_icc: items.map(intraclassTerms),
    elevation_test: { diff: elevation.mean, t: elevation.t, p: elevation.p },
    elevation_cor: agreements.elevationCorrelation,
  };
}

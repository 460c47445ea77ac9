import { coefficientsInLmTerms } from "../regression/lm-terms.ts";
import { inLavaanTerms } from "../structure/lavaan-terms.ts";
import type { FittedActorPartner, FittedPooledActorPartner, PatternRatio } from "./actor-partner.ts";
import type { ActorPartnerStructure } from "./actor-partner-structure.ts";
import type { FittedPairs } from "./paired-regression.ts";

/** An actor-partner model in the terms of lavaan (`sem`) and of nlme (`gls`). */
export function inActorPartnerTerms(fit: FittedActorPartner, structure: ActorPartnerStructure | null) {
  return {
    ...(structure === null
      ? {}
      : {
          sem: inLavaanTerms(structure.free),
          sem_equal: inLavaanTerms(structure.equal),
          test_indistinguishable: {
            chisq: structure.test.chiSquare,
            df: structure.test.degreesOfFreedom,
            p: structure.test.p,
          },
        }),
    gls_distinguishable: inGlsTerms(fit.distinguishable),
    gls_indistinguishable: inGlsTerms(fit.indistinguishable),
    k: ratiosInTerms([...fit.roles, "both"], [...fit.ratios, fit.pooledRatio]),
  };
}

/** The model of members that are not told apart: what would depend on their order has no entry. */
export function inPooledActorPartnerTerms({ pooled, ratio }: FittedPooledActorPartner) {
  return { gls_indistinguishable: inGlsTerms(pooled), k: ratiosInTerms(["both"], [ratio]) };
}

function ratiosInTerms(role: readonly string[], ratios: readonly PatternRatio[]) {
  return {
    role,
    est: ratios.map(({ value }) => value),
    se_delta: ratios.map(({ standardError }) => standardError),
    fieller_ci: ratios.map(({ interval }) =>
      interval.kind === "bounded" ? [interval.lower, interval.upper] : [null, null],
    ),
  };
}

/** Coefficients with σ, ρ and the ratio of standard deviations. */
function inGlsTerms(fit: FittedPairs) {
  return {
    ...coefficientsInLmTerms(fit.coefficients),
    sigma: fit.residualDeviation,
    rho: fit.residualCorrelation,
    var_ratio: fit.deviationRatio,
    logLik: fit.logLikelihood,
  };
}

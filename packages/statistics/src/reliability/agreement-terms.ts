import type { CohenKappa } from "./cohen-kappa.ts";
import type { FleissKappa } from "./fleiss-kappa.ts";
import type { IntraclassResult } from "./intraclass-correlation.ts";
import type { HierarchicalOmega, OneFactorOmega } from "./omega.ts";
import type { RefusedScale } from "./scale-reliability.ts";

type Terms = Readonly<Record<string, unknown>>;

const refusal = (reason: string): Terms => ({ error: true, message: reason });

/** The six coefficients in the words of psych's ICC(). */
export function intraclassTerms(result: IntraclassResult): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  const { forms } = result;
  return {
    type: forms.map(({ form }) => form),
    icc: forms.map(({ estimate }) => estimate),
    F: forms.map(({ f }) => f),
    df1: forms.map(({ numeratorDegrees }) => numeratorDegrees),
    df2: forms.map(({ denominatorDegrees }) => denominatorDegrees),
    p: forms.map(({ p }) => p),
    lb: forms.map(({ lower }) => lower),
    ub: forms.map(({ upper }) => upper),
  };
}

/** κ in the words of psych's cohen.kappa(). */
export function cohenKappaTerms(result: CohenKappa): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  const { plain, weighted } = result;
  return {
    kappa: plain.estimate,
    weighted_kappa: weighted.estimate,
    n: result.count,
    var_kappa: plain.variance,
    var_weighted: weighted.variance,
    ci_kappa: [plain.lower, plain.upper],
    ci_weighted: [weighted.lower, weighted.upper],
    weights: result.weights,
  };
}

/** κ of two raters in the words of irr's kappa2(). */
export function kappaTestTerms(result: CohenKappa): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  return { kappa: result.plain.estimate, z: result.z, p: result.p };
}

/** κ of many raters in the words of irr's kappam.fleiss(), with its error and interval. */
export function fleissKappaTerms(result: FleissKappa): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  const { estimate, z, p, standardError, lower, upper, subjects, raters } = result;
  return { kappa: estimate, z, p, se: standardError, ci: [lower, upper], subjects, raters };
}

/** ωₕ and ω total in the words of psych's omega(). */
export function hierarchicalOmegaTerms(result: HierarchicalOmega | RefusedScale): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  return {
    omega_h: result.general,
    omega_total: result.total,
    alpha: result.alpha,
    omega_lim: result.limit,
    G6: result.guttman6 ?? null,
    sl_g_loadings: result.generalLoadings,
  };
}

/** ω of one factor fitted by maximum likelihood; loadings as lavaan's matrix of one column. */
export function oneFactorOmegaTerms(result: OneFactorOmega | RefusedScale): Terms {
  if (result.kind !== "fitted") return refusal(result.reason);
  return {
    loadings: result.loadings.map((loading) => [loading]),
    residuals: result.residuals,
    omega_model: result.ofModel,
    omega_observed_var: result.ofObserved,
  };
}

import type { Limit } from "./reference-case.ts";

/**
 * A value of R's that Concord has no counterpart for, or that R itself gives with fewer digits than the case asks for.
 * A rule names the result, never a case: the function of R that the code calls, and the end of the path to the value.
 */
export interface Rule {
  /** Part of the R code that must be there. */
  readonly code: RegExp;
  /** Matches the dotted path. */
  readonly path: RegExp;
  /** Only this expected value, where a rule holds for one kind of value. */
  readonly expected?: unknown;
  readonly reason: string;
  /** Compared all the same, at this looser limit; beyond it the value disagrees. */
  readonly within?: Limit;
}

/** The rules that may hold for a case, by its code. */
export function rulesFor(code: string): readonly Rule[] {
  return RULES.filter((rule) => rule.code.test(code));
}

export function rulesAt(rules: readonly Rule[], path: readonly string[], expected: unknown): readonly Rule[] {
  const place = path.join(".");
  return rules.filter(
    (rule) => rule.path.test(place) && (!("expected" in rule) || rule.expected === expected),
  );
}

export function reasonWithin(rule: Rule): string {
  return `${rule.reason}; compared at rel ${rule.within!.rel}, abs ${rule.within!.abs}`;
}

export const RULES: readonly Rule[] = [
  {
    code: /cohen\.kappa/,
    path: /(^|\.)(var_weighted|ci_weighted(\.\d+)?)$/,
    reason:
      "psych 2.2.9 gives weights of 1 and a, which leave kappa as it is, another variance for every a; ours is that of Fleiss, Cohen and Everitt (1969), which the delta method confirms",
  },
  {
    code: /kripp\.alpha/,
    path: /kripp|nominal|ordinal|interval|ratio/,
    within: { rel: 0.02, abs: 0 },
    reason: "with complete rows irr 0.84.1 takes n - 1/(m - 1) for n - 1",
  },
  {
    code: /selmodel|x_bias/,
    path: /selmodel.*\.se_tau2$/,
    reason: "on the boundary tau2 = 0 the curvature of the likelihood gives no standard error",
  },
  {
    code: /method = "PM"/,
    path: /PM/,
    within: { rel: 2e-3, abs: 1e-3 },
    reason: "metafor's search for the Paule-Mandel estimate stops early where a looser control is given",
  },
  {
    code: /rma\.mv/,
    path: /./,
    within: { rel: 1e-3, abs: 1e-6 },
    reason:
      "follows sigma2, which R's search leaves open in its sixth digit (slope of the log-likelihood 1e-3 there, below 1e-9 here)",
  },
  {
    code: /\b(cfa|sem|lavaan|growth)\(/,
    path: /(estimates\.(est|se|z|p|ci_lower|ci_upper|std_all)|epc|mi)\.\d+$/,
    within: { rel: 1e-4, abs: 1e-5 },
    reason: "lavaan's search stops while the slope is still 2e-6; ours goes on to 1e-10",
  },
  {
    code: /a1 == a2|==/,
    path: /estimates\.(se|ci_lower|ci_upper)\.\d+$/,
    reason: "lavaan's standard error of a difference that is held at zero is not defined here; ours is 0",
    expected: null,
  },
  {
    code: /polish = FALSE/,
    path: /./,
    within: { rel: 2e-6, abs: 1e-6 },
    reason: "lmer's theta is left where its optimiser stops, and its criterion is higher there",
  },
  {
    code: /"pbeta"/,
    path: /^value\.\d+$/,
    within: { rel: 0.01, abs: 0 },
    reason:
      "R 4.2.2 loses digits in the far log tail, where 60-digit arithmetic (mpmath 1.3.0) agrees with Concord",
  },
  {
    code: /"pf"/,
    path: /^value\.\d+$/,
    expected: "-Inf",
    reason: "R 4.2.2 gives -Inf where 50-digit arithmetic (mpmath 1.3.0) gives a finite logarithm, as here",
  },
  {
    code: /escalc/,
    path: /\.vi\.\d+$/,
    reason: "the estimate is missing: no variance is reported for an effect that is not there",
  },
];

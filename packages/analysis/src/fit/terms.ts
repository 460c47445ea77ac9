import {
  autoregressiveInNlmeTerms,
  comparisonInLme4Terms,
  type FittedMixedModel,
  mixedModelInLme4Terms,
  waldInterval,
} from "@concord/statistics/multilevel";
import type { FitRequest } from "./request.ts";
import type { FitResult, MultilevelResult, SeriesResult } from "./result.ts";

type Terms = Readonly<Record<string, unknown>>;

/** What `--json` prints: lme4's and lmerTest's names, or nlme's for serially correlated residuals. */
export function fitTerms(result: FitResult, { confidenceLevel: level }: FitRequest): Terms {
  if (result.kind === "series") return seriesTerms(result, level);
  const { fit, profile, comparison } = result;
  return {
    ...mixedModelInLme4Terms(fit, { level, ...(profile === undefined ? {} : { profile }) }),
    ...contextualTerms(result, level),
    ...(comparison === undefined
      ? {}
      : { LRT: { ...comparisonInLme4Terms(comparison), p_boundary: comparison.boundary?.p ?? null } }),
  };
}

/** A fit without the effects of single groups. */
export function termsWithoutGroups(fit: FittedMixedModel, level: number): Terms {
  return mixedModelInLme4Terms(fit, { level, modes: false });
}

/** One is printed as itself, several under their variables. */
function contextualTerms({ contextual }: Pick<MultilevelResult, "contextual">, level: number): Terms {
  if (contextual.length === 0) return {};
  const each = contextual.map(({ variable, within, between, test }) => {
    const { lower, upper } = waldInterval(test, level);
    const { estimate: est, standardError: se, degreesOfFreedom: df, t, p } = test;
    return [variable, { within, between, est, se, df, t, p, ci_lb: lower, ci_ub: upper }] as const;
  });
  return { contextual_effect: each.length === 1 ? each[0]![1] : Object.fromEntries(each) };
}

function seriesTerms(result: SeriesResult, level: number): Terms {
  const { fit, test, interval, comparison } = result;
  return {
    ...autoregressiveInNlmeTerms(fit),
    phi_ci: [interval.lower, interval.upper],
    LRT: { chisq: test.statistic, df: 1, p: test.p },
    ...contextualTerms(result, level),
    ...(comparison === undefined
      ? {}
      : {
          compare: comparisonInLme4Terms({
            ...comparison,
            boundary: undefined,
            refitted: fit.method === "REML",
          }),
        }),
  };
}

import type { Design } from "@concord/statistics/formula";
import {
  explainedHeterogeneity,
  type FittedMetaAnalysis,
  metaAnalysis,
  predictAt,
  qProfileInterval,
} from "@concord/statistics/meta-analysis";
import type { StudyEffect } from "../study/measured-effect.ts";
import type { SynthesisModel } from "./definition.ts";
import { type Fit, type NoFit, noFit, type UnsettledFit } from "./fit.ts";
import type { Spread } from "./synthesis.ts";

/** Effects side by side: common effect or random effects with one τ². */
export function fitPlain(
  effects: readonly StudyEffect[],
  model: SynthesisModel,
  design: Design | undefined,
): Fit | NoFit | UnsettledFit {
  const fitted = metaAnalysis(effects, {
    method: model.method,
    test: model.test,
    level: model.level / 100,
    ...(design === undefined ? {} : { design }),
  });
  switch (fitted.kind) {
    case "rank-deficient":
    case "not-estimable":
      return noFit(fitted);
    case "unsettled":
      return {
        kind: "unsettled",
        reason: {
          id: "evidence.no-result.not-converged-plain",
          values: { method: model.method, steps: fitted.steps },
        },
      };
    case "fitted": {
      if (fitted.untested !== undefined)
        return {
          kind: "no-fit",
          why: "not-estimable",
          reason: { id: "evidence.no-result.no-standard-errors", values: { reason: fitted.untested } },
          names: [],
        };
      const explained = explainedHeterogeneity(fitted);
      return {
        kind: "fit",
        coefficients: fitted.coefficients,
        omnibus: fitted.omnibus,
        spread: spreadOf(fitted),
        weights: fitted.weights,
        convergence:
          fitted.betweenStudyVariance.kind === "boundary"
            ? { kind: "boundary", parts: ["between studies"] }
            : { kind: "settled" },
        explained: explained.kind === "share" ? explained.percent : null,
        predictions: fitted.coefficients.map((_, i) => {
          const row = fitted.coefficients.map((_, j) => (i === j ? 1 : 0));
          return predictAt(fitted, row).newStudy ?? null;
        }),
      };
    }
  }
}

function spreadOf(fitted: FittedMetaAnalysis): Spread {
  const { q, degreesOfFreedom, p, iSquared } = fitted.heterogeneity;
  const interval = fitted.betweenStudyVariance.kind === "none" ? null : qProfileInterval(fitted);
  return {
    q,
    degreesOfFreedom,
    p,
    parts:
      fitted.betweenStudyVariance.kind === "none"
        ? []
        : [{ name: "between studies", variance: fitted.betweenStudyVariance.value, share: iSquared }],
    iSquared,
    iSquaredInterval: interval?.kind === "interval" ? interval.iSquared : null,
  };
}

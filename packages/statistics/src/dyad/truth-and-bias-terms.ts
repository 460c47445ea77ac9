import type { MultilevelFit } from "../multilevel/fit.ts";
import { mixedModelInLme4Terms } from "../multilevel/lme4-terms.ts";
import { inLmTerms } from "../regression/lm-terms.ts";
import type { FittedTruthAndBias, ShrunkenForce } from "./truth-and-bias.ts";

/** Truth and bias in the terms of R's `lm` and of lme4, and how each judge judges. */
export function inTruthAndBiasTerms(fit: FittedTruthAndBias, level = 0.95) {
  const mixed = (own: MultilevelFit) =>
    own.kind === "fitted"
      ? mixedModelInLme4Terms(own, { level, modes: false })
      : { error: true, kind: own.because, message: own.reason };
  const column = (force: (one: FittedTruthAndBias["judges"][number]) => ShrunkenForce | null) => ({
    est: fit.judges.map((one) => force(one)?.estimate ?? null),
    condsd: fit.judges.map((one) => force(one)?.deviation ?? null),
  });
  return {
    mean_truth: fit.meanTruth,
    mean_bias: fit.meanBias,
    ols: inLmTerms(fit.pooled),
    ...(fit.interaction === null ? {} : { ols_interaction: inLmTerms(fit.interaction) }),
    ...(fit.levels === null ? {} : { mixed: mixed(fit.levels) }),
    ...(fit.forces === null ? {} : { mixed_slopes: mixed(fit.forces) }),
    ...(fit.judges.length === 0
      ? {}
      : {
          judges: {
            judge: fit.judges.map(({ judge }) => judge),
            directional_bias: column(({ directionalBias }) => directionalBias),
            truth_force: column(({ truthForce }) => truthForce),
            bias_force: column(({ biasForce }) => biasForce),
          },
        }),
  };
}

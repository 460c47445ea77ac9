import { mixedModelInLme4Terms } from "../multilevel/lme4-terms.ts";
import type { FittedMultilevelMediation } from "./multilevel-mediation.ts";

/** Both equations in lme4's terms, and the effects of each level. */
export function inMultilevelMediationTerms(fit: FittedMultilevelMediation, level = 0.95) {
  const parts = { level, modes: false };
  return {
    design: fit.design,
    m_model: mixedModelInLme4Terms(fit.mediatorModel, parts),
    y_model: mixedModelInLme4Terms(fit.outcomeModel, parts),
    effects: {
      level: fit.effects.map((effect) => effect.level),
      name: fit.effects.map(({ kind }) => kind),
      est: fit.effects.map(({ estimate }) => estimate),
      se: fit.effects.map(({ standardError }) => standardError),
      mc_ci: fit.effects.map(({ interval }) => interval),
    },
  };
}

import { inLmTerms } from "../regression/lm-terms.ts";
import type { MediationBootstrap } from "./bootstrap.ts";
import type { FittedMediation } from "./mediation.ts";
import type { ModeratedPath } from "./mediation-model.ts";
import { bootstrapInTerms, effectName, effectsInTerms, inBootTerms } from "./mediation-terms.ts";

/** Hayes' number of the model whose paths are bent this way, with one mediator. */
export function processModel(paths: readonly ModeratedPath[]): number {
  const has = (path: ModeratedPath) => paths.includes(path);
  if (has("first") && has("second")) return has("direct") ? 59 : 58;
  if (has("first")) return has("direct") ? 8 : 7;
  if (has("second")) return has("direct") ? 15 : 14;
  return 5;
}

/**
 * Moderated mediation by Hayes' model numbers: the regressions, conditional indirect effects at low, middle and high
 * values, and the index. Model 7 stands under `stage1_m`, `stage1_y`, `model7`, model 14 under `model14`.
 */
export function inModeratedTerms(fit: FittedMediation, bootstrap?: MediationBootstrap) {
  const number = processModel(fit.model.moderation!.paths);
  const equations = fit.equations.map(inLmTerms);
  const indirect = fit.effects.filter(({ role }) => role.kind === "indirect");
  const indices = fit.effects.filter(({ role }) => role.kind === "index");
  const single = fit.model.mediators.length === 1 && indices.length < 2;
  const block = {
    ...(single && indices.length === 1
      ? { index: indices[0]!.estimate, index_se_delta: indices[0]!.standardError }
      : {}),
    ...(single ? { conditional: indirect.map(({ estimate }) => estimate) } : {}),
    ...(single
      ? {}
      : {
          indices: Object.fromEntries(indices.map((one) => [effectName(one, fit), one.estimate])),
          conditional: Object.fromEntries(indirect.map((one) => [effectName(one, fit), one.estimate])),
        }),
    effects: effectsInTerms(fit),
  };
  const models = single
    ? number === 7
      ? { stage1_m: equations[0], stage1_y: equations[1] }
      : {}
    : {
        ...Object.fromEntries(fit.model.mediators.map((_, i) => [`m${i + 1}`, equations[i]])),
        y: equations.at(-1),
      };
  const own = number === 7 || !single ? {} : { m_model: equations[0], y_model: equations[1] };
  return {
    w_values: fit.moderatorValues,
    ...models,
    [`model${number}`]: { ...own, ...block },
    ...(bootstrap === undefined
      ? {}
      : { [`bootstrap_model${number}`]: bootstrapByPlace(fit, bootstrap, single) }),
  };
}

/** With one mediator and three values these are called low, mid and high. */
function bootstrapByPlace(fit: FittedMediation, bootstrap: MediationBootstrap, single: boolean) {
  if (!single || fit.moderatorValues.length !== 3) return bootstrapInTerms(fit, bootstrap.effects);
  const names = ["low", "mid", "high"];
  const wanted = bootstrap.effects.filter(({ effect }) => effect.role.kind === "indirect");
  const index = bootstrap.effects.find(({ effect }) => effect.role.kind === "index");
  return {
    ...(index === undefined ? {} : { index: inBootTerms(index) }),
    ...Object.fromEntries(wanted.map((one, i) => [names[i % 3]!, inBootTerms(one)])),
  };
}

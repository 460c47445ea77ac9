import {
  asymmetryTest,
  asymmetryTestInMetaforTerms,
  failSafeNumberInMetaforTerms,
  orwinFailSafeNumber,
  precisionEffect,
  precisionEffectInMetaforTerms,
  rankTest,
  rankTestInMetaforTerms,
  rosenbergFailSafeNumber,
  rosenthalFailSafeNumber,
  type SmallStudyPredictor,
  selectionModel,
  selectionModelInMetaforTerms,
  shortTerms,
  trimAndFill,
  trimAndFillInMetaforTerms,
} from "@concord/statistics";
import { type Adapter, numbersOf } from "../reference-case.ts";
import { effectsOf, fit } from "./fits.ts";

const toolbox: Adapter = {
  run: (reference) => {
    const effects = effectsOf(reference.input);
    const sizes = reference.input.ni === undefined ? undefined : numbersOf(reference, "ni").map(Number);
    const base = fit(effects);
    const tests = Object.keys((reference.expected as { readonly regtest: object }).regtest);
    const precision = precisionEffect(effects);
    if (precision.kind !== "fitted") throw new Error(precision.reason);
    return {
      base: shortTerms(base),
      regtest: Object.fromEntries(
        tests.map((key) => {
          const [model, predictor] = key.split("/") as ["lm" | "rma", SmallStudyPredictor];
          const terms = asymmetryTestInMetaforTerms(asymmetryTest(base, model, predictor, sizes));
          // R carries the coefficient's name along in the additive model.
          const named =
            model === "rma" && typeof terms.est === "number" ? { est: { intrcpt: terms.est } } : {};
          return [key, { ...terms, ...named }];
        }),
      ),
      ranktest: rankTestInMetaforTerms(rankTest(effects)),
      trimfill: {
        L0: trimAndFillInMetaforTerms(trimAndFill(base, "L0")),
        R0: trimAndFillInMetaforTerms(trimAndFill(base, "R0")),
        Q0: trimAndFillInMetaforTerms(trimAndFill(base, "Q0")),
      },
      trimfill_fixed_L0: trimAndFillInMetaforTerms(trimAndFill(fit(effects, { method: "FE" }), "L0")),
      fsn: {
        rosenthal: failSafeNumberInMetaforTerms(rosenthalFailSafeNumber(effects)),
        orwin: failSafeNumberInMetaforTerms(orwinFailSafeNumber(effects)),
        rosenberg: failSafeNumberInMetaforTerms(rosenbergFailSafeNumber(effects)),
      },
      selmodel_step_greater: selectionModelInMetaforTerms(selectionModel(base, [0.025], "greater")),
      selmodel_step_less: selectionModelInMetaforTerms(selectionModel(base, [0.025], "less")),
      pet_peese: { ...precisionEffectInMetaforTerms(precision), pet_p_one_sided: [precision.p] },
    };
  },
};

const toolboxAtBoundary: Adapter = {
  ...toolbox,
  leftOut: () => [
    {
      path: "selmodel_step_greater.se_tau2",
      reason:
        "tau2 lies on its boundary (R: 8e-13), where the curvature of the likelihood gives no standard error",
    },
  ],
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "ma-bias": toolboxAtBoundary,
  "ma-bias-passivesmoking": toolbox,
};

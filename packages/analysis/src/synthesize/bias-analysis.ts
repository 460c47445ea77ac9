import {
  asymmetryTest,
  asymmetryTestInMetaforTerms,
  type FittedMetaAnalysis,
  failSafeNumberInMetaforTerms,
  type MetaforTerms,
  orwinFailSafeNumber,
  precisionEffect,
  precisionEffectInMetaforTerms,
  rankTest,
  rankTestInMetaforTerms,
  rosenbergFailSafeNumber,
  rosenthalFailSafeNumber,
  selectionModel,
  selectionModelInMetaforTerms,
  trimAndFill,
  trimAndFillInMetaforTerms,
} from "@concord/statistics/meta-analysis";
import type { TableEffect } from "./effects.ts";
import type { TableAnalysis } from "./request.ts";

const names = ["regtest", "ranktest", "trimfill", "selmodel", "pet-peese", "fsn"] as const;

export type BiasAnalysis = Extract<TableAnalysis, { readonly kind: (typeof names)[number] }>;

export function isBiasAnalysis(analysis: TableAnalysis): analysis is BiasAnalysis {
  return (names as readonly string[]).includes(analysis.kind);
}

/** What asks whether the studies seen are all there are. */
export function biasAnalysis(
  fit: FittedMetaAnalysis,
  used: readonly TableEffect[],
  analysis: BiasAnalysis,
): MetaforTerms {
  switch (analysis.kind) {
    case "regtest": {
      const sizes = used.map(({ n }) => n ?? Number.NaN);
      return asymmetryTestInMetaforTerms(asymmetryTest(fit, analysis.model, analysis.predictor, sizes));
    }
    case "ranktest":
      return rankTestInMetaforTerms(rankTest(fit.effects));
    case "trimfill":
      return trimAndFillInMetaforTerms(
        analysis.side === null
          ? trimAndFill(fit, analysis.estimator)
          : trimAndFill(fit, analysis.estimator, analysis.side),
      );
    case "selmodel":
      return selectionModelInMetaforTerms(selectionModel(fit, analysis.steps, analysis.alternative));
    case "pet-peese": {
      const result = precisionEffect(fit.effects, { level: fit.level });
      if (result.kind !== "fitted") throw new RangeError(result.reason);
      return { ...precisionEffectInMetaforTerms(result), conditional: result.conditional };
    }
    case "fsn":
      return failSafeNumberInMetaforTerms(
        analysis.type === "Orwin"
          ? orwinFailSafeNumber(fit.effects, analysis.target ?? undefined)
          : analysis.type === "Rosenberg"
            ? rosenbergFailSafeNumber(fit.effects, analysis.alpha)
            : rosenthalFailSafeNumber(fit.effects, analysis.alpha),
      );
  }
}

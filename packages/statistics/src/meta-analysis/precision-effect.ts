import { studentTSurvival } from "@concord/numerics";
import type { Effect } from "./effect.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { FittedMetaAnalysis, MetaAnalysisModel, NotEstimable } from "./model.ts";
import { type WeightedRegression, weightedRegression } from "./weighted-regression.ts";

/** Effects regressed on their standard errors (PET) and on their variances (PEESE). */
export interface PrecisionEffect {
  readonly kind: "fitted";
  readonly onStandardError: WeightedRegression;
  readonly onVariance: WeightedRegression;
  /** The same with τ² added; absent where that model has no answer. */
  readonly additiveOnStandardError?: FittedMetaAnalysis;
  readonly additiveOnVariance?: FittedMetaAnalysis;
  /** One-sided p of PET's intercept. */
  readonly p: number;
  /** PEESE's intercept where PET's is above zero at .05 one-sided, PET's elsewhere. */
  readonly conditional: {
    readonly from: "PET" | "PEESE";
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
  };
}

/**
 * What would an endless, unbiased study find? The intercept of a line through effects on their standard errors, or,
 * once that is above zero, on their variances.
 *
 * Stanley TD, Doucouliagos H (2014). Res Synth Methods 5: 60–78. The effects are taken to point upwards; turn their
 * sign otherwise. With few studies or much heterogeneity both lines lean the wrong way (Stanley TD 2017, Soc Psychol
 * Personal Sci 8: 581–591).
 */
export function precisionEffect(
  effects: readonly Effect[],
  model: MetaAnalysisModel = {},
): PrecisionEffect | NotEstimable {
  const level = model.level ?? 0.95;
  const errors = effects.map(({ variance }) => Math.sqrt(variance));
  const variances = effects.map(({ variance }) => variance);
  const pet = weightedRegression(effects, [{ name: "sei", values: errors }], level);
  const peese = weightedRegression(effects, [{ name: "vi", values: variances }], level);
  if (pet.kind === "not-estimable") return pet;
  if (peese.kind === "not-estimable") return peese;
  const p = studentTSurvival(pet.coefficients[0]!.statistic, pet.degreesOfFreedom);
  const from = p < 0.05 ? "PEESE" : "PET";
  const { estimate, lower, upper } = (from === "PEESE" ? peese : pet).coefficients[0]!;
  const onErrors = additive(effects, "sei", errors, model);
  const onVariances = additive(effects, "vi", variances, model);
  return {
    kind: "fitted",
    onStandardError: pet,
    onVariance: peese,
    ...(onErrors === undefined ? {} : { additiveOnStandardError: onErrors }),
    ...(onVariances === undefined ? {} : { additiveOnVariance: onVariances }),
    p,
    conditional: { from, estimate, lower, upper },
  };
}

function additive(
  effects: readonly Effect[],
  name: string,
  values: readonly number[],
  model: MetaAnalysisModel,
): FittedMetaAnalysis | undefined {
  const matrix = {
    rows: values.length,
    columns: 2,
    values: Float64Array.from(values.flatMap((value) => [1, value])),
  };
  const design = {
    names: ["(Intercept)", name],
    matrix,
    kept: values.map((_, i) => i),
    termOf: [-1, 0],
    intercept: true,
  };
  const fit = metaAnalysis(effects, { ...model, design });
  return fit.kind === "fitted" ? fit : undefined;
}

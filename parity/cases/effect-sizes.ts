import { normalQuantile } from "@concord/numerics";
import {
  alphaFromLog,
  attenuationFactor,
  correlationFromChiSquare,
  correlationFromD,
  correlationFromDEqualGroups,
  correlationFromF,
  correlationFromT,
  correlationFromZ,
  dFromCorrelation,
  type EffectSize,
  HALF_TO_ZEROS,
  individuallyCorrectedSynthesis,
  type Measure,
  type MeasureOptions,
  measureEffects,
  predictMean,
  proportionFromLogOdds,
  proportionFromPooledDoubleArcsine,
  rawCorrelationsAtMean,
} from "@concord/statistics";
import { type Adapter, numbersOf, type ReferenceCase, recordsOf } from "../reference-case.ts";
import { fit, inTerms, usable } from "./fits.ts";

type Rename = Readonly<Record<string, string>>;

/** Estimates and variances side by side, null where there is none. */
function columnsOf(effects: readonly EffectSize[]): unknown {
  return {
    yi: effects.map((effect) => effect.estimate ?? null),
    vi: effects.map((effect) => (effect.kind === "measured" ? effect.variance : null)),
  };
}

function measuredAs(
  reference: ReferenceCase,
  measure: Measure,
  options: MeasureOptions = {},
  names: Rename = {},
): readonly EffectSize[] {
  return measureEffects(measure, recordsOf(reference.input, names), options);
}

const correlations: Adapter = {
  run: (reference) => {
    const z = measuredAs(reference, "ZCOR");
    const reach = normalQuantile(0.975);
    const bound = (sign: number) =>
      z.map((effect) =>
        effect.kind === "measured"
          ? correlationFromZ(effect.estimate + sign * reach * Math.sqrt(effect.variance))
          : null,
      );
    return {
      COR_LS: columnsOf(measuredAs(reference, "COR")),
      COR_AV: columnsOf(measuredAs(reference, "COR", { varianceType: "AV" })),
      UCOR_LS: columnsOf(measuredAs(reference, "UCOR")),
      UCOR_UB: columnsOf(measuredAs(reference, "UCOR", { varianceType: "UB" })),
      ZCOR: columnsOf(z),
      back: { r: bound(0), lb: bound(-1), ub: bound(1) },
    };
  },
};

const correlationEdges: Adapter = {
  run: (reference) => ({
    COR: columnsOf(measuredAs(reference, "COR")),
    UCOR: columnsOf(measuredAs(reference, "UCOR")),
    ZCOR: columnsOf(measuredAs(reference, "ZCOR")),
  }),
  leftOut: () => [
    {
      path: "ZCOR.vi.5",
      reason: "the correlation is missing: no variance is reported for an effect that is not there",
    },
  ],
};

const differences: Adapter = {
  run: (reference) => ({
    MD_LS: columnsOf(measuredAs(reference, "MD")),
    MD_HO: columnsOf(measuredAs(reference, "MD", { varianceType: "HO" })),
    SMD_LS: columnsOf(measuredAs(reference, "SMD")),
    SMD_UB: columnsOf(measuredAs(reference, "SMD", { varianceType: "UB" })),
    SMD_LS2: columnsOf(measuredAs(reference, "SMD", { varianceType: "LS2" })),
    SMDH: columnsOf(measuredAs(reference, "SMDH")),
    ROM: columnsOf(measuredAs(reference, "ROM")),
  }),
};

const TRIAL_COLUMNS: Rename = { tpos: "ai", tneg: "bi", cpos: "ci", cneg: "di" };

const tables: Adapter = {
  run: (reference) => {
    const as = (measure: Measure, options: MeasureOptions = {}) =>
      columnsOf(measuredAs(reference, measure, options, TRIAL_COLUMNS));
    return {
      OR: as("OR"),
      RR: as("RR"),
      RD: as("RD"),
      PETO: as("PETO"),
      OR_add_all: as("OR", { continuity: { ...HALF_TO_ZEROS, to: "all" } }),
      OR_drop00: as("OR", { continuity: { ...HALF_TO_ZEROS, doubleZeros: "drop" } }),
      OR2DN: as("OR2DN"),
    };
  },
  leftOut: () => [{ path: "D2OR_note", reason: "a remark, not a result" }],
};

const proportions: Adapter = {
  run: (reference) => {
    const logit = predictMean(fit(usable(measuredAs(reference, "PLO"))));
    const double = predictMean(fit(usable(measuredAs(reference, "PFT")), { method: "DL" }));
    const sizes = numbersOf(reference, "ni").filter((n) => n !== null);
    const back = proportionFromPooledDoubleArcsine(sizes);
    return {
      PR: columnsOf(measuredAs(reference, "PR")),
      PLO: columnsOf(measuredAs(reference, "PLO")),
      PFT: columnsOf(measuredAs(reference, "PFT")),
      PAS: columnsOf(measuredAs(reference, "PAS")),
      pooled_logit: {
        pred: proportionFromLogOdds(logit.estimate),
        lb: proportionFromLogOdds(logit.lower),
        ub: proportionFromLogOdds(logit.upper),
        pi_lb: proportionFromLogOdds(logit.newStudy?.lower ?? Number.NaN),
        pi_ub: proportionFromLogOdds(logit.newStudy?.upper ?? Number.NaN),
      },
      pooled_ft: { pred: back(double.estimate), lb: back(double.lower), ub: back(double.upper) },
    };
  },
};

const reliabilities: Adapter = {
  run: (reference) => {
    const pooled = predictMean(fit(usable(measuredAs(reference, "ABT")), { method: "DL" }));
    return {
      ARAW: columnsOf(measuredAs(reference, "ARAW")),
      AHW: columnsOf(measuredAs(reference, "AHW")),
      ABT: columnsOf(measuredAs(reference, "ABT")),
      pooled: {
        alpha: alphaFromLog(pooled.estimate),
        lb: alphaFromLog(pooled.lower),
        ub: alphaFromLog(pooled.upper),
      },
    };
  },
};

const fromTests: Adapter = {
  run: (reference) => {
    const n = numbersOf(reference, "n").map(Number);
    const t = numbersOf(reference, "tval").map(Number);
    const d = reference.options.d as readonly number[];
    const n1 = reference.options.n1 as readonly number[];
    const n2 = reference.options.n2 as readonly number[];
    const names = { n: "ni", tval: "ti", preds: "mi", R2: "r2i" };
    const r = t.map((value, i) => correlationFromT(value, n[i]! - 2));
    return {
      r_from_t_df_n_minus_2: r,
      z_from_t: r.map(Math.atanh),
      r_from_F: t.map((value, i) => correlationFromF(value * value, n[i]! - 2)),
      r_from_chi2: t.map((value, i) => correlationFromChiSquare(value, n[i]!)),
      r_from_d_exact_a: d.map((value, i) => correlationFromD(value, n1[i]!, n2[i]!)),
      r_from_d_equal_a4: d.map(correlationFromDEqualGroups),
      d_from_r: r.map(dFromCorrelation),
      PCOR: columnsOf(measuredAs(reference, "PCOR", {}, names)),
      ZPCOR: columnsOf(measuredAs(reference, "ZPCOR", {}, names)),
      SPCOR: columnsOf(measuredAs(reference, "SPCOR", {}, names)),
    };
  },
};

const attenuation: Adapter = {
  run: (reference) => {
    const records = recordsOf(reference.input);
    const studies = records.map((row) => ({
      correlation: Number(row.ri),
      sampleSize: Number(row.ni),
      reliabilityOfX: Number(row.rxx),
      reliabilityOfY: Number(row.ryy),
    }));
    const corrected = measureEffects("RCOR", records);
    const synthesis = individuallyCorrectedSynthesis(studies);
    const factors = studies.map((study) => attenuationFactor(study.reliabilityOfX, study.reliabilityOfY));
    const atMean = rawCorrelationsAtMean(studies);
    return {
      A: factors,
      r_c: corrected.map((effect) => effect.estimate),
      ve_obs_meanr: atMean.map((effect) => (effect.kind === "measured" ? effect.variance : null)),
      ve_c: synthesis.errorVariances,
      vi_c_from_own_r: corrected.map((effect) => (effect.kind === "measured" ? effect.variance : null)),
      mean_rho: synthesis.meanCorrelation,
      var_rc: synthesis.observedVariance,
      mean_ve_c: synthesis.errorVariance,
      var_rho: synthesis.trueVariance,
      sd_rho: synthesis.trueDeviation,
      inverse_variance_DL: inTerms(usable(corrected), { method: "DL" }),
    };
  },
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "ma-es-cor": correlations,
  "ma-es-cor-edge": correlationEdges,
  "ma-es-smd": differences,
  "ma-es-2x2": tables,
  "ma-es-prop": proportions,
  "ma-es-rel-alpha": reliabilities,
  "ma-es-from-tests": fromTests,
  "ma-attenuation": attenuation,
};

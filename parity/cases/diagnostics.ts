import {
  bestLinearPrediction,
  cumulative,
  cumulativeInMetaforTerms,
  type FittedMetaAnalysis,
  type Frame,
  influence,
  influenceInMetaforTerms,
  leaveOneOut,
  leaveOneOutInMetaforTerms,
  measureEffects,
  permutationTest,
  residuals,
  residualsInMetaforTerms,
  shrunkenEffectsInMetaforTerms,
} from "@concord/statistics";
import { type Adapter, numbersOf, recordsOf } from "../reference-case.ts";
import { effectsOf, fit, fitOn, usable } from "./fits.ts";

const influences: Adapter = {
  run: (reference) => {
    const effects = usable(measureEffects("ZCOR", recordsOf(reference.input)));
    const frame = reference.input as Frame;
    const plain = fit(effects);
    const regression = fitOn(effects, frame, "~ meanage + quality", { method: "DL" });
    const out = (model: FittedMetaAnalysis) => leaveOneOutInMetaforTerms(leaveOneOut(model));
    return {
      leave1out: out(plain),
      influence: influenceInMetaforTerms(influence(plain)),
      residuals: residualsInMetaforTerms(residuals(plain), influence(plain)),
      influence_regression_DL: influenceInMetaforTerms(influence(regression)),
      residuals_regression_DL: residualsInMetaforTerms(residuals(regression), influence(regression)),
      leave1out_DL: out(fit(effects, { method: "DL" })),
      leave1out_knha: out(fit(effects, { test: "knha" })),
      blup: shrunkenEffectsInMetaforTerms(bestLinearPrediction(plain)),
    };
  },
};

const cumulatives: Adapter = {
  run: (reference) => {
    const effects = usable(
      measureEffects("RR", recordsOf(reference.input, { tpos: "ai", tneg: "bi", cpos: "ci", cneg: "di" })),
    );
    const years = numbersOf(reference, "year").map(Number);
    const steps = cumulative(fit(effects), years);
    return {
      order_1based: steps.map(({ study }) => study + 1),
      REML: cumulativeInMetaforTerms(steps),
      DL: cumulativeInMetaforTerms(cumulative(fit(effects, { method: "DL" }), years)),
    };
  },
};

const permutations: Adapter = {
  run: (reference) => {
    const effects = effectsOf(reference.input);
    const first = effects.slice(0, 6);
    const frame: Frame = { weeks: numbersOf(reference, "weeks").slice(0, 6) };
    const a = fit(effects, { method: "DL" });
    const b = fitOn(first, frame, "~ weeks", { method: "DL" });
    const ofMean = permutationTest(a, { kind: "exact" });
    const ofSlope = permutationTest(b, { kind: "exact" });
    return {
      intercept_DL: {
        n: ofMean.orders,
        pval: ofMean.p[0],
        beta: a.coefficients[0]?.estimate,
        stat: a.coefficients[0]?.statistic,
      },
      intercept_REML: { pval: permutationTest(fit(effects), { kind: "exact" }).p[0] },
      regression_DL_first6: {
        n: ofSlope.orders,
        pval: ofSlope.p,
        QMp: ofSlope.omnibusP,
        stat: b.coefficients.map(({ statistic }) => statistic),
      },
    };
  },
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "ma-influence": influences,
  "ma-cumulative": cumulatives,
  "ma-permutation-exact": permutations,
};

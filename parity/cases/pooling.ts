import {
  bareBones,
  bareBonesInMetaforTerms,
  type Effect,
  type Frame,
  likelihoodRatioTest,
  METHODS,
  type MetaAnalysisModel,
  type Method,
  measureEffects,
  metaAnalysisInMetaforTerms,
  omnibusOf,
  predictAt,
  subgroupAnalysis,
  subgroupAnalysisInMetaforTerms,
} from "@concord/statistics";
import { type Adapter, numbersOf, type ReferenceCase, recordsOf } from "../reference-case.ts";
import { effectsOf, fit, fitOn, inTerms, usable } from "./fits.ts";

const EVERY_METHOD: Adapter = {
  run: (reference) => {
    const isTrials = reference.id === "ma-bcg-logrr";
    const names: Readonly<Record<string, string>> = isTrials
      ? { tpos: "ai", tneg: "bi", cpos: "ci", cneg: "di" }
      : {};
    const effects = usable(measureEffects(isTrials ? "RR" : "ZCOR", recordsOf(reference.input, names)));
    const wanted = Object.keys(reference.expected as object);
    return Object.fromEntries(
      wanted.map((key) => {
        const [method, test] = key.split("/") as [Method, "z" | "knha"];
        if (!METHODS.includes(method)) throw new Error(`unknown method: ${method}`);
        return [key, inTerms(effects, { method, test })];
      }),
    );
  },
};

const DEPENDS_ON_TAU = [
  "beta",
  "se",
  "stat",
  "pval",
  "ci_lb",
  "ci_ub",
  "vcov",
  "tau2",
  "se_tau2",
  "I2",
  "H2",
  "prediction",
  "fit",
];

const edges: Adapter = {
  run: ({ input }) =>
    Object.fromEntries(
      Object.entries(input).map(([name, columns]) => {
        const effects = effectsOf(columns as Readonly<Record<string, unknown>>);
        return [
          name,
          {
            DL: inTerms(effects, { method: "DL" }),
            REML: inTerms(effects, { method: "REML" }),
            PM_knha: inTerms(effects, { method: "PM", test: "knha" }),
            FE: inTerms(effects, { method: "FE" }),
          },
        ];
      }),
    ),
  leftOut: () =>
    ["k2", "dominate"].flatMap((name) =>
      DEPENDS_ON_TAU.map((value) => ({
        path: `${name}.PM_knha.${value}`,
        within: { rel: 2e-3, abs: 1e-3 },
        reason:
          "R stopped its search early (in k2 at 0.024975, where (y1 - y2)^2 = v1 + v2 + 2 tau2 gives 0.025 exactly); compared at rel 2e-3, abs 1e-3 instead",
      })),
    ),
};

const options: Adapter = {
  run: (reference) => {
    const effects = usable(
      measureEffects("ZCOR", recordsOf(reference.input, { Correlation: "ri", SampleSize: "ni" })),
    );
    const sizes = numbersOf(reference, "SampleSize").map(Number);
    const { estimate, lower, upper, newStudy } = predictAt(fit(effects), [1]);
    return {
      level90: inTerms(effects, { level: 0.9 }),
      unweighted: inTerms(effects, { weights: "equal" }),
      user_weights: inTerms(effects, { weights: sizes }),
      tau2_fixed: inTerms(effects, { betweenStudyVariance: 0.05 }),
      test_t: inTerms(effects, { test: "t" }),
      test_adhoc: inTerms(effects, { test: "adhoc" }),
      back: {
        pred: Math.tanh(estimate),
        ci_lb: Math.tanh(lower),
        ci_ub: Math.tanh(upper),
        pi_lb: Math.tanh(newStudy?.lower ?? Number.NaN),
        pi_ub: Math.tanh(newStudy?.upper ?? Number.NaN),
      },
    };
  },
};

const moderators: Adapter = {
  run: (reference) => {
    const effects = usable(
      measureEffects("RR", recordsOf(reference.input, { tpos: "ai", tneg: "bi", cpos: "ci", cneg: "di" })),
    );
    const frame = reference.input as Frame;
    const on = (formula: string, model: MetaAnalysisModel = {}) => fitOn(effects, frame, formula, model);
    const terms = (formula: string, model: MetaAnalysisModel = {}) =>
      metaAnalysisInMetaforTerms(on(formula, model));
    const both = on("~ ablat + alloc", { method: "ML" });
    const test = likelihoodRatioTest(both, fit(effects, { method: "ML" }));
    const joint = on("~ ablat + alloc");
    const { statistic, degreesOfFreedom, p } = omnibusOf(joint, [2, 3]);
    const curve = on("~ ablat");
    const predictions = [10, 20, 40].map((latitude) => predictAt(curve, [1, latitude]));
    return {
      ablat_REML: terms("~ ablat"),
      ablat_REML_knha: terms("~ ablat", { test: "knha" }),
      ablat_DL: terms("~ ablat", { method: "DL" }),
      ablat_FE: terms("~ ablat", { method: "FE" }),
      alloc_REML: terms("~ alloc"),
      ablat_alloc_ML: terms("~ ablat + alloc", { method: "ML" }),
      interaction: terms("~ ablat * year"),
      btt_alloc: {
        ...metaAnalysisInMetaforTerms(joint),
        QM: statistic,
        QM_df: [degreesOfFreedom, null],
        QMp: p,
        moderators_tested: [3, 4],
      },
      LRT: { chisq: test.statistic, p: test.p, df: test.degreesOfFreedom, R2: test.explainedPercent },
      predict_ablat_10_20_40: {
        pred: predictions.map((x) => x.estimate),
        se: predictions.map((x) => x.standardError),
        ci_lb: predictions.map((x) => x.lower),
        ci_ub: predictions.map((x) => x.upper),
        pi_lb: predictions.map((x) => x.newStudy?.lower),
        pi_ub: predictions.map((x) => x.newStudy?.upper),
      },
    };
  },
};

const missingModerators: Adapter = {
  run: (reference) => {
    const effects = effectsOf(reference.input);
    const frame = reference.input as Frame;
    const terms = (formula: string, model: MetaAnalysisModel = {}) =>
      metaAnalysisInMetaforTerms(fitOn(effects, frame, formula, model));
    const all = "~ length + wic + feedback + info + pers + imag + meta";
    const byMethod = Object.fromEntries(
      (["PM", "EB", "SJ", "HE", "HS"] as const).map((method) => [
        `grade_${method}`,
        terms("~ grade", { method }),
      ]),
    );
    return {
      length_wic: terms("~ length + wic"),
      all: terms(all),
      all_knha: terms(all, { test: "knha" }),
      grade_factor_noint: terms("~ 0 + factor(grade)"),
      grade_factor: terms("~ factor(grade)"),
      ...byMethod,
    };
  },
};

const scale: Adapter = {
  run: ({ input }) => {
    const effects = effectsOf(input);
    return {
      REML: inTerms(effects),
      DL: inTerms(effects, { method: "DL" }),
      PM: inTerms(effects, { method: "PM" }),
      REML_mods: metaAnalysisInMetaforTerms(fitOn(effects, input as Frame, "~ x + g")),
    };
  },
};

function correlationsBy(reference: ReferenceCase): readonly (Effect | undefined)[] {
  return measureEffects("ZCOR", recordsOf(reference.input)).map((effect) =>
    effect.kind === "measured" ? effect : undefined,
  );
}

/** Subgroups of the rows where the group is known and not empty, named as R names its terms. */
function grouped(
  effects: readonly (Effect | undefined)[],
  labels: readonly (string | null)[],
  model: MetaAnalysisModel = {},
): unknown {
  const rows = effects.flatMap((effect, i) => (effect !== undefined && labels[i] ? [i] : []));
  const result = subgroupAnalysis(
    rows.map((i) => effects[i]!),
    rows.map((i) => labels[i]!),
    model,
  );
  return subgroupAnalysisInMetaforTerms(result, "factor(g, levels = lv)");
}

const subgroups: Adapter = {
  run: (reference) => {
    const effects = correlationsBy(reference);
    const labels = (column: string) => reference.input[column] as readonly (string | null)[];
    return {
      by_criterion: grouped(effects, labels("criterion")),
      by_class: grouped(effects, labels("class")),
      by_source_DL_knha: grouped(effects, labels("source"), { method: "DL", test: "knha" }),
    };
  },
};

const mcdaniel: Adapter = {
  run: (reference) => {
    const effects = correlationsBy(reference);
    const all = effects.filter((effect) => effect !== undefined);
    const sizes = numbersOf(reference, "ni").map(Number);
    const raw = usable(measureEffects("COR", recordsOf(reference.input), { varianceType: "AV" }));
    const studies = recordsOf(reference.input).map((row) => ({
      correlation: Number(row.ri),
      sampleSize: Number(row.ni),
    }));
    return {
      REML: inTerms(all),
      DL: inTerms(all, { method: "DL" }),
      HS_raw: inTerms(raw, { method: "HS", weights: sizes }),
      by_type: grouped(effects, reference.input.type as readonly (string | null)[]),
      bare_bones: bareBonesInMetaforTerms(bareBones(studies)),
    };
  },
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "ma-all-estimators": EVERY_METHOD,
  "ma-bcg-logrr": EVERY_METHOD,
  "ma-edge": edges,
  "ma-options": options,
  "ma-mods-numeric-factor": moderators,
  "ma-mods-missing": missingModerators,
  "ma-scale-600": scale,
  "ma-subgroups": subgroups,
  "ma-mcdaniel-subgroups": mcdaniel,
};

import {
  bestLinearPrediction,
  cumulative,
  cumulativeInMetaforTerms,
  type FittedMetaAnalysis,
  influence,
  influenceInMetaforTerms,
  leaveOneOut,
  leaveOneOutInMetaforTerms,
  likelihoodRatioTest,
  type MetaforTerms,
  permutationTest,
  residuals,
  residualsInMetaforTerms,
  shrunkenEffectsInMetaforTerms,
  subgroupAnalysis,
  subgroupAnalysisInMetaforTerms,
} from "@concord/statistics";
import { leaveOneGroupOut } from "./leave-one-group-out.ts";
import {
  type AnalysisDone,
  refuse,
  sideBySide,
  type TableAnalysis,
  type TableModel,
  type TableRefusal,
} from "./request.ts";
import type { TableEffects } from "./table-effects.ts";
import { clusterOf, type TableFit, tableFit } from "./table-fit.ts";

export type StudyAnalysis = Extract<
  TableAnalysis,
  {
    readonly kind:
      | "subgroups"
      | "leave1out"
      | "influence"
      | "residuals"
      | "blup"
      | "cumul"
      | "permutest"
      | "anova";
  }
>;

/** What looks at studies one by one, in groups or in their order. */
export function studyAnalysis(
  table: TableEffects,
  model: TableModel,
  fitted: TableFit,
  analysis: StudyAnalysis,
): AnalysisDone | TableRefusal {
  const labels = fitted.used.map(({ label }) => label);
  const done = (terms: MetaforTerms, own = labels): AnalysisDone => ({ kind: "done", terms, labels: own });
  if (fitted.kind === "multilevel") {
    return analysis.kind === "leave1out"
      ? leaveOneGroupOut(table, model, fitted)
      : refuse(sideBySide(analysis.kind));
  }
  const { fit, used } = fitted;
  switch (analysis.kind) {
    case "subgroups": {
      const groups = clusterOf(table.frame, analysis.by, used).map(String);
      if (!fit.interceptOnly) return refuse("subgroups take no further moderators");
      return done(
        subgroupAnalysisInMetaforTerms(
          subgroupAnalysis(fit.effects, groups, fit.model),
          `factor(${analysis.by})`,
        ),
      );
    }
    case "leave1out":
      return done(leaveOneOutInMetaforTerms(leaveOneOut(fit)));
    case "influence":
      return done(influenceInMetaforTerms(influence(fit)));
    case "residuals":
      return done(residualsInMetaforTerms(residuals(fit), influence(fit)));
    case "blup":
      return done(shrunkenEffectsInMetaforTerms(bestLinearPrediction(fit)));
    case "cumul": {
      const by = used.map(({ row }, i) =>
        analysis.order === null ? i : Number(clusterOf(table.frame, analysis.order, [used[i]!])[0] ?? row),
      );
      const steps = cumulative(fit, by);
      return done(
        { order_1based: steps.map(({ study }) => study + 1), ...cumulativeInMetaforTerms(steps) },
        steps.map(({ study }) => labels[study]!),
      );
    }
    case "permutest":
      return done(permutationTerms(fit, analysis));
    case "anova": {
      const smaller = tableFit(table, { ...model, mods: null, method: "ML" });
      if (smaller.kind === "refused") return smaller;
      if (fit.interceptOnly || smaller.kind !== "plain") return refuse("anova requires moderators: mods");
      const test = likelihoodRatioTest(fit, smaller.fit);
      return done({
        chisq: test.statistic,
        p: test.p,
        df: test.degreesOfFreedom,
        R2: test.explainedPercent,
      });
    }
  }
}

function permutationTerms(
  fit: FittedMetaAnalysis,
  { permutations }: Extract<StudyAnalysis, { readonly kind: "permutest" }>,
): MetaforTerms {
  const result = permutationTest(fit, permutations);
  return {
    n: permutations.kind === "exact" ? result.orders : result.count,
    terms: fit.coefficients.map(({ name }) => (name === "(Intercept)" ? "intrcpt" : name)),
    beta: fit.coefficients.map(({ estimate }) => estimate),
    stat: fit.coefficients.map(({ statistic }) => statistic),
    pval: result.p,
    ...(fit.interceptOnly ? {} : { QMp: result.omnibusP }),
    unsettled: result.unsettled,
  };
}

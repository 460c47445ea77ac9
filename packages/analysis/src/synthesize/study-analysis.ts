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
} from "@concord/statistics/meta-analysis";
import type { TableEffects } from "./effects.ts";
import { clusterOf, type TableFit, tableFit } from "./fit.ts";
import {
  type AnalysisDone,
  refuse,
  sideBySide,
  type TableAnalysis,
  type TableModel,
  type TableRefusal,
} from "./request.ts";
import { meanOf } from "./terms.ts";

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

/**
 * What remains without each study, when studies give several effects: the nested model again without all effects of
 * one group of the outermost level. Null where it has no answer without it.
 */
function leaveOneGroupOut(
  table: TableEffects,
  model: TableModel,
  fitted: Extract<TableFit, { readonly kind: "multilevel" }>,
): AnalysisDone | TableRefusal {
  if (!fitted.fit.interceptOnly) return refuse("leave1out of whole groups takes no moderators");
  const outermost = fitted.fit.model.levels[0]!;
  const results = outermost.groups.map((_, group) => {
    const positions = new Set(fitted.positions.filter((_, i) => outermost.groupOf[i] !== group));
    const rest: TableEffects = { ...table, effects: table.effects.filter((_, i) => positions.has(i)) };
    const without = tableFit(rest, model);
    if (without.kind !== "multilevel") return null;
    const { fit, robust } = without;
    const mean = meanOf(without);
    return {
      mean,
      p: (robust ?? fit).coefficients[0]!.p,
      components: fit.components.map((one) => one.variance),
    };
  });
  const list = <Value>(of: (one: NonNullable<(typeof results)[number]>) => Value) =>
    results.map((one) => (one === null ? null : of(one)));
  return {
    kind: "done",
    labels: outermost.groups,
    terms: {
      estimate: list(({ mean }) => mean.estimate),
      se: list(({ mean }) => mean.standardError),
      pval: list(({ p }) => p),
      "ci.lb": list(({ mean }) => mean.lower),
      "ci.ub": list(({ mean }) => mean.upper),
      ...Object.fromEntries(
        fitted.fit.components.map(({ name }, i) => [
          `sigma2 ${name}`,
          list(({ components }) => components[i] ?? null),
        ]),
      ),
    },
  };
}

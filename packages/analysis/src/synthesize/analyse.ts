import {
  bareBones,
  bareBonesInMetaforTerms,
  individuallyCorrectedSynthesis,
  type MetaforTerms,
} from "@concord/statistics/meta-analysis";
import { biasAnalysis, isBiasAnalysis } from "./bias-analysis.ts";
import type { TableEffects } from "./effects.ts";
import { type TableFit, tableFit, withRefusal } from "./fit.ts";
import {
  type AnalysisDone,
  refuse,
  sideBySide,
  type TableAnalysis,
  type TableModel,
  type TableRefusal,
} from "./request.ts";
import { readOutOf } from "./sentence.ts";
import { studyAnalysis } from "./study-analysis.ts";
import { pooledTerms, predictedTerms } from "./terms.ts";

/** Runs one analysis over a table; every refusal is one line. */
export function analyse(
  table: TableEffects,
  model: TableModel,
  analysis: TableAnalysis,
): AnalysisDone | TableRefusal {
  return withRefusal(() => {
    const answer = answerTo(table, model, analysis);
    if (answer.kind === "refused") return answer;
    const reason = noAnswer(answer.terms);
    return reason === null ? answer : refuse(`${analysis.kind}: ${reason}`);
  });
}

/** Why terms hold no answer, where they say so. */
function noAnswer(terms: MetaforTerms): string | null {
  if (terms.error !== true) return null;
  return typeof terms.message === "string" ? terms.message : "the effects do not determine it";
}

function answerTo(
  table: TableEffects,
  model: TableModel,
  analysis: TableAnalysis,
): AnalysisDone | TableRefusal {
  if (analysis.kind === "effects") return effectsTerms(table);
  if (analysis.kind === "hunter-schmidt") return hunterSchmidt(table);
  const fitted = tableFit(table, analysis.kind === "anova" ? { ...model, method: "ML" } : model);
  if (fitted.kind === "refused") return fitted;
  const labels = fitted.used.map(({ label }) => label);
  const rows = fitted.used.map(({ row }) => row);
  const { dropped } = fitted;
  const notes = untestedNotes(fitted);
  const done = (terms: MetaforTerms): AnalysisDone => ({ kind: "done", terms, labels, rows, dropped, notes });
  if (analysis.kind === "pool") return done(pooledTerms(table, model, fitted, analysis.extras));
  if (analysis.kind === "predict") return done(predictedTerms(table, fitted, analysis.newmods));
  if (isBiasAnalysis(analysis)) {
    if (fitted.kind === "multilevel") return refuse(sideBySide(analysis.kind));
    return withReadOut(done(biasAnalysis(fitted.fit, fitted.used, analysis)));
  }
  const answer = studyAnalysis(table, model, fitted, analysis);
  return answer.kind === "refused" ? answer : withReadOut({ ...answer, rows, dropped, notes });

  function withReadOut(own: AnalysisDone): AnalysisDone {
    const readOut = readOutOf(table, model, fitted as TableFit, analysis, own.terms);
    if (readOut === undefined) return own;
    return { ...own, readOut, terms: { ...own.terms, sentence: readOut.sentence } };
  }
}

function untestedNotes(fitted: TableFit): readonly string[] {
  if (fitted.kind === "plain")
    return fitted.fit.untested === undefined
      ? []
      : [`The coefficients have no standard error, test or interval: ${fitted.fit.untested}.`];
  if (fitted.robust === null) return [];
  const { untested, doubtful } = fitted.robust;
  return [
    ...untested.map(({ name, reason }) => `${name} has no robust test: ${reason}.`),
    ...doubtful.map(({ name, reason }) => `The robust test of ${name} is not to be trusted: ${reason}.`),
  ];
}

function effectsTerms({ all }: TableEffects): AnalysisDone {
  return {
    kind: "done",
    labels: all.map(({ label }) => label),
    terms: {
      yi: all.map(({ effect }) => (effect.kind === "measured" ? effect.estimate : (effect.estimate ?? null))),
      vi: all.map(({ effect }) => (effect.kind === "measured" ? effect.variance : null)),
    },
  };
}

/** Bare bones from r and n; corrected for unreliability where both reliabilities are there. */
function hunterSchmidt({ columns, effects }: TableEffects): AnalysisDone | TableRefusal {
  const studies = columns.map(({ ri, ni, rxx, ryy }) => ({
    correlation: ri ?? Number.NaN,
    sampleSize: ni ?? Number.NaN,
    reliabilityOfX: rxx ?? Number.NaN,
    reliabilityOfY: ryy ?? Number.NaN,
  }));
  if (studies.some(({ correlation, sampleSize }) => Number.isNaN(correlation + sampleSize)))
    return refuse("hunter-schmidt requires correlations and sample sizes: --ri and --ni");
  const labels = effects.map(({ label }) => label);
  const bare = bareBonesInMetaforTerms(bareBones(studies));
  if (studies.some(({ reliabilityOfX, reliabilityOfY }) => Number.isNaN(reliabilityOfX + reliabilityOfY)))
    return { kind: "done", terms: bare, labels };
  const corrected = individuallyCorrectedSynthesis(studies);
  return {
    kind: "done",
    labels,
    terms: {
      ...bare,
      mean_rho: corrected.meanCorrelation,
      var_rc: corrected.observedVariance,
      mean_ve_c: corrected.errorVariance,
      ve_c: corrected.errorVariances,
      var_rho_corrected: corrected.trueVariance,
      sd_rho_corrected: corrected.trueDeviation,
    },
  };
}

import { meanWords } from "@concord/evidence/export";
import { readMean } from "@concord/evidence/pooled-mean";
import { type Outcome, percentOf } from "../analysis.ts";
import type { Columns } from "../table/cells.ts";
import { incompleteRows, type LeftRow } from "../table/report.ts";
import { analyse } from "./analyse.ts";
import { type TableEffects, tableEffects } from "./effects.ts";
import { type TableFit, tableFit } from "./fit.ts";
import {
  type AnalysisDone,
  analysesOf,
  measureOf,
  modelOf,
  type SynthesizeRequest,
  synthesizeUses,
  type TableAnalysis,
  type TableModel,
} from "./request.ts";
import { meanOf } from "./terms.ts";

export interface SynthesizeResult {
  readonly table: TableEffects;
  readonly model: TableModel;
  /** In the order in which they were asked for. */
  readonly analyses: readonly OneAnalysis[];
}

/** One of the analyses that were asked for. */
export interface OneAnalysis {
  readonly analysis: TableAnalysis;
  readonly result: AnalysisDone;
}

/** Returns every analysis that was asked for; the first that has no answer is the refusal. */
export function synthesizeTable(columns: Columns, request: SynthesizeRequest): Outcome<SynthesizeResult> {
  const model = modelOf(request);
  const table = tableEffects(columns, measureOf(request));
  if (table.kind === "refused") return table;
  const analyses: OneAnalysis[] = [];
  for (const analysis of analysesOf(request)) {
    const result = analyse(table, model, analysis);
    if (result.kind === "refused") return result;
    analyses.push({ analysis, result });
  }
  const dropped = [...new Set(analyses.flatMap(({ result }) => result.dropped ?? []))];
  return {
    kind: "done",
    result: { table, model, analyses },
    left: leftRows(table, analyses, columns, request),
    notes: [
      ...dropped.map(
        (name) => `${name} repeats other moderators, or no study is in it; it was left out, as metafor does.`,
      ),
      ...new Set(analyses.flatMap(({ result }) => result.notes ?? [])),
    ],
  };
}

/** Rows outside the subset, those that give no effect, and those that lack a value of the model. */
function leftRows(
  table: TableEffects,
  analyses: readonly OneAnalysis[],
  columns: Columns,
  request: SynthesizeRequest,
): readonly LeftRow[] {
  const names = Object.keys(columns);
  const asked = new Set(table.all.map(({ row }) => row));
  const outside = (columns[names[0] ?? ""] ?? []).flatMap((_, row): LeftRow[] =>
    asked.has(row) ? [] : [{ row, reason: "outside --subset", byRequest: true }],
  );
  const unmeasured = table.left.map(({ row, label, reason }) =>
    label === String(row + 1) ? { row, reason } : { row, label, reason },
  );
  const models = analyses.flatMap(({ result }) => (result.rows === undefined ? [] : [new Set(result.rows)]));
  const unused = table.effects.map(({ row }) => row).filter((row) => models.some((rows) => !rows.has(row)));
  const used = synthesizeUses(request, names).map(({ name }) => name);
  const gaps = new Map(incompleteRows(columns, used).map(({ row, reason }) => [row, reason]));
  const incomplete = unused.map((row) => ({
    row,
    reason: gaps.get(row) ?? "a term of the model has no value",
  }));
  return [...outside, ...unmeasured, ...incomplete];
}

/** Returns the pooled mean as a sentence with its count of effects; nothing where moderators leave no one mean. */
export function pooledSentence({ table, model }: SynthesizeResult): string | undefined {
  const fitted = tableFit(table, model);
  if (fitted.kind === "refused" || !fitted.fit.interceptOnly) return undefined;
  return `${meanSentence(fitted, table, model)} (${fitted.used.length} effects)`;
}

function meanSentence(fitted: TableFit, table: TableEffects, model: TableModel): string {
  const { estimate, standardError, lower, upper, newStudy } = meanOf(fitted);
  const coefficients =
    fitted.kind === "plain" ? fitted.fit.coefficients : (fitted.robust ?? fitted.fit).coefficients;
  const { statistic, degreesOfFreedom, p } = coefficients[0]!;
  const mean = {
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    p,
    lower,
    upper,
    prediction: newStudy ?? null,
  };
  const sizes = fitted.used.map(({ n }) => n);
  return meanWords(readMean(mean, table.measure, sizes), percentOf(model.confidenceLevel));
}

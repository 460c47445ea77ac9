import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type AnalysisDone,
  analyse,
  analysisQuestions,
  meanOf,
  meanWords,
  readMean,
  type TableAnalysis,
  type TableEffects,
  type TableFit,
  type TableModel,
  tableEffects,
  tableFit,
} from "@concord/evidence";
import { csvLine } from "@concord/interchange";
import { noResult } from "../model/no-result.ts";
import { readTable, tellTable } from "../model/read-table.ts";
import { paintFor } from "../print/paint.ts";
import { termsJson } from "../print/terms-json.ts";
import type { AddCommand } from "../program.ts";
import { figuresOf } from "../synthesize/figures.ts";
import { addSynthesizeFlags, type SynthesizeFlags } from "../synthesize/flags.ts";
import { termLines } from "../synthesize/print-terms.ts";
import { rProgram } from "../synthesize/r-program.ts";
import { analysesOf, measureOf, modelOf } from "../synthesize/request.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

/** `concord synthesize FILE`: a meta-analysis of any table, in the words of metafor. */
export const synthesizeCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("synthesize")
    .description("Pool effects of a table: meta-analysis with the arguments that metafor has.")
    .argument("<file>", "a CSV file with a row for each effect, or - for the standard input");
  addSynthesizeFlags(command).action(async (file: string, flags: SynthesizeFlags) => {
    done(await run(file, flags, terminal));
  });
};

async function run(file: string, flags: SynthesizeFlags, terminal: Terminal): Promise<ExitCode> {
  const measure = measureOf(flags);
  const model = modelOf(flags);
  const analyses = analysesOf(flags);
  const frame = await readTable(file, terminal);
  if (flags.rCode === true) {
    terminal.out(rProgram(file, measure, model, analyses, Object.keys(frame.columns)));
    return exitCodes.done;
  }
  const table = tableEffects(frame.columns, measure);
  if (table.kind === "refused") throw noResult(table.reason);
  const results = analyses.map((analysis) => {
    const result = analyse(table, model, analysis);
    if (result.kind === "refused") throw noResult(result.reason);
    return { analysis, result };
  });
  const left = table.left.map(({ row, label, reason }) =>
    label === String(row + 1) ? { row, reason } : { row, label, reason },
  );
  const code = tellTable(frame, left, terminal);
  if (flags.json === true) terminal.out(`${termsJson(jsonOf(results))}\n`);
  else terminal.out(`${textOf(results, table, model, terminal).join("\n")}\n`);
  if (flags.table !== undefined) await writeFile(flags.table, effectsTable(table));
  if (flags.svg !== undefined) await draw(flags.svg, table, model, analyses, terminal);
  return code;
}

interface Result {
  readonly analysis: TableAnalysis;
  readonly result: AnalysisDone;
}

/** One analysis is printed as itself; several under their names. */
function jsonOf(results: readonly Result[]): unknown {
  return results.length === 1
    ? results[0]!.result.terms
    : Object.fromEntries(results.map(({ analysis, result }) => [analysis.kind, result.terms]));
}

function textOf(
  results: readonly Result[],
  table: TableEffects,
  model: TableModel,
  terminal: Terminal,
): readonly string[] {
  const paint = paintFor(terminal);
  return results.flatMap(({ analysis, result }, i) => [
    ...(i === 0 ? [] : [""]),
    paint.strong(`${analysis.kind}: ${analysisQuestions[analysis.kind]}`),
    ...(analysis.kind === "pool" ? summary(table, model) : []),
    ...termLines(result),
  ]);
}

function summary(table: TableEffects, model: TableModel): readonly string[] {
  const fitted = tableFit(table, model);
  if (fitted.kind === "refused" || !fitted.fit.interceptOnly) return [];
  return [`${meanSentence(fitted, table, model)} (${fitted.used.length} effects)`, ""];
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
  return meanWords(readMean(mean, table.measure, sizes), model.level);
}

function effectsTable({ all }: TableEffects): string {
  const rows = all.map(({ label, effect }) =>
    effect.kind === "measured"
      ? [label, effect.estimate, effect.variance, null]
      : [label, null, null, effect.reason],
  );
  return [["study", "yi", "vi", "left_out"], ...rows].map(csvLine).join("");
}

async function draw(
  folder: string,
  table: TableEffects,
  model: TableModel,
  analyses: readonly TableAnalysis[],
  terminal: Terminal,
): Promise<void> {
  const fitted = tableFit(table, model);
  if (fitted.kind === "refused") throw noResult(fitted.reason);
  await mkdir(folder, { recursive: true });
  for (const { name, svg } of figuresOf(table, fitted, analyses)) {
    const file = path.join(folder, `${name}.svg`);
    await writeFile(file, svg);
    terminal.err(`drawn: ${file}\n`);
  }
}

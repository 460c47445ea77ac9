import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type AnalysisDone,
  analyse,
  analysisQuestions,
  meanOf,
  meanWords,
  type ReadOut,
  readMean,
  type TableAnalysis,
  type TableEffects,
  type TableFit,
  type TableMeasure,
  type TableModel,
  tableEffects,
  tableFit,
} from "@concord/evidence";
import { csvLine, type ReadFrame } from "@concord/interchange";
import { type FlagGiven, flagsGiven } from "../flags-given.ts";
import type { Columns } from "../model/model-command.ts";
import { modelTable } from "../model/model-table.ts";
import { noResult } from "../model/no-result.ts";
import { readAsHere } from "../model/r-reading.ts";
import { type LeftRow, readTable } from "../model/read-table.ts";
import { incompleteRows, printReport, tableReport, withReport } from "../model/table-report.ts";
import { type ColumnUse, columnsAsUsed } from "../model/table-use.ts";
import { paintFor } from "../print/paint.ts";
import { wrapped } from "../print/table.ts";
import { termsJson } from "../print/terms-json.ts";
import type { AddCommand } from "../program.ts";
import { figuresOf } from "../synthesize/figures.ts";
import { addSynthesizeFlags, type SynthesizeFlags } from "../synthesize/flags.ts";
import { termLines } from "../synthesize/print-terms.ts";
import { rProgram } from "../synthesize/r-program.ts";
import { analysesOf, measureOf, modelOf } from "../synthesize/request.ts";
import { synthesizeUses } from "../synthesize/uses.ts";
import { addTableOptions, tableRules } from "../table-options.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

/** `concord synthesize FILE`: a meta-analysis of any table, in the words of metafor. */
export const synthesizeCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("synthesize")
    .description("Pool effects of a table: meta-analysis with the arguments that metafor has.")
    .argument("<file>", "a CSV file with a row for each effect, or - for the standard input");
  addTableOptions(addSynthesizeFlags(command)).action(async (file: string, flags: SynthesizeFlags) => {
    done(await run(file, flags, flagsGiven(command), terminal));
  });
};

async function run(
  file: string,
  flags: SynthesizeFlags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const measure = measureOf(flags);
  const model = modelOf(flags);
  const analyses = analysesOf(flags);
  const frame = await readTable(file, terminal, tableRules(flags));
  const uses = usesOf(flags, measure, model, frame);
  const columns = columnsAsUsed(frame, uses);
  if (flags.rCode === true) {
    const program = rProgram(file, measure, model, analyses, Object.keys(frame.columns));
    terminal.out(readAsHere(program, file, frame, tableRules(flags), uses));
    return exitCodes.done;
  }
  const table = tableEffects(columns, measure);
  if (table.kind === "refused") throw noResult(table.reason);
  const results = analyses.map((analysis) => {
    const result = analyse(table, model, analysis);
    if (result.kind === "refused") throw noResult(result.reason);
    return { analysis, result };
  });
  const report = tableReport(frame, uses, leftRows(table, results, frame, columns, uses), given);
  const code = printReport(report, frame, terminal);
  const dropped = [...new Set(results.flatMap(({ result }) => result.dropped ?? []))];
  const notes = [
    ...dropped.map(
      (name) => `${name} repeats other moderators, or no study is in it; it was left out, as metafor does.`,
    ),
    ...new Set(results.flatMap(({ result }) => result.notes ?? [])),
  ];
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.json === true) {
    const input = { ...report, remarks: [...report.remarks, ...notes] };
    terminal.out(`${termsJson(withReport(jsonOf(results), input))}\n`);
  } else terminal.out(`${textOf(results, table, model, terminal).join("\n")}\n`);
  if (flags.table !== undefined) await writeFile(flags.table, effectsTable(table));
  if (flags.svg !== undefined) await draw(flags.svg, table, model, analyses, terminal);
  return code;
}

/** A formula that cannot be read is the answer, in one line. */
function usesOf(
  flags: SynthesizeFlags,
  measure: TableMeasure,
  model: TableModel,
  frame: ReadFrame,
): readonly ColumnUse[] {
  try {
    return synthesizeUses(flags, measure, model, Object.keys(frame.columns));
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) throw noResult(error.message);
    throw error;
  }
}

/** Rows outside the subset, those that give no effect, and those that lack a value of the model. */
function leftRows(
  table: TableEffects,
  results: readonly Result[],
  frame: ReadFrame,
  columns: Columns,
  uses: readonly ColumnUse[],
): readonly LeftRow[] {
  const asked = new Set(table.all.map(({ row }) => row));
  const outside = frame.lines.flatMap((_, row): LeftRow[] =>
    asked.has(row) ? [] : [{ row, reason: "outside --subset", byRequest: true }],
  );
  const unmeasured = table.left.map(({ row, label, reason }) =>
    label === String(row + 1) ? { row, reason } : { row, label, reason },
  );
  const models = results.flatMap(({ result }) => (result.rows === undefined ? [] : [new Set(result.rows)]));
  const unused = table.effects.map(({ row }) => row).filter((row) => models.some((rows) => !rows.has(row)));
  const gaps = new Map(
    incompleteRows(
      columns,
      uses.map(({ name }) => name),
    ).map(({ row, reason }) => [row, reason]),
  );
  const incomplete = unused.map((row) => ({
    row,
    reason: gaps.get(row) ?? "a term of the model has no value",
  }));
  return [...outside, ...unmeasured, ...incomplete];
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
    ...(result.readOut === undefined ? termLines(result) : readOutLines(result.readOut, terminal)),
  ]);
}

/** One sentence, then one table. */
function readOutLines({ sentence, titles, rows }: ReadOut, terminal: Terminal): readonly string[] {
  const width = Math.min(terminal.width ?? 100, 110);
  return [...wrapped(sentence, width, ""), "", ...modelTable(titles, rows)];
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

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { FrameRules } from "@concord/interchange";
import { type Command, Option } from "commander";
import { percent } from "../flag-values.ts";
import { type FlagGiven, flagsGiven } from "../flags-given.ts";
import { paintFor } from "../print/paint.ts";
import { wrapped } from "../print/table.ts";
import { termsJson } from "../print/terms-json.ts";
import type { AddCommand } from "../program.ts";
import { addTableOptions, type TableFlags, tableRules } from "../table-options.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import type { Cell } from "./column.ts";
import { noResult } from "./no-result.ts";
import { readAsHere } from "./r-reading.ts";
import { type LeftRow, readTable } from "./read-table.ts";
import { incompleteRows, printReport, tableReport, withReport } from "./table-report.ts";
import { type ColumnUse, columnsAsUsed } from "./table-use.ts";
import { type OutcomeUse, twoValuedNotes, wordsOfTwoValuedOutcome } from "./two-valued-outcome.ts";

/**
 * How a model comes to the command line.
 *
 * A command is one value: what it is called, its own flags, how rows become a result, and how the result is
 * said in the terms of R, in a table, in a sentence, in a figure and as an R program. Reading the file,
 * `--json`, `--svg FILE`, `--r-code`, `--level`, problems of rows, exit codes and refusals are the same for
 * all and stand here.
 *
 *     interface MeanFlags extends ModelFlags { readonly value: string }
 *
 *     export const meanCommand = modelCommand<MeanFlags, Mean>({
 *       name: "mean",
 *       description: "The mean of a column, with its interval.",
 *       rows: "a row for each client",
 *       flags: (command) => command.requiredOption("--value <column>", "the column"),
 *       fit: (columns, { value, level }) => {
 *         const values = numberColumn(columns, value);                   // column.ts refuses in one line
 *         const result = meanWithInterval(values, level);                // a room's function
 *         return result.kind === "refused" ? result : { kind: "done", result };
 *       },
 *       terms: (mean) => meanTerms(mean),                                // the room's *-terms.ts: names of R
 *       lines: (mean) => modelTable(["", "mean", "se"], [["value", mean.estimate, mean.standardError]]),
 *       sentence: ({ estimate, lower, upper }, { level }) =>
 *         `The mean was ${number(estimate)}, ${interval(lower, upper, level)}.`,     // apa.ts
 *       svg: (mean) => meanChart(mean),                                  // @concord/charts
 *       rCode: (file, { value, level }) =>
 *         rLines("mean", file, [], [`t.test(${rColumn(value)}, conf.level = ${level / 100})`]),
 *     });
 *
 * Then a line in `program.ts`, and a section with runnable examples in `docs/`.
 */
export interface ModelCommand<Flags extends ModelFlags, Result> {
  readonly name: string;
  readonly description: string;
  /** What a row of the file is: "a row for each rating". */
  readonly rows: string;
  /** An argument before the file, such as a formula; it arrives as `flags.formula`. */
  readonly formula?: string;
  /** Where flags can stand for it, one word alone is the file. */
  readonly formulaNeeded?: "always" | "unless-flags-say-it";
  readonly flags: (command: Command) => Command;
  /** How the table is read, where flags of the command's own say more than the common ones. */
  readonly rules?: (flags: Flags) => FrameRules;
  /** The columns that the flags ask for, and as what; the file has the names in `columns`. */
  readonly uses?: (flags: Flags, columns: readonly string[]) => readonly ColumnUse[];
  /** The columns that a straight line is fitted to, each with the R call of the model for a yes-or-no outcome. */
  readonly outcomes?: (flags: Flags, columns: readonly string[]) => readonly OutcomeUse[];
  readonly fit: (columns: Columns, flags: Flags) => Outcome<Result>;
  /** What `--json` prints: the names and shapes that R's package has. */
  readonly terms: (result: Result, flags: Flags) => unknown;
  readonly lines: (result: Result, flags: Flags) => readonly string[];
  /** The result as a sentence in APA style, ready to be checked and pasted. */
  readonly sentence: (result: Result, flags: Flags) => string;
  readonly svg: (result: Result, flags: Flags) => string;
  readonly rCode: (file: string, flags: Flags, columns: Columns) => string;
}

/** Columns of a file under their names; null is missing. */
export type Columns = Readonly<Record<string, readonly Cell[]>>;

/** What every model command takes. */
export interface ModelFlags extends TableFlags {
  readonly level: number;
  readonly json?: true;
  readonly svg?: string;
  readonly rCode?: true;
  /** Only where the command has one. */
  readonly formula?: string;
}

export type Outcome<Result> =
  | {
      readonly kind: "done";
      readonly result: Result;
      /** Rows that were not used; they make the exit code 1. Without it, rows that lack a used value. */
      readonly left?: readonly LeftRow[];
      /** Rows that were used, where the analysis counts them itself. */
      readonly used?: number;
      /** What a reader must know: a singular fit, a boundary, a convention. */
      readonly notes?: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** The command line of a model. */
export function modelCommand<Flags extends ModelFlags, Result>(
  model: ModelCommand<Flags, Result>,
): AddCommand {
  return (program, terminal, done) => {
    const command = program.command(model.name).description(model.description);
    if (model.formula !== undefined) command.argument("<formula>", model.formula);
    const file = model.formulaNeeded === "unless-flags-say-it" ? "[file]" : "<file>";
    command.argument(file, `a CSV file with ${model.rows}, or - for the standard input`);
    addTableOptions(model.flags(command))
      .addOption(
        new Option("--level <percent>", "coverage of intervals").argParser(percent).default(95, "95"),
      )
      .option("--json", "print the result under the names that R has, for programs")
      .option("--r-code", "print the R program that gives the same")
      .option("--svg <file>", "draw the result");
    // Commander hands over the arguments, then the flags it has parsed, then itself.
    command.action(async (...given: readonly unknown[]) => {
      const words = given.filter((one) => typeof one === "string");
      const file = words.at(-1)!;
      const flags = { ...command.opts<Flags>(), ...(words.length === 2 ? { formula: words[0]! } : {}) };
      done(await run(model, file, flags, flagsGiven(command), terminal));
    });
  };
}

async function run<Flags extends ModelFlags, Result>(
  model: ModelCommand<Flags, Result>,
  file: string,
  flags: Flags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const rules = (model.rules ?? tableRules)(flags);
  const frame = await readTable(file, terminal, rules);
  const used = refusing(() => ({
    kind: "done",
    result: model.uses?.(flags, Object.keys(frame.columns)) ?? [],
  }));
  if (used.kind === "refused") throw noResult(used.reason);
  const outcomes = model.outcomes?.(flags, Object.keys(frame.columns)) ?? [];
  const words = wordsOfTwoValuedOutcome(frame, outcomes);
  if (words !== undefined) throw noResult(words);
  const columns = columnsAsUsed(frame, used.result);
  if (flags.rCode === true) {
    const program = model.rCode(file, flags, frame.columns);
    terminal.out(readAsHere(program, file, frame, rules, used.result));
    return exitCodes.done;
  }
  const outcome = refusing(() => model.fit(columns, flags));
  if (outcome.kind === "refused") throw noResult(outcome.reason);
  const names = used.result.map(({ name }) => name);
  const left = outcome.left ?? incompleteRows(columns, names);
  const report = tableReport(frame, used.result, left, given, outcome.used);
  const code = printReport(report, frame, terminal);
  const twoValued = twoValuedNotes(
    columns,
    outcomes,
    left.map(({ row }) => row),
  );
  const notes = [...twoValued, ...(outcome.notes ?? [])];
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.json === true) {
    const input = { ...report, remarks: [...report.remarks, ...notes] };
    terminal.out(`${termsJson(withReport(model.terms(outcome.result, flags), input, notes))}\n`);
  } else terminal.out(`${textOf(model, outcome.result, flags, terminal).join("\n")}\n`);
  if (flags.svg !== undefined) await draw(flags.svg, model.svg(outcome.result, flags), terminal);
  return code;
}

function textOf<Flags extends ModelFlags, Result>(
  model: ModelCommand<Flags, Result>,
  result: Result,
  flags: Flags,
  terminal: Terminal,
): readonly string[] {
  const paint = paintFor(terminal);
  const sentence = wrapped(bound(model.sentence(result, flags)), Math.min(terminal.width ?? 100, 110), "");
  return [
    paint.strong(`${model.name}: ${model.description}`),
    ...sentence.map((line) => line.replaceAll(noBreak, " ")),
    "",
    ...model.lines(result, flags),
  ];
}

const noBreak = "\u00a0";

/** r = .27 stays on one line. */
function bound(sentence: string): string {
  return sentence.replace(/ ([=<>]) /g, `${noBreak}$1${noBreak}`);
}

/** A RangeError of a room says in one line what it requires, a SyntaxError where a formula ends: that is the answer. */
function refusing<Result>(fit: () => Outcome<Result>): Outcome<Result> {
  try {
    return fit();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError)
      return { kind: "refused", reason: error.message };
    throw error;
  }
}

async function draw(file: string, svg: string, terminal: Terminal): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, svg);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandRefused(`The figure cannot be written to ${file} (${code ?? message}).`);
  }
  terminal.err(`drawn: ${file}\n`);
}

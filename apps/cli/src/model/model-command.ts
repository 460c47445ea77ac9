import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Analysis, Outcome } from "@concord/analysis";
import type { FrameRules } from "@concord/interchange/table";
import { type Command, Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { percent } from "../flag-values.ts";
import { type FlagGiven, flagsAsJson, flagsGiven } from "../flags-given.ts";
import { addTableOptions, type TableFlags, tableRules } from "../table-options.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

/**
 * An analysis on the command line: what the command is called, its own flags, and how its analysis is loaded once it
 * runs. Reading the file, `--json`, `--svg FILE`, `--r-code`, `--level`, problems of rows, exit codes and refusals are the
 * same for all.
 *
 *     export const moderateCommand = modelCommand<ModerateRequest, ModerateResult>({
 *       name: "moderate",
 *       description: "For whom an effect holds.",
 *       rows: "a row for each person",
 *       flags: (command) => command.requiredOption("--x <column>", "the predictor"),
 *       load: async () => (await import("@concord/analysis/moderate")).moderateAnalysis,
 *     });
 *
 * Then a line in `program.ts`, and a section with runnable examples in `docs/`.
 */
export interface ModelCommand<Request, Result, Options = Partial<Request>> {
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
  readonly rules?: (flags: Options & TableFlags) => FrameRules;
  /** Turns flags that say one thing in two words into options. */
  readonly options?: (flags: Options & { readonly formula?: string }) => Options;
  readonly load: (
    flags: Options & { readonly formula?: string },
  ) => Promise<Analysis<Request, Result, Options>>;
}

/** What every model command takes. */
interface ModelFlags extends TableFlags {
  readonly level: number;
  readonly json?: true;
  readonly svg?: string;
  readonly rCode?: true;
}

/** The command line of a model. */
export function modelCommand<Request, Result, Options = Partial<Request>>(
  model: ModelCommand<Request, Result, Options>,
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
      const { level, ...flags } = command.opts<Options & ModelFlags>();
      const options = {
        ...flags,
        confidenceLevel: level / 100,
        ...(words.length === 2 ? { formula: words[0]! } : {}),
      };
      // The rest of the flags are the options of the analysis under their own names.
      const running = run(model, file, options as unknown as Flags<Options>, flagsGiven(command), terminal);
      done(await asCommandRefused(running));
    });
  };
}

type Flags<Options> = Options & Omit<ModelFlags, "level">;

async function run<Request, Result, Options>(
  model: ModelCommand<Request, Result, Options>,
  file: string,
  flags: Flags<Options>,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const {
    columnsAsUsed,
    incompleteRows,
    noResult,
    readAsHere,
    tableReport,
    twoValuedNotes,
    withReport,
    wordsOfTwoValuedOutcome,
  } = await import("@concord/analysis");
  const { readTable } = await import("./read-table.ts");
  const rules = (model.rules ?? tableRules)(flags);
  const frame = await readTable(file, terminal, rules);
  const analysis = await model.load(flags);
  const request = analysis.request(model.options?.(flags) ?? flags);
  const names = Object.keys(frame.columns);
  const used = refusing(() => ({ kind: "done", result: analysis.uses(request, names) }));
  if (used.kind === "refused") throw noResult(used.reason);
  const outcomes = analysis.outcomes?.(request, names) ?? [];
  const words = wordsOfTwoValuedOutcome(frame, outcomes);
  if (words !== undefined) throw noResult(words);
  const columns = columnsAsUsed(frame, used.result);
  if (flags.rCode === true) {
    const program = analysis.rProgram(file, request, frame.columns);
    terminal.out(readAsHere(program, file, frame, rules, used.result));
    return exitCodes.done;
  }
  const outcome = refusing(() => analysis.run(columns, request));
  if (outcome.kind === "refused") throw noResult(outcome.reason);
  const left =
    outcome.left ??
    incompleteRows(
      columns,
      used.result.map(({ name }) => name),
    );
  const report = tableReport(frame, used.result, left, flagsAsJson(given), outcome.used);
  const { printReport } = await import("../print/table-report.ts");
  const code = printReport(report, frame, terminal);
  const twoValued = twoValuedNotes(
    columns,
    outcomes,
    left.map(({ row }) => row),
  );
  const notes = [...twoValued, ...(outcome.notes ?? [])];
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.json === true) {
    const { termsJson } = await import("../print/terms-json.ts");
    const input = { ...report, remarks: [...report.remarks, ...notes] };
    terminal.out(`${termsJson(withReport(analysis.terms(outcome.result, request), input, notes))}\n`);
  } else {
    const { resultText } = await import("../print/result-text.ts");
    const sentence = analysis.sentence(outcome.result, request);
    const table = analysis.table(outcome.result, request);
    terminal.out(resultText(`${model.name}: ${model.description}`, sentence, table, terminal));
  }
  if (flags.svg !== undefined)
    await draw(flags.svg, await analysis.figure(outcome.result, request), terminal);
  return code;
}

/** What an analysis refuses ends the command with its line. */
export async function asCommandRefused<Value>(running: Promise<Value>): Promise<Value> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Error && error.name === "RequestRefused") throw new CommandRefused(error.message);
    throw error;
  }
}

/** A RangeError says in one line what the analysis requires, a SyntaxError where a formula ends: that is the answer. */
export function refusing<Result>(fit: () => Outcome<Result>): Outcome<Result> {
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

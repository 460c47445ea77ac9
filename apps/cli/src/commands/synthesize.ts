import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  analysisQuestions,
  columnArguments,
  measures,
  methods,
  smallStudyPredictors,
  synthesizeDefaults,
  tests,
} from "@concord/analysis/choices";
import type { SynthesizeRequest, SynthesizeResult } from "@concord/analysis/synthesize";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { list, number, percent } from "../flag-values.ts";
import { type FlagGiven, flagsAsJson, flagsGiven } from "../flags-given.ts";
import { asCommandRefused, refusing } from "../model/model-command.ts";
import { addTableOptions, type TableFlags, tableRules } from "../table-options.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

type AnalysisName = keyof typeof analysisQuestions;

interface SynthesizeFlags extends Partial<SynthesizeRequest>, TableFlags {
  readonly level: number;
  readonly json?: true;
  readonly rCode?: true;
  readonly svg?: string;
  readonly table?: string;
}

/** `concord synthesize FILE`: a meta-analysis of any table, in the words of metafor. */
export const synthesizeCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("synthesize")
    .description("Pool effects of a table: meta-analysis with the arguments that metafor has.")
    .argument("<file>", "a CSV file with a row for each effect, or - for the standard input");
  addTableOptions(addSynthesizeFlags(command)).action(async (file: string, flags: SynthesizeFlags) => {
    done(await asCommandRefused(run(file, flags, flagsGiven(command), terminal)));
  });
};

async function run(
  file: string,
  flags: SynthesizeFlags,
  given: readonly FlagGiven[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { columnsAsUsed, noResult, readAsHere, tableReport, withReport } = await import("@concord/analysis");
  const { synthesizeAnalysis } = await import("@concord/analysis/synthesize");
  const { readTable } = await import("../model/read-table.ts");
  const { level, ...options } = flags;
  const request = synthesizeAnalysis.request({ ...options, confidenceLevel: level / 100 });
  const frame = await readTable(file, terminal, tableRules(flags));
  const used = refusing(() => ({
    kind: "done",
    result: synthesizeAnalysis.uses(request, Object.keys(frame.columns)),
  }));
  if (used.kind === "refused") throw noResult(used.reason);
  const columns = columnsAsUsed(frame, used.result);
  if (flags.rCode === true) {
    const program = synthesizeAnalysis.rProgram(file, request, frame.columns);
    terminal.out(readAsHere(program, file, frame, tableRules(flags), used.result));
    return exitCodes.done;
  }
  const outcome = synthesizeAnalysis.run(columns, request);
  if (outcome.kind === "refused") throw noResult(outcome.reason);
  const { result, left = [], notes = [] } = outcome;
  const report = tableReport(frame, used.result, left, flagsAsJson(given));
  const { printReport } = await import("../print/table-report.ts");
  const code = printReport(report, frame, terminal);
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.json === true) {
    const { termsJson } = await import("../print/terms-json.ts");
    const input = { ...report, remarks: [...report.remarks, ...notes] };
    terminal.out(`${termsJson(withReport(synthesizeAnalysis.terms(result, request), input))}\n`);
  } else {
    const { synthesisText } = await import("../print/synthesis-text.ts");
    terminal.out(await synthesisText(result, terminal));
  }
  if (flags.table !== undefined) await writeFile(flags.table, await effectsTable(result));
  if (flags.svg !== undefined) await draw(flags.svg, result, terminal);
  return code;
}

async function effectsTable({ table: { all } }: SynthesizeResult): Promise<string> {
  const { csvLine } = await import("@concord/interchange/table");
  const rows = all.map(({ label, effect }) =>
    effect.kind === "measured"
      ? [label, effect.estimate, effect.variance, null]
      : [label, null, null, effect.reason],
  );
  return [["study", "yi", "vi", "left_out"], ...rows].map(csvLine).join("");
}

async function draw(folder: string, result: SynthesizeResult, terminal: Terminal): Promise<void> {
  const { synthesizeFigures } = await import("@concord/analysis/synthesize");
  const figures = await synthesizeFigures(result);
  await mkdir(folder, { recursive: true });
  for (const { name, svg } of figures) {
    const file = path.join(folder, `${name}.svg`);
    await writeFile(file, svg);
    terminal.err(`drawn: ${file}\n`);
  }
}

/** Adds every flag to the command. */
function addSynthesizeFlags(command: Command): Command {
  for (const [name, words] of Object.entries(columnArguments)) command.option(`--${name} <column>`, words);
  return command
    .addOption(
      new Option("--measure <name>", "the effect size; GEN (estimates as given) unless said").choices(
        measures,
      ),
    )
    .addOption(
      new Option("--vtype <type>", "the kind of sampling variance").choices(["LS", "LS2", "UB", "HO", "AV"]),
    )
    .option("--add <number>", "what empty cells of a table get", number(0))
    .addOption(new Option("--to <which>", "the tables that get it").choices(["only0", "all", "none"]))
    .option("--drop00", "leave out tables without events, or with nothing but events")
    .option("--slab <column>", "the column that names a study")
    .option(
      "--subset <column=value>",
      "keep these rows only (value,value for several); may be repeated",
      gather,
      [],
    )
    .option("--mods <formula>", 'moderators, as "~ age + rater"')
    .addOption(
      new Option("--method <name>", "how the variance between studies is estimated")
        .choices(methods)
        .default(synthesizeDefaults.method),
    )
    .addOption(
      new Option("--test <name>", "how coefficients are tested")
        .choices(tests)
        .default(synthesizeDefaults.test),
    )
    .option("--level <percent>", "coverage of intervals", percent, 95)
    .option(
      "--random <path>",
      "nested groups, as study/es; a last es that the file has not is the row itself",
    )
    .addOption(
      new Option("--dfs <rule>", "degrees of freedom of t with nested groups")
        .choices(["residual", "contain"])
        .default(synthesizeDefaults.dfs),
    )
    .option("--cluster <column>", "make tests robust to dependence within these")
    .addOption(
      new Option("--vcov <kind>", "the robust estimator; CR1p is what robust() of metafor gives")
        .choices(["CR0", "CR1", "CR1p", "CR1S", "CR2"])
        .default(synthesizeDefaults.vcov),
    )
    .option("--rho <number>", "the correlation assumed between sampling errors within --cluster", number(0))
    .option("--weights <column>", "weights of the user")
    .option("--unweighted", "the same weight for all")
    .option("--tau2 <number>", "a variance between studies that is given", number(0))
    .option("--btt <positions>", "coefficients to test together, as 3,4", list)
    .addOption(
      new Option("--analysis <names>", `what to do, by commas: ${Object.keys(analysisQuestions).join(", ")}`)
        .argParser(analyses)
        .default(synthesizeDefaults.analysis, "pool"),
    )
    .option("--by <column>", "subgroups: the groups")
    .option("--order <column>", "cumul: joins studies in the order of this column")
    .addOption(
      new Option("--model <name>", "regtest: the line")
        .choices(["lm", "rma"])
        .default(synthesizeDefaults.model),
    )
    .addOption(
      new Option("--predictor <name>", "regtest: what stands for size")
        .choices(smallStudyPredictors)
        .default(synthesizeDefaults.predictor),
    )
    .addOption(
      new Option("--estimator <name>", "trimfill: the count of missing studies")
        .choices(["L0", "R0", "Q0"])
        .default(synthesizeDefaults.estimator),
    )
    .addOption(new Option("--side <side>", "trimfill: where studies are missing").choices(["left", "right"]))
    .option("--steps <values>", "selmodel: the steps of p", list, synthesizeDefaults.steps)
    .addOption(
      new Option("--alternative <direction>", "selmodel: the welcome direction")
        .choices(["greater", "less"])
        .default(synthesizeDefaults.alternative),
    )
    .addOption(
      new Option("--type <name>", "fsn: whose number")
        .choices(["Rosenthal", "Orwin", "Rosenberg"])
        .default(synthesizeDefaults.type),
    )
    .option("--alpha <number>", "fsn: the level to fall below", number(0), synthesizeDefaults.alpha)
    .option("--target <number>", "fsn: the mean to fall to (Orwin)", number())
    .option("--exact", "permutest: every order, not a sample")
    .option("--iter <count>", "permutest: how many orders", number(1), synthesizeDefaults.iter)
    .option("--seed <number>", "permutest: the seed of chance", number(0), synthesizeDefaults.seed)
    .option("--newmods <rows>", "predict: values of the moderators, as 10;20;40 or 10,0;20,1", rows)
    .option("--profile", "pool: profile intervals of nested variances and the groups' own effects")
    .option("--json", "print the results under metafor's names, for programs")
    .option("--r-code", "print the R program that gives the same")
    .option("--svg <folder>", "draw forest, funnel and what belongs to the analyses")
    .option("--table <file>", "write the effects as CSV");
}

function gather(text: string, before: readonly string[]): readonly string[] {
  if (!/^[^=]+=/.test(text)) throw new InvalidArgumentError("It must look like column=value.");
  return [...before, text];
}

function rows(text: string): readonly (readonly number[])[] {
  return text.split(";").map(list);
}

/** Asked for twice, both are done. */
function analyses(text: string, before: unknown): readonly AnalysisName[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(analysisQuestions, name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `There is no analysis ${unknown}; there are ${Object.keys(analysisQuestions).join(", ")}.`,
    );
  const earlier = asked.has(before as object) ? (before as readonly AnalysisName[]) : [];
  const all = [...earlier, ...(names as AnalysisName[])];
  asked.add(all);
  return all;
}

/** Lists that were asked for, as against the default. */
const asked = new WeakSet<object>();

import { type AnalysisName, analysisQuestions } from "@concord/evidence";
import { MEASURES, METHODS, SMALL_STUDY_PREDICTORS, TESTS } from "@concord/statistics";
import { type Command, InvalidArgumentError, Option } from "commander";
import { list, number, percent } from "../flag-values.ts";
import type { TableFlags } from "../table-options.ts";

/** The flags of `concord synthesize` as commander hands them over: metafor's arguments. */
export interface SynthesizeFlags extends Readonly<Partial<Record<ColumnFlag, string>>>, TableFlags {
  readonly measure?: string;
  readonly vtype?: string;
  readonly add?: number;
  readonly to?: string;
  readonly drop00?: true;
  readonly slab?: string;
  readonly subset: readonly string[];
  readonly mods?: string;
  readonly method: string;
  readonly test: string;
  readonly level: number;
  readonly random?: string;
  readonly dfs: string;
  readonly cluster?: string;
  readonly vcov: string;
  readonly rho?: number;
  readonly weights?: string;
  readonly unweighted?: true;
  readonly tau2?: number;
  readonly btt?: readonly number[];
  readonly analysis: readonly AnalysisName[];
  readonly by?: string;
  readonly order?: string;
  readonly model: string;
  readonly predictor: string;
  readonly estimator: string;
  readonly side?: string;
  readonly steps: readonly number[];
  readonly alternative: string;
  readonly type: string;
  readonly alpha: number;
  readonly target?: number;
  readonly exact?: true;
  readonly iter: number;
  readonly seed: number;
  readonly newmods?: readonly (readonly number[])[];
  readonly profile?: true;
  readonly json?: true;
  readonly rCode?: true;
  readonly svg?: string;
  readonly table?: string;
}

/** Arguments of `escalc` and `rma` that name a column. */
export const columnFlags = {
  yi: "estimates on the scale of the measure",
  vi: "their sampling variances",
  sei: "or their standard errors",
  ri: "correlations",
  ni: "sample sizes",
  rxx: "reliabilities of the first measure",
  ryy: "reliabilities of the second",
  m1i: "means of the first group",
  sd1i: "its standard deviations",
  n1i: "its sizes",
  m2i: "means of the second group",
  sd2i: "its standard deviations",
  n2i: "its sizes",
  ai: "events in the first group; reliabilities for ARAW, AHW, ABT",
  bi: "no events in the first group",
  ci: "events in the second group",
  di: "no events in the second group",
  xi: "events, for proportions",
  ti: "t statistics of a coefficient",
  mi: "predictors of its regression; items of a scale",
  r2i: "R² of its regression",
} as const;

export type ColumnFlag = keyof typeof columnFlags;

/** Adds every flag to the command. */
export function addSynthesizeFlags(command: Command): Command {
  for (const [name, words] of Object.entries(columnFlags)) command.option(`--${name} <column>`, words);
  return command
    .addOption(
      new Option("--measure <name>", "the effect size; GEN (estimates as given) unless said").choices(
        Object.keys(MEASURES),
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
        .choices(METHODS)
        .default("REML"),
    )
    .addOption(new Option("--test <name>", "how coefficients are tested").choices(TESTS).default("z"))
    .option("--level <percent>", "coverage of intervals", percent, 95)
    .option(
      "--random <path>",
      "nested groups, as study/es; a last es that the file has not is the row itself",
    )
    .addOption(
      new Option("--dfs <rule>", "degrees of freedom of t with nested groups")
        .choices(["residual", "contain"])
        .default("residual"),
    )
    .option("--cluster <column>", "make tests robust to dependence within these")
    .addOption(
      new Option("--vcov <kind>", "the robust estimator; CR1p is what robust() of metafor gives")
        .choices(["CR0", "CR1", "CR1p", "CR1S", "CR2"])
        .default("CR2"),
    )
    .option("--rho <number>", "the correlation assumed between sampling errors within --cluster", number(0))
    .option("--weights <column>", "weights of the user")
    .option("--unweighted", "the same weight for all")
    .option("--tau2 <number>", "a variance between studies that is given", number(0))
    .option("--btt <positions>", "coefficients to test together, as 3,4", list)
    .addOption(
      new Option("--analysis <names>", `what to do, by commas: ${Object.keys(analysisQuestions).join(", ")}`)
        .argParser(analyses)
        .default(["pool"], "pool"),
    )
    .option("--by <column>", "subgroups: the groups")
    .option("--order <column>", "cumul: joins studies in the order of this column")
    .addOption(new Option("--model <name>", "regtest: the line").choices(["lm", "rma"]).default("rma"))
    .addOption(
      new Option("--predictor <name>", "regtest: what stands for size")
        .choices(SMALL_STUDY_PREDICTORS)
        .default("sei"),
    )
    .addOption(
      new Option("--estimator <name>", "trimfill: the count of missing studies")
        .choices(["L0", "R0", "Q0"])
        .default("L0"),
    )
    .addOption(new Option("--side <side>", "trimfill: where studies are missing").choices(["left", "right"]))
    .option("--steps <values>", "selmodel: the steps of p", list, [0.025])
    .addOption(
      new Option("--alternative <direction>", "selmodel: the welcome direction")
        .choices(["greater", "less"])
        .default("greater"),
    )
    .addOption(
      new Option("--type <name>", "fsn: whose number")
        .choices(["Rosenthal", "Orwin", "Rosenberg"])
        .default("Rosenthal"),
    )
    .option("--alpha <number>", "fsn: the level to fall below", number(0), 0.05)
    .option("--target <number>", "fsn: the mean to fall to (Orwin)", number())
    .option("--exact", "permutest: every order, not a sample")
    .option("--iter <count>", "permutest: how many orders", number(1), 1000)
    .option("--seed <number>", "permutest: the seed of chance", number(0), 1)
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

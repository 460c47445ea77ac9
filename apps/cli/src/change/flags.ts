import { type Command, InvalidArgumentError, Option } from "commander";
import { count, list, number } from "../flag-values.ts";
import type { ModelFlags } from "../model/model-command.ts";
import type { AnalysisName } from "./analyses.ts";

/** The flags of `concord change` as commander hands them over. */
export interface ChangeFlags extends ModelFlags {
  readonly analysis: AnalysisName;
  readonly client?: string;
  readonly session?: string;
  readonly value?: string;
  readonly only?: string;
  readonly better?: "higher" | "lower";
  readonly baseline?: number;
  readonly lambda: number;
  readonly nsigmas: number;
  readonly decision: number;
  readonly shift: number;
  readonly run: number;
  readonly model: "mean" | "meanvar";
  readonly penalty: "BIC" | "MBIC" | number;
  readonly method: "PELT" | "AMOC" | "BinSeg";
  readonly most: number;
  readonly variance: "moving-range" | "series" | number;
  readonly scale?: true;
  readonly minimum?: number;
  readonly phase?: string;
  readonly pre?: string;
  readonly post?: string;
  readonly reliability?: number;
  readonly sd?: number;
  readonly clinical?: readonly number[];
  readonly functional?: readonly number[];
  readonly cutoff: "a" | "b" | "c";
  readonly points?: number;
  readonly share: number;
  readonly stability: "pooled" | "t-test" | "kept" | "series" | "none";
  readonly alpha: number;
  readonly losses?: true;
  readonly ml?: true;
  readonly every: number;
  readonly prior?: readonly number[];
}

/** Adds every flag to the command. */
export function addChangeFlags(command: Command, analyses: readonly string[]): Command {
  return command
    .addOption(
      new Option("--analysis <name>", "what to ask of the courses")
        .choices(analyses)
        .default("change-points"),
    )
    .option("--value <column>", "what was measured")
    .option("--client <column>", "whose course it is; one course unless said")
    .option("--session <column>", "its place in the course; the order of rows unless said")
    .option("--only <client>", "this client alone")
    .addOption(
      new Option("--better <end>", "which end of the measure is better").choices(["higher", "lower"]),
    )
    .option("--baseline <count>", "control: how many first values set the limits; all unless said", count(2))
    .option("--lambda <number>", "control: weight of the newest value in the moving average", number(0), 0.2)
    .option("--nsigmas <number>", "control: half-width of its limits", number(0), 2.7)
    .option("--decision <number>", "control: the cumulative sum that is noticed", number(0), 5)
    .option("--shift <number>", "control: the shift it looks for, in standard deviations", number(0), 1)
    .option("--run <count>", "control: how many in a row on one side", count(2), 7)
    .addOption(
      new Option("--model <name>", "change-points: what may change")
        .choices(["mean", "meanvar"])
        .default("mean"),
    )
    .option("--penalty <name>", "change-points: MBIC, BIC or a number for each change", penalty, "MBIC")
    .addOption(
      new Option("--method <name>", "change-points: exact (PELT), at most one, or one after another")
        .choices(["PELT", "AMOC", "BinSeg"])
        .default("PELT"),
    )
    .option("--most <count>", "change-points: how many at most with BinSeg; breaks too", count(1), 5)
    .option(
      "--variance <what>",
      "change-points of the mean: moving-range, series, or a number that is known",
      variance,
      "moving-range",
    )
    .option("--scale", "change-points: in standard deviations of the series, as scale() of R; variance 1")
    .option("--minimum <length>", "shortest segment; breaks: below 1 a share of the course", number(0))
    .option("--phase <column>", "phases: the column that names them, in their order")
    .option("--pre <column>", "reliable-change: the value before; each client's first unless said")
    .option("--post <column>", "reliable-change: the value after; each client's last unless said")
    .option("--reliability <number>", "of the measure, 0 to below 1", number(0))
    .option("--sd <number>", "its standard deviation before; that of the file unless said", number(0))
    .option("--clinical <mean,sd>", "reliable-change: the clinical population", meanAndDeviation)
    .option("--functional <mean,sd>", "reliable-change: the functional population", meanAndDeviation)
    .addOption(
      new Option("--cutoff <which>", "reliable-change: the line to cross")
        .choices(["a", "b", "c"])
        .default("c"),
    )
    .option(
      "--points <number>",
      "sudden-gains: the first criterion; from --reliability unless said",
      number(0),
    )
    .option("--share <number>", "sudden-gains: the second criterion; 0 leaves it out", number(0), 0.25)
    .addOption(
      new Option("--stability <reading>", "sudden-gains: the third criterion")
        .choices(["pooled", "t-test", "kept", "series", "none"])
        .default("pooled"),
    )
    .option("--alpha <number>", "sudden-gains: of the third criterion", number(0), 0.05)
    .option("--losses", "sudden-gains: find sudden losses")
    .option("--ml", "growth: full maximum likelihood instead of REML")
    .option("--every <sessions>", "online: how long a level holds on average", number(1), 20)
    .option(
      "--prior <mean,strength,shape,scale>",
      "online: the level before any value; from the course unless said",
      list,
    );
}

function penalty(text: string): ChangeFlags["penalty"] {
  return text === "BIC" || text === "MBIC" ? text : number(0)(text);
}

function variance(text: string): ChangeFlags["variance"] {
  return text === "moving-range" || text === "series" ? text : number(0)(text);
}

function meanAndDeviation(text: string): readonly number[] {
  const values = list(text);
  if (values.length !== 2 || !(values[1]! > 0))
    throw new InvalidArgumentError("It must be a mean and a standard deviation, as 33,8.");
  return values;
}

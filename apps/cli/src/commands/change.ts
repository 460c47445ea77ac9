import type { ChangeRequest, StudyResult } from "@concord/analysis/change";
import { changeAnalysisNames, changeDefaults } from "@concord/analysis/choices";
import { InvalidArgumentError, Option } from "commander";
import { count, list, number } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";

/** `concord change FILE`: what changed in the courses of clients, when, and whether it is more than chance. */
export const changeCommand = modelCommand<ChangeRequest, StudyResult>({
  name: "change",
  description: "Ask courses of clients what changed, when, and by how much more than chance.",
  rows: "a row for each value of a client's course",
  flags: (command) =>
    command
      .addOption(
        new Option("--analysis <name>", "what to ask of the courses")
          .choices(changeAnalysisNames)
          .default(changeDefaults.analysis),
      )
      .option("--value <column>", "what was measured")
      .option("--client <column>", "whose course it is; one course unless said")
      .option("--session <column>", "its place in the course; the order of rows unless said")
      .option("--only <client>", "this client alone")
      .addOption(
        new Option("--better <end>", "which end of the measure is better").choices(["higher", "lower"]),
      )
      .option(
        "--baseline <count>",
        "control: how many first values set the limits; all unless said",
        count(2),
      )
      .option(
        "--lambda <number>",
        "control: weight of the newest value in the moving average",
        number(0),
        changeDefaults.lambda,
      )
      .option("--nsigmas <number>", "control: half-width of its limits", number(0), changeDefaults.nsigmas)
      .option(
        "--decision <number>",
        "control: the cumulative sum that is noticed",
        number(0),
        changeDefaults.decision,
      )
      .option(
        "--shift <number>",
        "control: the shift it looks for, in standard deviations",
        number(0),
        changeDefaults.shift,
      )
      .option("--run <count>", "control: how many in a row on one side", count(2), changeDefaults.run)
      .addOption(
        new Option("--model <name>", "change-points: what may change")
          .choices(["mean", "meanvar"])
          .default(changeDefaults.model),
      )
      .option(
        "--penalty <name>",
        "change-points: MBIC, BIC or a number for each change",
        penalty,
        changeDefaults.penalty,
      )
      .addOption(
        new Option("--method <name>", "change-points: exact (PELT), at most one, or one after another")
          .choices(["PELT", "AMOC", "BinSeg"])
          .default(changeDefaults.method),
      )
      .option(
        "--most <count>",
        "change-points: how many at most with BinSeg; breaks too",
        count(1),
        changeDefaults.most,
      )
      .option(
        "--variance <what>",
        "change-points of the mean: moving-range, series, or a number that is known",
        variance,
        changeDefaults.variance,
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
          .default(changeDefaults.cutoff),
      )
      .option(
        "--points <number>",
        "sudden-gains: the first criterion; from --reliability unless said",
        number(0),
      )
      .option(
        "--share <number>",
        "sudden-gains: the second criterion; 0 leaves it out",
        number(0),
        changeDefaults.share,
      )
      .addOption(
        new Option("--stability <reading>", "sudden-gains: the third criterion")
          .choices(["pooled", "t-test", "kept", "series", "none"])
          .default(changeDefaults.stability),
      )
      .option("--alpha <number>", "sudden-gains: of the third criterion", number(0), changeDefaults.alpha)
      .option("--losses", "sudden-gains: find sudden losses")
      .option("--ml", "growth: full maximum likelihood instead of REML")
      .option(
        "--every <sessions>",
        "online: how long a level holds on average",
        number(1),
        changeDefaults.every,
      )
      .option(
        "--prior <mean,strength,shape,scale>",
        "online: the level before any value; from the course unless said",
        list,
      ),
  load: async () => (await import("@concord/analysis/change")).changeAnalysis,
});

function penalty(text: string): ChangeRequest["penalty"] {
  return text === "BIC" || text === "MBIC" ? text : number(0)(text);
}

function variance(text: string): ChangeRequest["variance"] {
  return text === "moving-range" || text === "series" ? text : number(0)(text);
}

function meanAndDeviation(text: string): readonly number[] {
  const values = list(text);
  if (values.length !== 2 || !(values[1]! > 0))
    throw new InvalidArgumentError("It must be a mean and a standard deviation, as 33,8.");
  return values;
}

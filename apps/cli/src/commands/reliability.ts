import {
  type ReliabilityAnalysis,
  reliabilityAnalyses,
  reliabilityDefaults,
} from "@concord/analysis/choices";
import type { ReliabilityAnswer, ReliabilityRequest } from "@concord/analysis/reliability";
import { InvalidArgumentError, Option } from "commander";
import { columnNames, count, list } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";
import { tableRules } from "../table-options.ts";

/** `concord reliability FILE`: how far a scale, or raters, can be relied on. */
export const reliabilityCommand = modelCommand<ReliabilityRequest, readonly ReliabilityAnswer[]>({
  name: "reliability",
  description: "Say how far the items of a scale, or raters, can be relied on.",
  rows: "a row for each person and a column for each item or rater",
  flags: (command) =>
    command
      .option(
        "--items <columns>",
        "items or raters by comma, Q1:Q9 for those between; all numbers unless said",
        columnNames,
      )
      .option(
        "--analysis <names>",
        `by comma: ${reliabilityAnalyses.join(", ")}`,
        analyses,
        reliabilityDefaults.analysis,
      )
      .option("--reverse <columns>", "items keyed the other way round", columnNames)
      .option(
        "--range <least,most>",
        "what an item allows, for reversing; what was answered unless said",
        range,
      )
      .option("--missing-values <numbers>", "numbers that stand for a missing answer, by comma", list)
      .option("--factors <number>", "factors to look for: 2 for factors, 3 below the general one", count(1))
      .addOption(
        new Option("--rotation <name>", "how factors are turned")
          .choices(["oblimin", "varimax", "none"])
          .default(reliabilityDefaults.rotation),
      )
      .addOption(
        new Option("--weights <kind>", "how near categories of weighted kappa are")
          .choices(["quadratic", "linear"])
          .default(reliabilityDefaults.weights),
      )
      .option("--count <column>", "for kappa: a row stands for as many cases as this column says")
      .addOption(
        new Option(
          "--icc-by <kind>",
          "from sums of squares, or by restricted likelihood as with gaps",
        ).choices(["anova", "reml"]),
      ),
  rules: (flags) => {
    const { missing = [], missingValues = [] } = flags;
    return { ...tableRules(flags), missing: [...missing, ...missingValues.map(String)] };
  },
  load: async () => (await import("@concord/analysis/reliability")).reliabilityAnalysis,
});

function analyses(text: string): readonly ReliabilityAnalysis[] {
  return text.split(",").map((name) => {
    const found = reliabilityAnalyses.find((analysis) => analysis === name.trim());
    if (found === undefined)
      throw new InvalidArgumentError(`It must be some of ${reliabilityAnalyses.join(", ")}.`);
    return found;
  });
}

function range(text: string): readonly [number, number] {
  const [least, most, ...more] = list(text);
  if (least === undefined || most === undefined || more.length > 0 || !(least < most))
    throw new InvalidArgumentError("It must be the least and the most, as 1,5.");
  return [least, most];
}

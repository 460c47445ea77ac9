import { dyadModels } from "@concord/analysis/choices";
import type { DyadRequest, StudyResult } from "@concord/analysis/dyad";
import { Option } from "commander";
import { columnNames, number } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";
import { CommandRefused } from "../terminal.ts";

/** `concord dyad apim FILE --x client_x,therapist_x --y client_y,therapist_y`: what happens between two. */
export const dyadCommand = modelCommand<DyadRequest, StudyResult>({
  name: "dyad",
  description:
    "What happens between two: actor and partner, truth and bias, surfaces of agreement, profiles.",
  rows: "a row for each dyad, or for each member or judgment",
  formula: `the model: ${dyadModels.join(", ")}`,
  flags: (command) =>
    command
      .option(
        "--x <columns>",
        "apim: the predictors of both members by comma, or the one of long rows; surface: the first rating",
        columnNames,
      )
      .option(
        "--y <columns>",
        "apim: the outcomes in the same order, or the one of long rows; surface: the second rating",
        columnNames,
      )
      .option(
        "--roles <names>",
        "apim: what the members are called; from the columns unless said",
        columnNames,
      )
      .option("--dyad <column>", "apim: which dyad, where each member has a row of their own")
      .option("--role <column>", "apim: which member, in such rows")
      .option("--outcome <column>", "surface: what agreement may matter for")
      .option("--covariates <terms>", "surface: further terms of the model", columnNames)
      .addOption(
        new Option(
          "--centre <point>",
          "surface: count both ratings from this number, or from their grand mean",
        ).argParser(centre),
      )
      .option("--judgment <column>", "truth-and-bias: what is judged")
      .option("--truth <column>", "truth-and-bias: what it is judged against")
      .option("--bias <column>", "truth-and-bias: what else may draw judgments")
      .option("--judge <column>", "truth-and-bias: who judges, or which dyad")
      .option("--target <column>", "truth-and-bias: who is judged")
      .option("--within", "truth-and-bias: count from each dyad's own mean truth, session by session")
      .option("--first <columns>", "profile: the items of the first member, by comma", columnNames)
      .option(
        "--second <columns>",
        "profile: the same items of the second member, in the same order",
        columnNames,
      ),
  options: ({ formula = "", ...flags }) => ({ ...flags, model: dyadModels.find((one) => one === formula)! }),
  load: async ({ formula = "" }) => {
    const { didYouMean } = await import("../did-you-mean.ts");
    if (!dyadModels.some((one) => one === formula))
      throw new CommandRefused(
        `Say which model before the file: concord dyad ${dyadModels.join("|")} FILE; not ${formula}.${didYouMean(formula, dyadModels)}`,
      );
    return (await import("@concord/analysis/dyad")).dyadAnalysis;
  },
});

function centre(text: string): number | "grand mean" {
  return text === "mean" || text === "grand-mean" ? "grand mean" : number()(text);
}

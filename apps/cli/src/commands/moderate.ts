import type { ModerateRequest, ModerateResult } from "@concord/analysis/moderate";
import { Option } from "commander";
import { columnNames, list } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";

/** `concord moderate FILE --x regard --w perfectionism --y change --quadratic`: for whom an effect holds. */
export const moderateCommand = modelCommand<ModerateRequest, ModerateResult>({
  name: "moderate",
  description:
    "For whom an effect holds: simple slopes, regions of significance, effects strongest in the middle.",
  rows: "a row for each person",
  flags: (command) =>
    command
      .requiredOption("--x <column>", "the predictor whose effect is asked for")
      .requiredOption("--y <column>", "the outcome")
      .option("--w <column>", "the moderator: numbers, or text for an effect in each level")
      .option("--covariates <terms>", "further terms of the model, as age,factor(site)", columnNames)
      .option(
        "--quadratic",
        "let the effect bend along the moderator; without --w, let the outcome bend along the predictor",
      )
      .option("--values <numbers>", "values of the moderator at which to give the effect", list)
      .addOption(
        new Option("--robust <kind>", "standard errors for unequal scatter").choices([
          "HC0",
          "HC1",
          "HC2",
          "HC3",
        ]),
      ),
  load: async () => (await import("@concord/analysis/moderate")).moderateAnalysis,
});

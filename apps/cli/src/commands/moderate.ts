import { inModerationTerms, inQuadraticEffectTerms, inQuadraticTerms } from "@concord/statistics";
import { Option } from "commander";
import { columnNames, list } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";
import { rName } from "../model/r-lines.ts";
import { asNumbers, asPredictors, columnsNamedIn } from "../model/table-use.ts";
import { moderateFigure } from "../moderate/figure.ts";
import { moderateRProgram } from "../moderate/r-program.ts";
import { fitModerate, type ModerateFlags, type ModerateResult } from "../moderate/request.ts";
import { moderateLines, moderateSentence } from "../moderate/words.ts";

/** `concord moderate FILE --x regard --w perfectionism --y change --quadratic`: for whom an effect holds. */
export const moderateCommand = modelCommand<ModerateFlags, ModerateResult>({
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
  uses: ({ x, y, w, covariates = [] }, columns) => [
    ...asNumbers(x, y),
    ...asPredictors(w, ...columnsNamedIn(covariates, columns)),
  ],
  outcomes: ({ x, y, w, covariates = [], quadratic }) => {
    const curve =
      quadratic === true ? ` * (${rName(w ?? x)} + I(${rName(w ?? x)}^2))` : ` * ${rName(w ?? x)}`;
    const predictors = w === undefined ? `${rName(x)} + I(${rName(x)}^2)` : `${rName(x)}${curve}`;
    const terms = [predictors, ...covariates].join(" + ");
    return [{ name: y, logistic: (outcome) => `glm(${outcome} ~ ${terms}, dat, family = binomial)` }];
  },
  fit: fitModerate,
  terms: (result) =>
    result.kind === "linear"
      ? inModerationTerms(result.fit)
      : result.kind === "quadratic"
        ? inQuadraticTerms(result.fit)
        : inQuadraticEffectTerms(result.fit),
  lines: moderateLines,
  sentence: moderateSentence,
  svg: moderateFigure,
  rCode: moderateRProgram,
});

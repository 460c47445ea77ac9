import { type Analysis, confidenceLevel } from "../analysis.ts";
import { rName } from "../r-program/lines.ts";
import { requestWith } from "../refusal.ts";
import { asNumbers, asPredictors, columnsNamedIn } from "../table/column-use.ts";
import { moderateRProgram } from "./r-program.ts";
import { fitModerate, type ModerateRequest, type ModerateResult } from "./request.ts";
import { moderateSentence } from "./sentence.ts";
import { moderateTable } from "./table.ts";
import { moderateTerms } from "./terms.ts";

/** For whom an effect holds: simple slopes, regions of significance, effects strongest in the middle. */
export const moderateAnalysis: Analysis<ModerateRequest, ModerateResult> = {
  name: "moderate",
  request: (options) => requestWith<ModerateRequest>("moderate", options, { confidenceLevel }, ["x", "y"]),
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
  run: fitModerate,
  terms: moderateTerms,
  sentence: moderateSentence,
  table: moderateTable,
  figure: async (result, request) => (await import("./figure.ts")).moderateFigure(result, request),
  rProgram: moderateRProgram,
};

export type { ModerateRequest, ModerateResult };

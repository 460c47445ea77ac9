import { type Analysis, confidenceLevel } from "../analysis.ts";
import { requestWith } from "../refusal.ts";
import { asNames, asNumbers, asPredictors, columnsNamedIn } from "../table/column-use.ts";
import { mediateDefaults } from "./choices.ts";
import { mediateRProgram } from "./r-program.ts";
import { fitMediate, type MediateRequest, type MediateResult } from "./request.ts";
import { mediateSentence } from "./sentence.ts";
import { mediateTable } from "./table.ts";
import { mediateTerms } from "./terms.ts";

/** Through what a predictor reaches an outcome: indirect, direct and total effects. */
export const mediateAnalysis: Analysis<MediateRequest, MediateResult> = {
  name: "mediate",
  request: (options) =>
    requestWith<MediateRequest>("mediate", options, { confidenceLevel, ...mediateDefaults }, ["x", "m", "y"]),
  uses: ({ x, m, y, w, group, covariates = [] }, columns) => [
    ...asNumbers(...m, y),
    ...asPredictors(x, w, ...columnsNamedIn(covariates, columns)),
    ...asNames(group),
  ],
  outcomes: ({ m, y, group }) => {
    const call = group === undefined ? "glm" : "lme4::glmer";
    const logistic = (outcome: string) =>
      `${call}(${outcome} ~ ..., dat, family = binomial), and the mediation package for its indirect effects`;
    return [...m, y].map((name) => ({ name, logistic }));
  },
  run: fitMediate,
  terms: mediateTerms,
  sentence: mediateSentence,
  table: mediateTable,
  figure: async (result, request) => (await import("./figure.ts")).mediateFigure(result, request),
  rProgram: mediateRProgram,
};

export type { MediateRequest, MediateResult };

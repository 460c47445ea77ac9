import type { Analysis } from "../analysis.ts";
import { noResult } from "../refusal.ts";
import { fitProgram } from "./r-program.ts";
import { type FitOptions, type FitRequest, fitOutcomes, fitRequest, fitUses } from "./request.ts";
import { centredTable, columnsIn, type FitResult, fitModel } from "./result.ts";
import { fitSentence } from "./sentence.ts";
import { fitTable, multilevelTables } from "./table.ts";
import { fitTerms } from "./terms.ts";

/** A multilevel model of any table, as lme4 and nlme fit it. */
export const fitAnalysis: Analysis<FitRequest, FitResult, FitOptions> = {
  name: "fit",
  request: fitRequest,
  uses: fitUses,
  outcomes: fitOutcomes,
  run: fitModel,
  terms: fitTerms,
  sentence: fitSentence,
  table: fitTable,
  figure: async (result, request) => (await import("./figure.ts")).fitFigure(result, request),
  rProgram: (file, request, columns) => {
    const centred = centredTable(columns, request);
    if (centred.kind === "refused") throw noResult(centred.reason);
    return fitProgram(file, request, centred.parts, columnsIn(request.formula, centred.frame));
  },
};

export { type FitOptions, type FitRequest, type FitResult, multilevelTables };

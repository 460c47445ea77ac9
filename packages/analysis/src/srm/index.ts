import { type Analysis, confidenceLevel } from "../analysis.ts";
import { requestWith } from "../refusal.ts";
import { srmDefaults } from "./choices.ts";
import { srmRProgram } from "./r-program.ts";
import { fitSrm, type SrmRequest, type SrmResult, srmUses } from "./request.ts";
import { srmSentence } from "./sentence.ts";
import { srmTable } from "./table.ts";
import { srmTerms } from "./terms.ts";

/** Ratings of round robins taken apart into perceiver, target and relationship. */
export const srmAnalysis: Analysis<SrmRequest, SrmResult> = {
  name: "srm",
  request: (options) =>
    requestWith<SrmRequest>("srm", options, { confidenceLevel, ...srmDefaults }, [
      "perceiver",
      "target",
      "value",
    ]),
  uses: srmUses,
  run: fitSrm,
  terms: srmTerms,
  sentence: srmSentence,
  table: srmTable,
  figure: async (result, request) => (await import("./figure.ts")).srmFigure(result, request),
  rProgram: srmRProgram,
};

export type { SrmRequest, SrmResult };

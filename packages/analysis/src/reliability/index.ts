import { type Analysis, confidenceLevel } from "../analysis.ts";
import { requestWith } from "../refusal.ts";
import { reliabilityDefaults } from "./choices.ts";
import { reliabilityRProgram } from "./r-program.ts";
import {
  fitReliability,
  type ReliabilityAnswer,
  type ReliabilityRequest,
  reliabilityUses,
} from "./request.ts";
import { reliabilitySentence } from "./sentence.ts";
import { reliabilityTable } from "./table.ts";
import { reliabilityTerms } from "./terms.ts";

/** How far the items of a scale, or raters, can be relied on. */
export const reliabilityAnalysis: Analysis<ReliabilityRequest, readonly ReliabilityAnswer[]> = {
  name: "reliability",
  request: (options) =>
    requestWith<ReliabilityRequest>("reliability", options, { confidenceLevel, ...reliabilityDefaults }, []),
  uses: reliabilityUses,
  run: fitReliability,
  terms: reliabilityTerms,
  sentence: reliabilitySentence,
  table: reliabilityTable,
  figure: async (result, request) => (await import("./figure.ts")).reliabilityFigure(result, request),
  rProgram: reliabilityRProgram,
};

export type { ReliabilityAnswer, ReliabilityRequest };

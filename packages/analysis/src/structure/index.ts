import { type Analysis, confidenceLevel } from "../analysis.ts";
import { requestWith } from "../refusal.ts";
import { structureDefaults } from "./choices.ts";
import { structureRProgram } from "./r-program.ts";
import {
  fitStructure,
  type StructureRequest,
  type StructureResult,
  structureOutcomes,
  structureUses,
} from "./request.ts";
import { structureSentence } from "./sentence.ts";
import { structureTable } from "./table.ts";
import { structureTerms } from "./terms.ts";

/** Factor analyses, structural models, invariance over groups, panels. */
export const structureAnalysis: Analysis<StructureRequest, StructureResult> = {
  name: "structure",
  request: (options) =>
    requestWith<StructureRequest>("structure", options, { confidenceLevel, ...structureDefaults }, []),
  uses: structureUses,
  outcomes: structureOutcomes,
  run: fitStructure,
  terms: structureTerms,
  sentence: structureSentence,
  table: structureTable,
  figure: async (result, request) => (await import("./figure.ts")).structureFigure(result, request),
  rProgram: structureRProgram,
};

export type { StructureRequest, StructureResult };

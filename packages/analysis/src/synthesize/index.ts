import type { Analysis } from "../analysis.ts";
import { synthesizeRProgram } from "./r-program.ts";
import { type SynthesizeRequest, synthesizeRequest, synthesizeUses } from "./request.ts";
import { pooledSentence, type SynthesizeResult, synthesizeTable } from "./result.ts";
import { analysisTable, type TermBlock, termBlocks } from "./table.ts";

/** Effects of a table pooled: meta-analysis with the arguments that metafor has. */
export const synthesizeAnalysis: Analysis<SynthesizeRequest, SynthesizeResult> = {
  name: "synthesize",
  request: synthesizeRequest,
  uses: synthesizeUses,
  run: synthesizeTable,
  terms: ({ analyses }) =>
    analyses.length === 1
      ? analyses[0]!.result.terms
      : Object.fromEntries(analyses.map(({ analysis, result }) => [analysis.kind, result.terms])),
  sentence: (result) =>
    result.analyses
      .flatMap(({ analysis, result: { readOut } }) =>
        readOut !== undefined
          ? [readOut.sentence]
          : analysis.kind === "pool"
            ? [pooledSentence(result) ?? ""]
            : [],
      )
      .filter((sentence) => sentence !== "")
      .join(" "),
  table: ({ analyses }) => analyses.flatMap(({ result }) => analysisTable(result)),
  figure: async (result) => (await synthesizeFigures(result))[0]!.svg,
  rProgram: (file, request, columns) => synthesizeRProgram(file, request, Object.keys(columns)),
};

/** Returns every figure: a forest and a funnel, and what belongs to each analysis that was asked for. */
export async function synthesizeFigures(
  result: SynthesizeResult,
): Promise<readonly { readonly name: string; readonly svg: string }[]> {
  return (await import("./figure.ts")).synthesizeFigures(result);
}

export { pooledSentence, type SynthesizeRequest, type SynthesizeResult, type TermBlock, termBlocks };

import { analysisQuestions } from "@concord/analysis/choices";
import {
  pooledSentence,
  type SynthesizeResult,
  type TermBlock,
  termBlocks,
} from "@concord/analysis/synthesize";
import type { Terminal } from "../terminal.ts";
import { cell } from "./cell.ts";
import { modelTableLines } from "./model-table-lines.ts";
import { paintFor } from "./paint.ts";
import { wrapped } from "./table.ts";

/** Returns the analyses of a synthesis one below the other, each with its question. */
export async function synthesisText(result: SynthesizeResult, terminal: Terminal): Promise<string> {
  const paint = paintFor(terminal);
  const width = Math.min(terminal.width ?? 100, 110);
  const lines = result.analyses.flatMap(({ analysis, result: { readOut, terms, labels } }, i) => {
    const pooled = analysis.kind === "pool" ? pooledSentence(result) : undefined;
    return [
      ...(i === 0 ? [] : [""]),
      paint.strong(`${analysis.kind}: ${analysisQuestions[analysis.kind]}`),
      ...(pooled === undefined ? [] : [pooled, ""]),
      ...(readOut === undefined
        ? blockLines(termBlocks({ terms, labels }), "")
        : [...wrapped(readOut.sentence, width, ""), "", ...modelTableLines([readOut])]),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** Single values by name, then tables, then further blocks under their names. */
function blockLines({ singles, tables, below }: TermBlock, indent: string): readonly string[] {
  const written = singles.map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.map((one) => cell(one)).join(", ") : cell(value),
  ]);
  const width = Math.max(0, ...written.map(([name]) => name.length));
  const lines = tables.flatMap((table, at) => [...(at > 0 ? [""] : []), ...modelTableLines([table])]);
  return [
    ...written.map(([name, value]) => `${indent}${name.padEnd(width)}  ${value}`),
    ...(lines.length > 0 && written.length > 0 ? [""] : []),
    ...lines.map((line) => (line === "" ? line : indent + line)),
    ...below.flatMap((block) => ["", `${indent}${block.name}`, ...blockLines(block, `${indent}  `)]),
  ];
}

import type { TablePart } from "@concord/analysis";
import type { Terminal } from "../terminal.ts";
import { modelTableLines } from "./model-table-lines.ts";
import { paintFor } from "./paint.ts";
import { wrapped } from "./table.ts";

/** Returns a result as it is printed: what was asked, the sentence, the tables. */
export function resultText(
  title: string,
  sentence: string,
  table: readonly TablePart[],
  terminal: Terminal,
): string {
  const lines = wrapped(bound(sentence), Math.min(terminal.width ?? 100, 110), "");
  return `${[
    paintFor(terminal).strong(title),
    ...lines.map((line) => line.replaceAll(noBreak, " ")),
    "",
    ...modelTableLines(table),
  ].join("\n")}\n`;
}

const noBreak = "\u00a0";

/** r = .27 stays on one line. */
function bound(sentence: string): string {
  return sentence.replace(/ ([=<>]) /g, `${noBreak}$1${noBreak}`);
}

import type { TableReport } from "@concord/analysis";
import { problemLine, type ReadFrame } from "@concord/interchange/table";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { countWords } from "./problems.ts";

/** Rows of one reason that are named one by one; more of them are counted. */
const namedRows = 3;
const listedLines = 10;
const listedReasons = 20;

/** Says on the error output what was read and what was not used; returns the exit code it comes to. */
export function printReport(report: TableReport, frame: ReadFrame, terminal: Terminal): ExitCode {
  for (const problem of frame.problems.slice(0, listedReasons)) terminal.err(`${problemLine(problem)}\n`);
  for (const remark of report.remarks) terminal.err(`note: ${remark}\n`);
  const left = report.rows.left_out.filter(({ by_request }) => by_request === undefined);
  if (left.length === 0) return exitCodes.done;
  for (const { label, reason, count, lines } of left.slice(0, listedReasons)) {
    const whose = label === undefined ? "" : ` (${label})`;
    if (frame.problems.some(({ line }) => line === lines[0]) && count <= listedReasons) continue;
    if (lines.length === count && count <= namedRows)
      for (const line of lines) terminal.err(`line ${line}${whose}: left out, ${reason}\n`);
    else {
      const shown = lines.slice(0, listedLines).join(", ");
      const where = lines.length === 0 ? "" : ` (lines ${shown}${lines.length > listedLines ? ", …" : ""})`;
      terminal.err(`${countWords(count, "row", "rows")}${whose} left out, ${reason}${where}\n`);
    }
  }
  if (left.length > listedReasons)
    terminal.err(`… and ${left.length - listedReasons} more reasons; --json has them all.\n`);
  terminal.err(`rows: ${report.rows.used} of ${report.rows.given} used\n`);
  return exitCodes.withProblems;
}

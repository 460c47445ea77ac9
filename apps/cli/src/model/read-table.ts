import { problemLine, type ReadFrame, readFrame } from "@concord/interchange";
import { openFile } from "../read-file.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";

/** A row that was not used, and why. `row` counts from 0 below the heading. */
export interface LeftRow {
  readonly row: number;
  readonly label?: string;
  readonly reason: string;
}

/**
 * Reads a CSV file, or the standard input for `-`, column by column. A file that cannot be used ends the
 * command.
 */
export async function readTable(file: string, terminal: Terminal): Promise<ReadFrame> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openFile(file, terminal)) pieces.push(piece);
  const frame = readFrame(new Uint8Array(Buffer.concat(pieces)));
  const unusable = frame.problems.find(({ kind }) => kind === "file");
  if (unusable !== undefined) throw new CommandRefused(unusable.sentence);
  return frame;
}

/** Says on the error output what was not used, a line each, and what the command's exit code comes to. */
export function tellTable(frame: ReadFrame, left: readonly LeftRow[], terminal: Terminal): ExitCode {
  for (const problem of frame.problems) terminal.err(`${problemLine(problem)}\n`);
  for (const note of frame.notes) terminal.err(`note: ${note}\n`);
  for (const { row, label, reason } of left)
    terminal.err(
      `line ${frame.lines[row]}${label === undefined ? "" : ` (${label})`}: left out, ${reason}\n`,
    );
  return frame.problems.length + left.length > 0 ? exitCodes.withProblems : exitCodes.done;
}

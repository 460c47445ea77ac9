import { type FrameRules, type ReadFrame, readFrame } from "@concord/interchange/table";
import { openFile } from "../read-file.ts";
import { CommandRefused, type Terminal } from "../terminal.ts";

/**
 * Reads a CSV file, or the standard input for `-`, column by column. A file that cannot be used ends the
 * command.
 */
export async function readTable(
  file: string,
  terminal: Terminal,
  rules: FrameRules = {},
): Promise<ReadFrame> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openFile(file, terminal)) pieces.push(piece);
  const frame = readFrame(new Uint8Array(Buffer.concat(pieces)), rules);
  const unusable = frame.problems.find(({ kind }) => kind === "file");
  if (unusable !== undefined) throw new CommandRefused(unusable.sentence);
  return frame;
}

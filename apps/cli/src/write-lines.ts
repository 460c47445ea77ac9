import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { CommandRefused, type Terminal } from "./terminal.ts";

/** Writes lines to a file that only its owner may read, or to the standard output where none is named. */
export async function writeLines(
  lines: Iterable<string> | AsyncIterable<string>,
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (file === undefined) {
    for await (const line of lines) {
      terminal.out(line);
      await terminal.drained();
    }
    return;
  }
  const stream = createWriteStream(file, { mode: 0o600 });
  await once(stream, "open").catch((error: Error) => {
    throw new CommandRefused(`The file ${file} cannot be written (${error.message}).`);
  });
  for await (const line of lines) if (!stream.write(line)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
}

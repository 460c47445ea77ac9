import { createReadStream, type ReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { quoted } from "@concord/interchange/table";
import { CommandRefused, type Terminal } from "./terminal.ts";

/** A file piece by piece, or the standard input for `-`. */
export async function openFile(name: string, terminal: Terminal): Promise<AsyncIterable<Uint8Array>> {
  if (name === "-") return terminal.input();
  await refuseUnreadable(name);
  const stream: ReadStream = createReadStream(name, { highWaterMark: 1 << 18 });
  return withPlainErrors(stream, name);
}

/** A small text file in one piece. */
export async function readText(name: string): Promise<string> {
  await refuseUnreadable(name);
  return readFile(name, "utf8");
}

async function refuseUnreadable(name: string): Promise<void> {
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(refusal(name, error));
  });
  if (found.isDirectory()) throw new CommandRefused(`${quoted(name, 200)} is a folder, not a file.`);
}

async function* withPlainErrors(stream: ReadStream, name: string): AsyncIterable<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw new CommandRefused(refusal(name, error as NodeJS.ErrnoException));
  }
}

function refusal(name: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return `There is no file ${quoted(name, 200)}.`;
  if (error.code === "EACCES") return `The file ${quoted(name, 200)} may not be read.`;
  return `The file ${quoted(name, 200)} cannot be read (${error.code ?? error.message}).`;
}

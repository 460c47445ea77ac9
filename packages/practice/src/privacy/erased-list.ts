import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";

/** One line of the list beside the backups: identifiers and a time, nothing else. */
export interface ErasedLine {
  readonly practice: string;
  readonly client: string;
  readonly at: string;
}

const nameOf = (folder: string) => path.join(folder, "erased-clients.jsonl");

/**
 * Adds an erased client to the list that lies beside the backups. The database forgets an erasure when an earlier backup is
 * restored; this list does not.
 */
export async function noteErased(folder: string, line: ErasedLine): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(nameOf(folder), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
}

/** Returns the clients of a practice that were erased, by the list; lines that are cut off are left out. */
export async function listErased(folder: string, practice: string): Promise<readonly ErasedLine[]> {
  const text = await readFile(nameOf(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    const read = lineOf(line);
    return read !== null && read.practice === practice ? [read] : [];
  });
}

function lineOf(line: string): ErasedLine | null {
  try {
    const { practice, client, at } = JSON.parse(line) as Record<string, unknown>;
    return typeof practice === "string" && typeof client === "string" && typeof at === "string"
      ? { practice, client, at }
      : null;
  } catch {
    return null;
  }
}

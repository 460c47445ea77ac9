import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { AddCommand } from "../add-command.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { writeLines } from "../write-lines.ts";

type StoreFlags = Pick<DataFlags, "data">;

/** `concord backup FILE`: everything in the store as it is at one moment. */
export const backupCommand: AddCommand = (program, terminal, done) => {
  program
    .command("backup")
    .description("Write everything in the store to one file, as it is at this moment.")
    .argument("<file>", "the file to write; one that is there already is left alone")
    .option("--data <folder>", "where the practice is kept")
    .action(async (file: string, flags: StoreFlags) => {
      await writeBackup(file, flags, terminal);
      done(exitCodes.done);
    });
};

/** `concord restore FILE`: a backup into an empty store, whole or not at all. */
export const restoreCommand: AddCommand = (program, terminal, done) => {
  program
    .command("restore")
    .description("Put a backup into an empty store, whole or not at all.")
    .argument("<file>", "a file that concord backup wrote")
    .option("--data <folder>", "where the practice will be kept")
    .action(async (file: string, flags: StoreFlags) => {
      await readBackup(file, flags, terminal);
      done(exitCodes.done);
    });
};

async function writeBackup(file: string, flags: StoreFlags, terminal: Terminal): Promise<void> {
  if (existsSync(file)) throw new CommandRefused(`${file} is there already. Name a new file.`);
  const { openStoreFor } = await import("../open-practice.ts");
  const { backup } = await import("@concord/store");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    await writeLines(backup(store), file, terminal);
    terminal.err(
      `Written to ${file}, readable by you alone. It holds everything, secrets of sign-in too: keep it encrypted.\n`,
    );
  } finally {
    await store.close();
  }
}

async function readBackup(file: string, flags: StoreFlags, terminal: Terminal): Promise<void> {
  if (!existsSync(file)) throw new CommandRefused(`There is no file ${file}.`);
  const { openStoreFor } = await import("../open-practice.ts");
  const { restore } = await import("@concord/store");
  const store = await openStoreFor(flags, terminal);
  try {
    const { practices, rows, at } = await restore(store, linesOf(file));
    terminal.out(
      `Restored the backup of ${at}: ${countWords(practices, "practice", "practices")}, ${countWords(rows, "row", "rows")}.\n`,
    );
  } finally {
    await store.close();
  }
}

/** Opens the file when its first line is asked for: lines read before anybody listens would be lost. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

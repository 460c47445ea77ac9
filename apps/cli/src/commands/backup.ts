import { existsSync } from "node:fs";
import path from "node:path";
import type { BackupFile, DrillReport, Store } from "@concord/store";
import type { AddCommand } from "../add-command.ts";
import { backupFolderOf } from "../backup-folder.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { writeLines } from "../write-lines.ts";

type StoreFlags = Pick<DataFlags, "data">;

interface BackupFlags extends StoreFlags {
  readonly backups?: string;
  readonly verify?: true;
  readonly list?: true;
}

/** `concord backup [FILE]`: everything in the store as it is at one moment. */
export const backupCommand: AddCommand = (program, terminal, done) => {
  program
    .command("backup")
    .description(
      "Write everything in the store to one file, as it is at this moment, also while it is served.",
    )
    .argument("[file]", "the file to write (default: one named by the time, in the folder for backups)")
    .option("--data <folder>", "where the practice is kept")
    .option("--backups <folder>", "the folder for backups (default: the folder backups in the data folder)")
    .option(
      "--verify",
      "restore the newest backup, or the file, into a scratch database, compare it and report",
    )
    .option("--list", "list the backups in the folder and how the last test of each went")
    .action(async (file: string | undefined, flags: BackupFlags) => {
      done(await runBackup(file, flags, terminal));
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

async function runBackup(
  file: string | undefined,
  flags: BackupFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (file !== undefined && flags.verify !== true && existsSync(file))
    throw new CommandRefused(`${file} is there already. Name a new file.`);
  const { openStoreFor } = await import("../open-practice.ts");
  const store = await openStoreFor(flags, terminal, { mustExist: true, shared: true });
  try {
    if (file !== undefined && flags.verify !== true) return await writeBackup(store, file, terminal);
    const folder = folderFor(store, flags, terminal);
    if (flags.list === true) return await listFolder(folder, terminal);
    if (flags.verify === true) return await verify(store, folder, file, terminal);
    return await writeToFolder(store, folder, terminal);
  } finally {
    await store.close();
  }
}

function folderFor({ place }: Store, flags: BackupFlags, terminal: Terminal): string {
  const named = backupFolderOf(flags, terminal);
  if (named !== null) return named;
  if (place.kind === "folder") return path.join(place.folder, "backups");
  throw new CommandRefused("Name the folder for backups (--backups), or a file to write.");
}

async function writeBackup(store: Store, file: string, terminal: Terminal): Promise<ExitCode> {
  const { backup } = await import("@concord/store");
  await writeLines(backup(store), file, terminal);
  terminal.err(
    `Written to ${file}, readable by you alone. It holds everything, secrets of sign-in too: keep it encrypted.\n`,
  );
  return exitCodes.done;
}

/** The way of the clinic's page: named by the time, with older ones beyond the practice's number removed. */
async function writeToFolder(store: Store, folder: string, terminal: Terminal): Promise<ExitCode> {
  const { listBackups } = await import("@concord/store");
  const { createContext, makeBackup } = await import("@concord/practice");
  const [before] = await listBackups(folder);
  const outcome = await makeBackup(createContext(store, { backupFolder: folder }));
  if (before !== undefined) terminal.err(`The backup before was made ${ageOf(before.at)}.\n`);
  else terminal.err("There was no backup before.\n");
  if (outcome.kind === "made") {
    const { name, rows } = outcome.file;
    terminal.out(`Written to ${path.join(folder, name)}: ${countWords(rows ?? 0, "row", "rows")}.\n`);
    terminal.err("It holds everything, secrets of sign-in too: copy it elsewhere, encrypted.\n");
    return exitCodes.done;
  }
  if (outcome.kind === "busy") throw new CommandRefused("Another backup is being made or tested. Try again.");
  if (outcome.kind === "no-folder") throw new CommandRefused("Name the folder for backups (--backups).");
  const { code } = outcome.failure;
  const detail = outcome.error instanceof Error ? outcome.error.message : "";
  throw new CommandRefused(`No backup was made: ${failures[code]} (${detail})`);
}

const failures = {
  full: "the disk is full.",
  rights: "this account may not write in the folder.",
  folder: "the folder cannot be used.",
  database: "the database did not respond.",
  other: "an unexpected error.",
} as const;

async function listFolder(folder: string, terminal: Terminal): Promise<ExitCode> {
  const { listBackups } = await import("@concord/store");
  const files = await listBackups(folder);
  if (files.length === 0) terminal.out(`There is no backup in ${folder}.\n`);
  for (const file of files) terminal.out(`${lineOf(file)}\n`);
  return exitCodes.done;
}

function lineOf({ name, at, bytes, rows, drill }: BackupFile): string {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const rowCount = rows === null ? "" : `, ${countWords(rows, "row", "rows")}`;
  return `${name}  ${ageOf(at)}, ${size}${rowCount}, ${drill === null ? "not tested" : resultOf(drill)}`;
}

async function verify(
  store: Store,
  folder: string,
  file: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  if (file !== undefined && !existsSync(file)) throw new CommandRefused(`There is no file ${file}.`);
  const report = file === undefined ? await verifyNewest(store, folder) : await verifyFile(store, file);
  terminal.out(`${report.name}: ${resultOf(report.drill)}\n`);
  return report.drill.result === "passed" ? exitCodes.done : exitCodes.withProblems;
}

interface Verified {
  readonly name: string;
  readonly drill: DrillReport;
}

async function verifyNewest(store: Store, folder: string): Promise<Verified> {
  const { createContext, testNewest } = await import("@concord/practice");
  const outcome = await testNewest(createContext(store, { backupFolder: folder }));
  if (outcome.kind === "none") throw new CommandRefused(`There is no backup in ${folder}. Make one first.`);
  if (outcome.kind !== "tested")
    throw new CommandRefused("Another backup is being made or tested. Try again.");
  return { name: outcome.file.name, drill: outcome.report };
}

async function verifyFile(store: Store, file: string): Promise<Verified> {
  const { testBackup } = await import("@concord/store");
  return { name: file, drill: await testBackup(store, file, () => new Date()) };
}

function resultOf({ at, problem, practices, rows, seconds, sha256 }: DrillReport): string {
  const when = `on ${at.slice(0, 16).replace("T", " ")} UTC`;
  if (problem !== null) return `restore test not passed ${when}: ${problems[problem]}`;
  const restored = `${countWords(rows, "row", "rows")} of ${countWords(practices, "practice", "practices")}`;
  return `restore test passed ${when}: ${restored} restored and identical in ${seconds} s (SHA-256 ${sha256?.slice(0, 16)}…)`;
}

const problems = {
  altered: "the file was changed or is incomplete. Do not rely on it.",
  foreign: "the file is not a backup.",
  version: "it was made by another version of Concord. Make a new one.",
  occupied: "the scratch database was not empty. Try again.",
  differs: "the restored data differs from the file. Do not rely on it.",
  unreadable: "the file cannot be read.",
  rights: "this account of the database may not create a scratch database. Grant it CREATEDB.",
  database: "the scratch database could not be used. Try again.",
} as const;

function ageOf(at: string): string {
  const hours = Math.floor((Date.now() - Date.parse(at)) / 3_600_000);
  if (hours < 1) return "less than an hour ago";
  if (hours < 48) return `${countWords(hours, "hour", "hours")} ago`;
  return `${countWords(Math.floor(hours / 24), "day", "days")} ago`;
}

async function readBackup(file: string, flags: StoreFlags, terminal: Terminal): Promise<void> {
  if (!existsSync(file)) throw new CommandRefused(`There is no file ${file}.`);
  const { openStoreFor } = await import("../open-practice.ts");
  const { linesOfBackup, restore } = await import("@concord/store");
  const store = await openStoreFor(flags, terminal);
  try {
    const { practices, rows, at } = await restore(store, linesOfBackup(file));
    terminal.out(
      `Restored the backup of ${at}: ${countWords(practices, "practice", "practices")}, ${countWords(rows, "row", "rows")}.\n`,
    );
  } finally {
    await store.close();
  }
}

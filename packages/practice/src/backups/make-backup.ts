import path from "node:path";
import {
  BackupBusy,
  type BackupFile,
  type DrillReport,
  listBackups,
  practices,
  type Scope,
  saveDrill,
  settings,
  testBackup,
  withBackupFolder,
  writeBackup,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice, within } from "../app-context.ts";
import { permit } from "../permit.ts";
import { record } from "../record.ts";
import { type BackupFailure, backupFailureOf, readBackupFailure } from "./failure.ts";
import { type BackupSettings, readBackupSettings } from "./schedule.ts";

export type BackupOutcome =
  | { readonly kind: "made"; readonly file: BackupFile }
  | { readonly kind: "failed"; readonly failure: BackupFailure; readonly error: unknown }
  /** Another one is being made or tested. */
  | { readonly kind: "busy" }
  /** No folder is set for backups: with a database on a server, whoever starts Concord names one. */
  | { readonly kind: "no-folder" };

export type DrillOutcome =
  | { readonly kind: "tested"; readonly file: BackupFile; readonly report: DrillReport }
  | { readonly kind: "none" }
  | { readonly kind: "busy" }
  | { readonly kind: "no-folder" };

/**
 * Begins a backup of everything in the store, for an administrator. The promise that comes back at first says that it
 * has begun; `finished` how it ended, which is also written down for the page.
 */
export async function startBackup(
  context: AppContext,
  actor: Actor,
): Promise<{ readonly finished: Promise<BackupOutcome> }> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await record(scope, actor, "make-backup", "practice");
  });
  return { finished: makeBackup(context) };
}

/** Begins a test of a backup, the newest if none is named, for an administrator. */
export async function startBackupTest(
  context: AppContext,
  actor: Actor,
  name?: string,
): Promise<{ readonly finished: Promise<DrillOutcome> }> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await record(scope, actor, "test-backup", "practice");
  });
  return { finished: testNewest(context, name) };
}

/** Makes a backup in the folder for backups and writes down for every practice whether that went well. */
export async function makeBackup(context: AppContext): Promise<BackupOutcome> {
  const { backupFolder: folder, store } = context;
  if (folder === null) return { kind: "no-folder" };
  let outcome: BackupOutcome;
  const before = await lastFailure(context).catch(() => null);
  try {
    const keep = Math.max(...(await settingsOfAll(context)).map(({ chosen }) => chosen.keep), 1);
    outcome = { kind: "made", file: await writeBackup(store, folder, { now: context.now(), keep }) };
  } catch (error) {
    if (error instanceof BackupBusy) return { kind: "busy" };
    const code = backupFailureOf(error);
    const failure = { code, at: context.now().toISOString(), times: (before?.times ?? 0) + 1 };
    outcome = { kind: "failed", failure, error };
  }
  const failure = outcome.kind === "failed" ? outcome.failure : null;
  // While the database is away this cannot be written either; the next attempt does.
  await saveFailure(context, failure).catch(() => {});
  return outcome;
}

/** Restores a backup beside the database in use, compares it, and saves the report beside the file. */
export async function testNewest(context: AppContext, name?: string): Promise<DrillOutcome> {
  const { backupFolder: folder, store } = context;
  if (folder === null) return { kind: "no-folder" };
  const all = await listBackups(folder);
  const file = name === undefined ? all[0] : all.find((one) => one.name === name);
  if (file === undefined) return { kind: "none" };
  try {
    return await withBackupFolder(folder, async () => {
      const report = await testBackup(store, path.join(folder, file.name), context.now);
      await saveDrill(folder, file.name, report);
      return { kind: "tested", file: { ...file, drill: report }, report };
    });
  } catch (error) {
    if (error instanceof BackupBusy) return { kind: "busy" };
    throw error;
  }
}

/** What each practice has decided, and where its day begins. One that is simulated has none made unless it says so. */
export async function settingsOfAll(
  context: AppContext,
): Promise<
  readonly { readonly chosen: BackupSettings; readonly timeZone: string; readonly since: string }[]
> {
  const ids = await context.store.outside.practices();
  const all = ids.map((id) =>
    inPractice(context, id, async (scope) => {
      const [practice, value] = [await practices.get(scope), await settings.get(scope, "backups")];
      const chosen = readBackupSettings(value);
      const isOwn = value !== undefined || practice?.simulated !== true;
      return {
        chosen: isOwn ? chosen : { ...chosen, daily: false },
        timeZone: practice?.timeZone ?? "UTC",
        since: practice?.createdAt ?? context.now().toISOString(),
      };
    }),
  );
  return Promise.all(all);
}

/** Returns the last failure, where no backup succeeded after it. */
export async function failureIn(scope: Scope): Promise<BackupFailure | null> {
  return readBackupFailure(await settings.get(scope, "backupFailure"));
}

async function lastFailure(context: AppContext): Promise<BackupFailure | null> {
  const [first] = await context.store.outside.practices();
  return first === undefined ? null : inPractice(context, first, failureIn);
}

async function saveFailure(context: AppContext, failure: BackupFailure | null): Promise<void> {
  for (const id of await context.store.outside.practices()) {
    await inPractice(context, id, async (scope) => {
      const isStored = (await failureIn(scope)) !== null;
      if (failure !== null || isStored) await settings.put(scope, "backupFailure", failure ?? "");
    });
  }
}

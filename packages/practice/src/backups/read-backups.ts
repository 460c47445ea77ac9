import { type BackupFile, isBackupRunning, listBackups, practices, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { rolesOf } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";
import { type BackupFailure, isBackupBad } from "./failure.ts";
import { failureIn, settingsOfAll } from "./make-backup.ts";
import { type BackupSettings, backupLimits, isTime, nextDue, readBackupSettings } from "./schedule.ts";

/** What the page about backups shows. */
export interface BackupsView {
  /** Where they are; null where whoever starts Concord has named no folder. */
  readonly folder: string | null;
  /** One is being made or tested now. */
  readonly isRunning: boolean;
  readonly settings: BackupSettings;
  /** When the next is made; null where none is. */
  readonly next: string | null;
  readonly failure: BackupFailure | null;
  /** The folder cannot be read. */
  readonly isUnreadable: boolean;
  readonly files: readonly BackupFile[];
  /** A backup holds every practice of this Concord. */
  readonly practices: number;
}

/** Returns the backups and how they are made, for administrators. */
export async function readBackups(context: AppContext, actor: Actor): Promise<BackupsView> {
  const { backupFolder: folder } = context;
  const own = await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const practice = await practices.get(scope);
    const value = await settings.get(scope, "backups");
    const chosen = readBackupSettings(value);
    const isOff = value === undefined && practice?.simulated === true;
    return {
      settings: isOff ? { ...chosen, daily: false } : chosen,
      timeZone: practice?.timeZone ?? "UTC",
      failure: await failureIn(scope),
    };
  });
  const files = folder === null ? [] : await listBackups(folder).catch(() => null);
  const isMade = folder !== null && own.settings.daily;
  return {
    folder,
    isRunning: folder !== null && isBackupRunning(folder),
    settings: own.settings,
    next: isMade ? nextDue(context.now(), own.settings.at, own.timeZone).toISOString() : null,
    failure: own.failure,
    isUnreadable: files === null,
    files: files ?? [],
    practices: (await context.store.outside.practices()).length,
  };
}

/** Changes when backups are made and how many stay. */
export async function changeBackups(context: AppContext, actor: Actor, given: BackupSettings): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    if (!isTime(given.at)) throw new InvalidInput({ id: "refusals.backup.time", values: {} }, "at");
    for (const field of ["keep", "testDays"] as const) {
      const [least, most] = backupLimits[field];
      const value = given[field];
      if (!(Number.isInteger(value) && value >= least && value <= most)) {
        throw new InvalidInput({ id: "refusals.backup.number", values: { least, most } }, field);
      }
    }
    const { daily, at, keep, testDays } = given;
    await settings.put(scope, "backups", { daily, at, keep, testDays });
    await record(scope, actor, "change-backups", "practice");
  });
}

/** What administrators are told on every page. */
export type BackupTrouble =
  | { readonly kind: "failed"; readonly failure: BackupFailure }
  /** The newest backup did not stand its test. */
  | { readonly kind: "bad"; readonly at: string }
  /** Daily ones are wanted, and the newest is older than two days. */
  | { readonly kind: "old"; readonly at: string };

const twoDays = 2 * 86_400_000;

/** Returns what is wrong with the backups, for administrators; null for everyone else and where nothing is. */
export async function backupTrouble(context: AppContext, actor: Actor): Promise<BackupTrouble | null> {
  const { backupFolder: folder } = context;
  if (!rolesOf(actor).includes("administrator") || folder === null) return null;
  const failure = await within(context, actor, failureIn);
  if (failure !== null) return { kind: "failed", failure };
  const [newest] = await listBackups(folder).catch(() => []);
  if (newest === undefined) return null;
  if (isBackupBad(newest.drill?.problem ?? null)) return { kind: "bad", at: newest.at };
  const isOld = context.now().getTime() - Date.parse(newest.at) > twoDays;
  if (!isOld) return null;
  const isWanted = (await settingsOfAll(context)).some(({ chosen }) => chosen.daily);
  return isWanted ? { kind: "old", at: newest.at } : null;
}

import { setTimeout as pause } from "node:timers/promises";
import { listBackups } from "@concord/store";
import type { AppContext } from "../app-context.ts";
import type { Background, BackgroundChoices } from "../recalculation/worker.ts";
import { makeBackup, settingsOfAll, testNewest } from "./make-backup.ts";
import { lastDue } from "./schedule.ts";

const quarter = 15 * 60_000;
const day = 86_400_000;

/**
 * Makes and tests backups at their times while Concord is served.
 *
 * A time that passed while the machine was off is made up for after the next start. After a failure it is tried again
 * every quarter of an hour; the failure is on the administrators' pages meanwhile.
 */
export function startBackupWorker(context: AppContext, choices: BackgroundChoices = {}): Background {
  const ending = new AbortController();
  const { signal } = ending;
  const rounds = (async () => {
    let notBefore = 0;
    while (!signal.aborted) {
      try {
        if (context.now().getTime() >= notBefore) {
          const isWell = await backUpIfDue(context, choices.onTrouble ?? (() => {}));
          notBefore = isWell ? 0 : context.now().getTime() + quarter;
        }
      } catch (error) {
        choices.onTrouble?.(error);
      }
      await pause(choices.every ?? 30_000, undefined, { signal, ref: false }).catch(() => {});
    }
  })();
  return {
    stop: () => {
      ending.abort();
      return rounds;
    },
  };
}

/** Makes a backup if one is due, tests the newest if that is due, and returns whether what was tried went well. */
export async function backUpIfDue(
  context: AppContext,
  onTrouble: (error: unknown) => void = () => {},
): Promise<boolean> {
  const { backupFolder: folder } = context;
  if (folder === null) return true;
  const now = context.now();
  const daily = (await settingsOfAll(context)).filter(({ chosen }) => chosen.daily);
  if (daily.length === 0) return true;
  const all = await listBackups(folder).catch(() => []);
  const newest = all[0]?.at ?? "";
  const isDue = daily.some(({ chosen, timeZone, since }) => {
    const due = lastDue(now, chosen.at, timeZone).toISOString();
    return newest < due && since < due;
  });
  if (isDue) {
    const outcome = await makeBackup(context);
    if (outcome.kind === "failed") {
      onTrouble(outcome.error);
      return false;
    }
  }
  const everyDays = daily.map(({ chosen }) => chosen.testDays).filter((days) => days > 0);
  const tested = all.find(({ drill }) => drill !== null)?.drill?.at;
  const isTestDue =
    isDue &&
    everyDays.length > 0 &&
    (tested === undefined || now.getTime() - Date.parse(tested) > (Math.min(...everyDays) - 0.5) * day);
  if (isTestDue) await testNewest(context);
  return true;
}

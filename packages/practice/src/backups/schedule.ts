import { addDays, dayIn, instantOf } from "../calendar.ts";

/** What a practice has decided about its backups. */
export interface BackupSettings {
  /** Made every day without being asked for. */
  readonly daily: boolean;
  /** At what time of the practice's day, HH:MM. */
  readonly at: string;
  /** How many of the newest stay. */
  readonly keep: number;
  /** The newest is restored and compared when the last test is this many days old; 0 for only when asked for. */
  readonly testDays: number;
}

/** Every night, two weeks of them, one of them tested a week. */
const defaultBackups: BackupSettings = { daily: true, at: "02:30", keep: 14, testDays: 7 };

export const backupLimits = { keep: [1, 365], testDays: [0, 90] } as const;

/** Returns the newest moment not after `now` at which a backup was to be made. */
export function lastDue(now: Date, at: string, timeZone: string): Date {
  const today = dayIn(now, timeZone);
  const due = instantOf(today, at, timeZone);
  return due <= now ? due : instantOf(addDays(today, -1), at, timeZone);
}

/** Returns the first moment after `now` at which a backup is to be made. */
export function nextDue(now: Date, at: string, timeZone: string): Date {
  const today = dayIn(now, timeZone);
  const due = instantOf(today, at, timeZone);
  return due > now ? due : instantOf(addDays(today, 1), at, timeZone);
}

/** Returns a stored value as settings; what is missing or does not fit is the default's. */
export function readBackupSettings(value: unknown): BackupSettings {
  const given = typeof value === "object" && value !== null ? (value as Partial<BackupSettings>) : {};
  return {
    daily: typeof given.daily === "boolean" ? given.daily : defaultBackups.daily,
    at: isTime(given.at) ? given.at : defaultBackups.at,
    keep: isWithin(given.keep, backupLimits.keep) ? given.keep : defaultBackups.keep,
    testDays: isWithin(given.testDays, backupLimits.testDays) ? given.testDays : defaultBackups.testDays,
  };
}

/** Returns whether a text is a time of day, HH:MM. */
export function isTime(value: unknown): value is string {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function isWithin(value: unknown, [least, most]: readonly [number, number]): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

const day = 86_400_000;

/** The day of a moment in UTC, yyyy-mm-dd. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Returns whether a text is a day of the calendar, yyyy-mm-dd. */
export function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && dayOf(moment) === text;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clock on a wall in a time zone shows at a moment, read as if it were UTC. */
function wallClock(moment: Date, timeZone: string): Date {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const { year = "", month, day: date, hour, minute, second } = parts;
  return new Date(`${year.padStart(4, "0")}-${month}-${date}T${hour}:${minute}:${second}Z`);
}

/** Returns the day of a moment in a time zone (an IANA name), yyyy-mm-dd. */
export function dayIn(moment: Date, timeZone: string): string {
  return dayOf(wallClock(moment, timeZone));
}

/**
 * Returns the moment at which the clock in a time zone shows a time (HH:MM) on a day. A time that the change to summer
 * time leaves out is read with the offset from before; of one that comes twice, the first is meant.
 */
export function instantOf(date: string, time: string, timeZone: string): Date {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const candidates = [-day, day].map((apart) => {
    const near = new Date(shown + apart);
    const offset = wallClock(near, timeZone).getTime() - near.getTime();
    return new Date(shown - offset);
  });
  const exact = candidates.filter((one) => wallClock(one, timeZone).getTime() === shown);
  const [first = new Date(shown)] =
    exact.length > 0 ? exact.sort((a, b) => a.getTime() - b.getTime()) : candidates;
  return first;
}

export function addDays(date: string, days: number): string {
  return dayOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * day));
}

/** Whole days from one date to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** A moment some hours after another. */
export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

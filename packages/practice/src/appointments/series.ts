import { addDays, daysBetween, instantOf } from "../calendar.ts";

/** When appointments are by the clock of the practice: one, or several some weeks apart. */
export interface AppointmentTimes {
  /** The first day, yyyy-mm-dd, and the time of day, HH:MM. */
  readonly day: string;
  readonly time: string;
  /** Weeks from one to the next; null for a single appointment. */
  readonly everyWeeks: number | null;
  /** How many there are, or the last day on which there may be one. */
  readonly end: { readonly times: number } | { readonly until: string };
}

/** The most appointments that are made at once: two years of weekly sessions. */
export const mostAppointments = 104;

/**
 * Returns the days of a series. The last day is included if the rhythm meets it; a last day before the first gives none.
 */
export function daysOfSeries({ day, everyWeeks, end }: Omit<AppointmentTimes, "time">): readonly string[] {
  if (everyWeeks === null) return [day];
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1)
    throw new RangeError(`daysOfSeries requires whole weeks from 1 on: ${everyWeeks}`);
  const apart = 7 * everyWeeks;
  const count = "times" in end ? end.times : Math.floor(daysBetween(day, end.until) / apart) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(day, index * apart));
}

/** Returns the moments of a series: the same time by the clock of the practice before and after it is changed. */
export function momentsOfSeries(times: AppointmentTimes, timeZone: string): readonly Date[] {
  return daysOfSeries(times).map((day) => instantOf(day, times.time, timeZone));
}

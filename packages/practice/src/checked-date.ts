import { dayOf } from "./calendar.ts";
import { InvalidInput } from "./permit.ts";

/** Returns a day of the calendar, yyyy-mm-dd. Throws `InvalidInput` for anything else. */
export function checkedDate(date: string, field = "date"): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || dayOf(new Date(time)) !== date) {
    throw new InvalidInput({ id: "refusals.session.date", values: {} }, field);
  }
  return date;
}

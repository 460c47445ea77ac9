/** A whole number from 0 on, as a number field sends it; null if it is empty or something else. */
export function sentNumber(sent: FormData, name: string): number | null {
  const value = sent.get(name);
  if (typeof value !== "string" || !/^\d{1,4}$/.test(value.trim())) return null;
  return Number(value);
}

/** A day of the calendar, yyyy-mm-dd; null if it is empty or there is no such day. */
export function sentDay(sent: FormData, name: string): string | null {
  const value = sent.get(name);
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value.trim())) return null;
  const day = value.trim();
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}

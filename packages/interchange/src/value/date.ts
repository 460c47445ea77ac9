/** In which order the parts of a date such as 03/04/2024 stand. */
export type DateOrder = "day-first" | "month-first";

/** A day, with the time of day where the text has one; or why the text is none. */
export type ReadMoment =
  | Moment
  /** Both numbers could be the month; `reading` is asked for again once the order is known. */
  | { readonly kind: "ambiguous" }
  /** The text can be a date in this order alone, and another order was asked for. */
  | { readonly kind: "other-order"; readonly order: DateOrder }
  | { readonly kind: "not-a-date" };

export interface Moment {
  readonly kind: "date";
  /** The day as it was where it was written: 2024-03-01. */
  readonly iso: string;
  /** Seconds that grow with time; by the offset from UTC where the text has one. */
  readonly at: number;
  /** `09:15` or `09:15:22`; null where the text has none, or midnight. */
  readonly time: string | null;
  /** The order this text shows, where day and month stand side by side before the year. */
  readonly shows: DateOrder | null;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/;
const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const dayMonthYear = new RegExp(`^(\\d{1,2})[ -]?${monthWord}[ ,-]*(\\d{4}|\\d{2})(?!\\d)`, "i");
const monthDayYear = new RegExp(`^${monthWord} ?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i");

const clock =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?\s?m\.?)?(?:\s?(Z|(?:GMT|UTC)?\s?[+\-\u2212]\d{1,2}(?::?\d{2})?|GMT|UTC|[A-Z]{2,5}))?$/i;

/**
 * Reads a date, alone or with a time of day: 2024-03-01, 2024/03/01, 20240301, 1.3.2024, 1 March 2024, and with the
 * order of its column 03/01/2024. Times may be 9:15 PM or 21:15:00.5, with Z, +01:00 or GMT+1. A day the calendar does
 * not have is not a date.
 */
export function readMoment(text: string, order: DateOrder | "unknown"): ReadMoment {
  const ymd = yearFirst.exec(text);
  if (ymd !== null) return moment(ymd[1]!, ymd[3]!, ymd[4]!, text.slice(ymd[0].length));
  const digits = compact.exec(text);
  if (digits !== null) return moment(digits[1]!, digits[2]!, digits[3]!, text.slice(digits[0].length));
  const dots = dotted.exec(text);
  if (dots !== null) return moment(year(dots[3]!), dots[2]!, dots[1]!, text.slice(dots[0].length));
  const named = dayMonthYear.exec(text);
  if (named !== null)
    return moment(year(named[3]!), monthOf(named[2]!), named[1]!, text.slice(named[0].length));
  const american = monthDayYear.exec(text);
  if (american !== null)
    return moment(american[3]!, monthOf(american[1]!), american[2]!, text.slice(american[0].length));
  const found = slashed.exec(text);
  if (found === null) return { kind: "not-a-date" };
  const [first, second] = [found[1]!, found[3]!];
  const rest = text.slice(found[0].length);
  const asDayFirst = moment(year(found[4]!), second, first, rest);
  const asMonthFirst = moment(year(found[4]!), first, second, rest);
  if (asDayFirst.kind !== "date" && asMonthFirst.kind !== "date") return { kind: "not-a-date" };
  const shows =
    asDayFirst.kind !== "date" ? "month-first" : asMonthFirst.kind !== "date" ? "day-first" : null;
  if (order === "unknown" && shows === null && first !== second) return { kind: "ambiguous" };
  if (order !== "unknown" && shows !== null && shows !== order) return { kind: "other-order", order: shows };
  const meant = (shows ?? order) === "month-first" ? asMonthFirst : asDayFirst;
  return meant.kind === "date" ? { ...meant, shows } : meant;
}

/** Returns seconds of the day and their text for a time such as 9:15 PM, or null where the text is none. */
export function readClock(
  text: string,
): { readonly seconds: number; readonly offset: number | null; readonly text: string } | null {
  const found = clock.exec(text);
  if (found === null) return null;
  let hours = Number(found[1]);
  const [minutes, seconds] = [Number(found[2]), Number(found[3] ?? 0)];
  const half = found[4]?.toLowerCase();
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === "p" ? 12 : 0);
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    seconds: 3600 * hours + 60 * minutes + seconds,
    offset: offsetOf(found[5]),
    text: `${two(hours)}:${two(minutes)}${seconds === 0 ? "" : `:${two(seconds)}`}`,
  };
}

/** Seconds east of UTC; null for a zone that only has a name, which is passed over. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^(?:Z|GMT|UTC)$/i.test(zone)) return 0;
  const found = /([+\-\u2212])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (found === null) return null;
  const seconds = 3600 * Number(found[2]) + 60 * Number(found[3] ?? 0);
  return found[1] === "+" ? seconds : -seconds;
}

const monthOf = (name: string): string => String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Two digits mean 1969 to 2068, as POSIX has it. */
function year(text: string): string {
  if (text.length === 4) return text;
  return String(Number(text) + (Number(text) < 69 ? 2000 : 1900));
}

function moment(year: string, month: string, day: string, rest: string): ReadMoment {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > days[m - 1]!) return { kind: "not-a-date" };
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const start = Date.UTC(y, m - 1, d) / 1000;
  const after = rest.replace(/^(?:T|,?\s+(?:at\s+)?)/, "");
  if (after.trim() === "") return { kind: "date", iso, at: start, time: null, shows: null };
  const time = after === rest ? null : readClock(after.trim());
  if (time === null) return { kind: "not-a-date" };
  const at = start + time.seconds - (time.offset ?? 0);
  return { kind: "date", iso, at, time: time.text === "00:00" ? null : time.text, shows: null };
}

import type { Moment } from "./message.ts";
import { numberFormat, type StatisticStyle, statisticFormats } from "./statistics.ts";

/** Numbers, dates, lists and durations as a language writes them, with times in one time zone. */
export interface Formatters {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A statistic in APA style: `−.28` and `1.96` in English, `−0,28` in Italian. */
  readonly statistic: (value: number, style?: StatisticStyle) => string;
  /** A share from 0 to 1 as per cent. */
  readonly percent: (share: number, digits?: number) => string;
  readonly date: (moment: Moment, options?: Intl.DateTimeFormatOptions) => string;
  readonly dateTime: (moment: Moment) => string;
  readonly time: (moment: Moment) => string;
  readonly list: (items: readonly string[], type?: "conjunction" | "disjunction") => string;
  /** A number of seconds in days, hours, minutes and seconds, the largest two that are not 0. */
  readonly duration: (seconds: number) => string;
}

const made = new Map<string, Formatters>();

/** Returns the formatters of a language. Dates of English are day before month, as in the United Kingdom. */
export function formattersFor(language: string, timeZone: string): Formatters {
  const name = `${language} ${timeZone}`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  const created = createFormatters(language, timeZone);
  made.set(name, created);
  return created;
}

function createFormatters(language: string, timeZone: string): Formatters {
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, options).format(value);
  const date = (moment: Moment, options: Intl.DateTimeFormatOptions) =>
    dateFormat(language, timeZone, options).format(moment);
  return {
    number,
    statistic: (value, style = "statistic") => numberFormat(language, statisticFormats[style]).format(value),
    percent: (share, digits = 0) => number(share, { style: "percent", maximumFractionDigits: digits }),
    date: (moment, options = { dateStyle: "medium" }) => date(moment, options),
    dateTime: (moment) => date(moment, { dateStyle: "medium", timeStyle: "short" }),
    time: (moment) => date(moment, { timeStyle: "short" }),
    list: (items, type = "conjunction") => new Intl.ListFormat(language, { type }).format(items),
    duration: (seconds) => {
      const parts = partsOf(seconds).map(([value, unit]) =>
        number(value, { style: "unit", unit, unitDisplay: "long" }),
      );
      return new Intl.ListFormat(language, { type: "unit" }).format(parts);
    },
  };
}

/** Returns a format of moments: of a day without time that day, of all others the local time of the time zone. */
export function dateFormat(
  language: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): { readonly format: (moment: Moment | number) => string } {
  const written = language === "en" ? "en-GB" : language;
  return {
    format: (moment) => {
      const isDay = typeof moment === "string" && /^\d{4}-\d\d-\d\d$/.test(moment);
      const zone = isDay ? "UTC" : timeZone;
      return new Intl.DateTimeFormat(written, { ...options, timeZone: zone }).format(new Date(moment));
    },
  };
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

function partsOf(seconds: number): readonly (readonly [number, string])[] {
  let rest = Math.round(seconds);
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [count, unit] as const;
  });
  const shown = parts.filter(([count]) => count > 0).slice(0, 2);
  return shown.length === 0 ? [[0, "second"]] : shown;
}

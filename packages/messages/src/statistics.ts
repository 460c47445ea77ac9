/**
 * How a message writes a statistic: `{r, number, bounded}` for a value that cannot exceed 1 (a correlation, a proportion,
 * p), `{d, number, statistic}` for any other. APA Publication Manual, 7th ed., sections 6.36 and 6.52: two decimals, and
 * no zero before the decimal point of a bounded value, a custom of English alone.
 */
export const statisticFormats = {
  statistic: decimals(2, false),
  "statistic-0": decimals(0, false),
  "statistic-1": decimals(1, false),
  "statistic-3": decimals(3, false),
  "statistic-4": decimals(4, false),
  bounded: decimals(2, true),
  "bounded-3": decimals(3, true),
} as const;

export type StatisticStyle = keyof typeof statisticFormats;

/** The options of a statistic; `isBounded` tells them from those of other numbers. */
interface StatisticOptions {
  readonly minimumFractionDigits: number;
  readonly maximumFractionDigits: number;
  readonly useGrouping: boolean;
  readonly isBounded: boolean;
}

function decimals(digits: number, isBounded: boolean): StatisticOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false, isBounded };
}

/** Returns a format of numbers: statistics with a true minus and no negative zero, others as `Intl` writes them. */
export function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions | StatisticOptions,
): { readonly format: (value: number | bigint) => string } {
  if (!("isBounded" in options)) return new Intl.NumberFormat(language, options);
  const { isBounded, ...standard } = options;
  const format = new Intl.NumberFormat(language, { ...standard, signDisplay: "negative" });
  return {
    format: (value) => {
      const text = format.format(value).replace("-", "−");
      return isBounded && language.startsWith("en") ? text.replace(/^(−?)0\./, "$1.") : text;
    },
  };
}

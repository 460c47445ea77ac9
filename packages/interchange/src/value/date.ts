/** An ISO date, or why the text is none. */
export type ReadDate =
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "not-a-date" };

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const slashedYearFirst = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;
const slashed = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;

/**
 * Reads 2024-03-01 (a time of day after it is dropped), 2024/03/01 and 1.3.2024. What is written 03/01/2024 may be
 * January or March, so it is not read at all. A day the calendar does not have is not a date.
 */
export function readDate(text: string): ReadDate {
  const yearFirst = iso.exec(text) ?? slashedYearFirst.exec(text);
  if (yearFirst !== null) return calendar(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const dayFirst = dotted.exec(text);
  if (dayFirst !== null) return calendar(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  return slashed.test(text) ? { kind: "ambiguous" } : { kind: "not-a-date" };
}

function calendar(year: string, month: string, day: string): ReadDate {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > days[m - 1]!) return { kind: "not-a-date" };
  return { kind: "date", iso: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

/** What a cell of a table of studies is, as a number. */
export type StudyNumber =
  | { readonly kind: "number"; readonly value: number; readonly change: string | null }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly reason: string };

/** How the table writes fractions, as far as its cells show it. */
export type DecimalMark = "." | "," | "unknown";

const minuses = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/u;
const notReported = /^(?:n\.?\s?r\.?|not reported|n\.?\s?a\.?|[-–—−])$/i;

/** Returns the mark before fractions, by the cells that can mean only one thing: `.31`, `0,5`, `12.5`. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark {
  const marks = new Set<"." | ",">();
  for (const cell of cells) {
    const found = /^[^\d.,]?(\d*)([.,])(\d+)$/.exec(cell.trim());
    if (found !== null && (found[3]!.length !== 3 || /^0?$/.test(found[1]!)))
      marks.add(found[2] as "." | ",");
  }
  return marks.size === 1 ? [...marks][0]! : "unknown";
}

/**
 * Returns a number as studies report it. A minus may be any dash; `NR` is not reported. A count is whole: `12,024` and
 * `12 024` are 12024, but not where the same mark stands before fractions in this table. What can be read in two ways
 * is refused.
 */
export function studyNumber(written: string, isCount: boolean, mark: DecimalMark): StudyNumber {
  const cell = written.trim();
  if (cell === "" || notReported.test(cell)) return { kind: "none" };
  if (/^[<>≤≥]/.test(cell))
    return refused("is a bound and not a value; give the exact value, or another figure");
  const text = cell.replace(minuses, "-");
  const dash =
    text === cell || cell.startsWith("\u2212") ? null : `${JSON.stringify(cell)} is read as ${text}.`;
  if (/^[+-]?\d{1,15}$/.test(text)) return number(Number(text), dash);
  if (isCount) return countOf(text, mark);
  const percent = /^([+-]?\d*[.,]?\d+)\s?%$/.exec(text);
  if (percent !== null) return refused(`is a percentage; write it as a fraction or a number without %`);
  const fraction = /^([+-]?)(\d*)([.,])(\d{1,20})$/.exec(text);
  if (fraction === null) return refused("is not a number");
  const [, sign, whole, point, rest] = fraction;
  const mayBeThousands = rest!.length === 3 && /^[1-9]\d{0,2}$/.test(whole!);
  if (point === "," && mayBeThousands && mark !== ",")
    return refused(`may be ${whole}${rest} or ${whole}.${rest}; write it without a comma`);
  return number(Number(`${sign}${whole === "" ? "0" : whole}.${rest}`), dash);
}

function countOf(text: string, mark: DecimalMark): StudyNumber {
  const groups = /^\+?(\d{1,3})(?:([,.'’ \u00a0\u2009\u202f])\d{3})(?:\2\d{3})*$/u.exec(text);
  if (groups === null) {
    const zeros = /^\+?(\d+)[.,]0+$/.exec(text);
    if (zeros !== null && !/^\d{1,3}[.,]000$/.test(text))
      return number(Number(zeros[1]), `${text} is read as ${zeros[1]}.`);
    return refused(/^[+-]?\d*[.,]\d+$/.test(text) ? "is not whole, and a count is" : "is not a number");
  }
  const digits = text.replace(/\D/g, "");
  const separator = groups[2]!;
  const isOneGroup = digits.length <= 6;
  if (isOneGroup && (separator === "." || (separator === "," && mark === ",")))
    return refused(`may be ${digits} or a fraction, and a count is whole; write it without the mark`);
  return number(Number(digits), `${text} is read as ${digits}.`);
}

const number = (value: number, change: string | null): StudyNumber => ({ kind: "number", value, change });
const refused = (reason: string): StudyNumber => ({ kind: "refused", reason });

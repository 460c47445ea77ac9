/**
 * What people write where there is no answer. Compared without regard to case, after trimming.
 *
 * An empty field; `NA` is R's, `.` SAS's and Stata's, `#N/A` and `#NULL!` Excel's and SPSS's, `NaN` and `NULL` come
 * from programs and databases. These words alone, and for every command: a number such as −99 or 999 may be an answer
 * and "none" may be a category, so a file that means no answer by them says so.
 */
export const missingCodes: readonly string[] = [
  "",
  "NA",
  "N/A",
  "n.a.",
  "#N/A",
  "#NA",
  "#NULL!",
  "NaN",
  "NULL",
  "missing",
  ".",
  "-",
];

/** What a file says about its codes for "no answer". */
export interface MissingRule {
  /** Further codes. */
  readonly missing?: readonly string[] | undefined;
  /** These codes and no others; an empty field is always missing. */
  readonly onlyMissing?: readonly string[] | undefined;
}

/** Returns a test for "no answer": the codes above and a file's own. */
export function missingTest({ missing = [], onlyMissing }: MissingRule = {}): (text: string) => boolean {
  const codes = new Set(
    [...(onlyMissing ?? missingCodes), ...missing].map((code) => code.trim().toLowerCase()),
  );
  const longest = Math.max(...[...codes].map((code) => code.length), 0);
  const oneSign = [...codes].some((code) => /^\d$/.test(code));
  return (text) => {
    if (text === "") return true;
    if (text.length > longest) return false;
    const sign = text.charCodeAt(0);
    if (text.length === 1 && sign >= 48 && sign <= 57 && !oneSign) return false;
    return codes.has(text.toLowerCase());
  };
}

/** Numbers that often stand for no answer. */
const usualCodes: ReadonlySet<number> = new Set([
  ...[-1, -2, -3, -4, -5, -6, -7, -8, -9].map((code) => code),
  ...[
    66, 77, 88, 96, 97, 98, 99, 666, 777, 888, 996, 997, 998, 999, 7777, 8888, 9996, 9997, 9998, 9999, 99999,
  ],
  ...[
    66, 77, 88, 96, 97, 98, 99, 666, 777, 888, 996, 997, 998, 999, 7777, 8888, 9996, 9997, 9998, 9999, 99999,
  ].map((code) => -code),
]);

/** Whether a number often stands for no answer. */
export const isUsualCode = (value: number): boolean => usualCodes.has(value);

/**
 * Numbers of a column that look like codes for no answer: usual ones that lie as far outside the other values as these
 * spread, or further. They are data until somebody says otherwise.
 */
export function suspiciousCodes(
  values: readonly (number | null)[],
): readonly { readonly code: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    if (usualCodes.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    else {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  if (!(highest > lowest)) return [];
  const spread = highest - lowest;
  return [...counts]
    .filter(([code]) => code < lowest - spread || code > highest + spread || (code < 0 && lowest >= 0))
    .map(([code, count]) => ({ code, count }));
}

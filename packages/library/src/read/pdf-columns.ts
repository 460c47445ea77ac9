import type { MeasuredLine } from "./pdf-lines.ts";

/** A stretch of a row without a wide gap; `goesOn` where it stands in the row of the one before. */
export interface Stretch extends MeasuredLine {
  readonly goesOn: boolean;
  /** The pieces of the page that it holds, by their place in the file. */
  readonly pieces: number[];
}

const fewestRows = 5;

/**
 * Returns the stretches of a page in the order in which they are read, where a file writes two columns or more row by
 * row: the left column down to its end, then the right. What crosses the space between the columns (a title, a
 * figure's caption) parts what stands above from what stands below. A table stays in rows: its cells are short, while
 * lines of a column fill it.
 */
export function inColumns(stretches: readonly Stretch[]): readonly Stretch[] {
  const gutter = gutterOf(stretches);
  if (gutter === null) return stretches;
  const ordered: Stretch[] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  const flush = (): void => {
    // A stretch that is moved no longer goes on with the row it stood in.
    const settle = (column: readonly Stretch[]): readonly Stretch[] =>
      inColumns(
        column.map((each, at) => ({ ...each, goesOn: each.goesOn && isOneRow(column[at - 1], each) })),
      );
    ordered.push(...settle(left), ...settle(right));
    left = [];
    right = [];
  };
  for (const [at, each] of stretches.entries()) {
    const before = stretches[at - 1];
    // Far below stands the page's number, or the next pair of columns.
    if (before !== undefined && before.y - each.y > 3 * Math.max(before.height, each.height)) flush();
    const isLeft = each.end <= gutter;
    const isRight = each.x >= gutter - 1;
    if (!isLeft && !isRight) flush();
    if (isLeft) left.push(each);
    else if (isRight) right.push(each);
    else ordered.push(each);
  }
  flush();
  return ordered;
}

const isOneRow = (before: Stretch | undefined, each: Stretch): boolean =>
  before !== undefined && Math.abs(before.y - each.y) < 0.5 * Math.max(before.height, each.height);

/** Where the right one of two columns begins; null where rows are not those of columns. */
function gutterOf(stretches: readonly Stretch[]): number | null {
  const seconds = stretches.filter(({ goesOn }) => goesOn);
  if (seconds.length < fewestRows) return null;
  const start = commonest(seconds.map(({ x }) => Math.round(x)));
  const rows = stretches.flatMap((each, at) => {
    const before = stretches[at - 1];
    return each.goesOn && before !== undefined && Math.abs(each.x - start) <= 2
      ? [{ left: before, right: each }]
      : [];
  });
  if (rows.length < fewestRows) return null;
  const from = Math.min(...rows.map(({ left }) => left.x));
  const to = Math.max(...rows.map(({ right }) => right.end));
  const filled = (of: (row: (typeof rows)[number]) => number): boolean => {
    const shares = rows.map(of).toSorted((a, b) => a - b);
    return shares[Math.floor(shares.length / 2)]! >= 0.6;
  };
  const words = rows
    .map(({ left, right }) => Math.min(wordsIn(left), wordsIn(right)))
    .toSorted((a, b) => a - b);
  const isProse =
    words[Math.floor(words.length / 2)]! >= 3 &&
    filled(({ left }) => (left.end - left.x) / (start - from)) &&
    filled(({ right }) => (right.end - right.x) / (to - start));
  return isProse ? start - 2 : null;
}

const wordsIn = ({ words }: Stretch): number => words.trim().split(/\s+/).length;

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

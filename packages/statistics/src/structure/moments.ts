import type { Frame } from "../formula/frame.ts";

/** Rows that answered the same variables: how many, their means, and covariances with n in the denominator. */
export interface Pattern {
  /** Positions of the observed variables that were answered. */
  readonly at: readonly number[];
  readonly count: number;
  readonly mean: Float64Array;
  /** Row after row. */
  readonly covariance: Float64Array;
}

/** One group's data: its sums by pattern of answers, and the rows themselves. */
export interface GroupData {
  readonly label: string;
  readonly count: number;
  readonly patterns: readonly Pattern[];
  /** Row after row, a missing answer as NaN. */
  readonly rows: Float64Array;
}

/** What is done about missing answers. */
export type MissingRule = "listwise" | "fiml";

/**
 * The rows of a frame by group (in order of appearance) and pattern of answers.
 *
 * Listwise keeps the complete rows. Full information keeps every row that answered something, except those that
 * miss a variable the model is conditional on. A column of text, or one that is not there, is the caller's mistake.
 */
export function groupData(
  frame: Frame,
  observed: readonly string[],
  rule: MissingRule,
  group: string | undefined,
  required: readonly string[],
): readonly GroupData[] {
  const columns = observed.map((name) => numbersOf(frame, name));
  const labels = group === undefined ? undefined : labelsOf(frame, group);
  const size = columns[0]?.length ?? 0;
  const needed = observed.map((name) => rule === "listwise" || required.includes(name));
  // All groups first, so that they are in the order in which the data bring them up.
  const kept = new Map<string, number[]>(
    (labels ?? [""]).flatMap((label) => (label === null ? [] : [[label, []]])),
  );
  for (let row = 0; row < size; row++) {
    const label = labels === undefined ? "" : labels[row];
    if (label === null || label === undefined) continue;
    let isUsed = false;
    for (let j = 0; j < columns.length; j++) {
      if (!Number.isNaN(columns[j]![row]!)) isUsed = true;
      else if (needed[j]!) {
        isUsed = false;
        break;
      }
    }
    if (!isUsed) continue;
    kept.get(label)!.push(row);
  }
  return [...kept].filter(([, rows]) => rows.length > 0).map(([label, rows]) => dataOf(label, rows, columns));
}

function dataOf(label: string, at: readonly number[], columns: readonly Float64Array[]): GroupData {
  const p = columns.length;
  const rows = new Float64Array(at.length * p);
  const complete = "1".repeat(p);
  const byPattern = new Map<string, number[]>();
  for (let i = 0; i < at.length; i++) {
    let gaps = 0;
    for (let j = 0; j < p; j++) {
      const value = columns[j]![at[i]!]!;
      rows[i * p + j] = value;
      if (Number.isNaN(value)) gaps++;
    }
    const key =
      gaps === 0
        ? complete
        : Array.from(rows.subarray(i * p, (i + 1) * p), (value) => (Number.isNaN(value) ? "0" : "1")).join(
            "",
          );
    const members = byPattern.get(key);
    if (members === undefined) byPattern.set(key, [i]);
    else members.push(i);
  }
  const patterns = [...byPattern].map(([key, members]) => {
    const answered = [...key].flatMap((mark, j) => (mark === "1" ? [j] : []));
    return patternOf(rows, p, members, answered);
  });
  return { label, count: at.length, patterns, rows };
}

/** Sums of products about the first row, which keeps their digits, in one pass. */
function patternOf(
  rows: Float64Array,
  p: number,
  members: readonly number[],
  at: readonly number[],
): Pattern {
  const size = at.length;
  const origin = Float64Array.from(at, (j) => rows[members[0]! * p + j]!);
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  const deviation = new Float64Array(size);
  for (const member of members) {
    for (let i = 0; i < size; i++) deviation[i] = rows[member * p + at[i]!]! - origin[i]!;
    for (let i = 0; i < size; i++) {
      const own = deviation[i]!;
      sums[i]! += own;
      for (let j = 0; j <= i; j++) products[i * size + j]! += own * deviation[j]!;
    }
  }
  const count = members.length;
  const mean = origin.map((value, i) => value + sums[i]! / count);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (products[i * size + j]! - (sums[i]! * sums[j]!) / count) / count;
      covariance[i * size + j] = value;
      covariance[j * size + i] = value;
    }
  }
  return { at, count, mean, covariance };
}

function numbersOf(frame: Frame, name: string): Float64Array {
  const column = Object.hasOwn(frame, name) ? frame[name] : undefined;
  if (column === undefined)
    throw new RangeError(
      `the model names a column that is not there: ${name}; there are ${Object.keys(frame).join(", ")}`,
    );
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (typeof value === "string")
      throw new RangeError(`a model requires numbers, and column ${name} holds text: ${value}`);
    numbers[row] = value === null ? Number.NaN : Number(value);
  }
  return numbers;
}

function labelsOf(frame: Frame, name: string): readonly (string | null)[] {
  const column = Object.hasOwn(frame, name) ? frame[name] : undefined;
  if (column === undefined)
    throw new RangeError(
      `the grouping names a column that is not there: ${name}; there are ${Object.keys(frame).join(", ")}`,
    );
  return column.map((value) => (value === null ? null : String(value)));
}

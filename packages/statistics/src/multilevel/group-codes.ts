import { byCodePoint } from "../formula/level-order.ts";
import type { GroupValue } from "./cross-products.ts";

/** Each row's group as a number, −1 where it is missing, numbered as they come. */
export interface Coded {
  readonly codes: Int32Array;
  readonly count: number;
}

/** A column of ids with its distinct values. */
export interface CodedColumn extends Coded {
  readonly values: readonly GroupValue[];
}

/** Numbers the distinct values of a column. Ids may be numbers or texts; null and NaN are missing. */
export function codeColumn(column: readonly (number | string | boolean | null)[]): CodedColumn {
  const codes = new Int32Array(column.length);
  const values: GroupValue[] = [];
  // Small whole numbers, the most frequent ids, are looked up without hashing.
  const direct = new Int32Array(Math.min(column.length + 1024, 1 << 24)).fill(-1);
  const others = new Map<GroupValue, number>();
  let last: GroupValue | null = null;
  let lastCode = -1;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value === last) {
      codes[row] = lastCode;
      continue;
    }
    last = value;
    if (value === null || Number.isNaN(value)) lastCode = -1;
    else if (typeof value === "number" && value >= 0 && value < direct.length && Number.isInteger(value)) {
      lastCode = direct[value]!;
      if (lastCode < 0) {
        lastCode = values.push(value) - 1;
        direct[value] = lastCode;
      }
    } else {
      const known = others.get(value);
      lastCode = known ?? values.push(value) - 1;
      if (known === undefined) others.set(value, lastCode);
    }
    codes[row] = lastCode;
  }
  return { codes, count: values.length, values };
}

/** The same column over usable rows alone; values that only other rows have vanish. */
export function withoutRows(column: CodedColumn, usable: Uint8Array): CodedColumn {
  const place = new Int32Array(column.count).fill(-1);
  const codes = new Int32Array(column.codes.length).fill(-1);
  const values: GroupValue[] = [];
  for (let row = 0; row < codes.length; row++) {
    if (usable[row] === 0) continue;
    const code = column.codes[row]!;
    if (place[code]! < 0) place[code] = values.push(column.values[code]!) - 1;
    codes[row] = place[code]!;
  }
  return { codes, count: values.length, values };
}

/** Each combination of two codings that occurs; both miss the same rows. */
export function combine(a: Coded, b: Coded): Coded {
  // Where one determines the other, as a client the therapist, it is the combination.
  if (determines(a, b)) return a;
  if (determines(b, a)) return b;
  const codes = new Int32Array(a.codes.length).fill(-1);
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    if (a.codes[row]! < 0) continue;
    const key = a.codes[row]! * b.count + b.codes[row]!;
    const found = known.get(key);
    codes[row] = found ?? known.size;
    if (found === undefined) known.set(key, known.size);
  }
  return { codes, count: known.size };
}

function determines(fine: Coded, coarse: Coded): boolean {
  if (fine.count < coarse.count) return false;
  const parent = new Int32Array(fine.count).fill(-1);
  for (let row = 0; row < fine.codes.length; row++) {
    const code = fine.codes[row]!;
    if (code < 0) continue;
    if (parent[code]! < 0) parent[code] = coarse.codes[row]!;
    else if (parent[code] !== coarse.codes[row]) return false;
  }
  return true;
}

/** The rank of each value among R's levels: numbers by size, anything else as text by code point. */
export function levelRanks(values: readonly GroupValue[]): Int32Array {
  const ranks = new Int32Array(values.length);
  const areNumbers = values.every((value) => typeof value === "number");
  const order = areNumbers
    ? inOrderOf(Float64Array.from(values as readonly number[]))
    : orderOfTexts(values.map(String));
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** Places from the smallest key to the largest; keys are distinct. */
export function inOrderOf(keys: Float64Array): readonly number[] {
  let isSorted = true;
  for (let i = 1; i < keys.length && isSorted; i++) isSorted = keys[i - 1]! < keys[i]!;
  const order = Array.from({ length: keys.length }, (_, i) => i);
  return isSorted ? order : order.sort((a, b) => keys[a]! - keys[b]!);
}

function orderOfTexts(texts: readonly string[]): readonly number[] {
  return texts.map((_, i) => i).sort((a, b) => byCodePoint(texts[a]!, texts[b]!));
}

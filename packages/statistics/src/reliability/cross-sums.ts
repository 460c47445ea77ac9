import { mirrorLower } from "@concord/numerics";

/**
 * Σ aᵢbⱼ over rows for every pair of columns, row after row of the result.
 *
 * Columns are taken four by four, so that eight numbers read make sixteen products: the sums stay in registers and the
 * columns are read a quarter as often. With one list of columns only the lower half is summed and then mirrored.
 */
export function crossSums(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  rows: number,
): Float64Array {
  const sums = new Float64Array(a.length * b.length);
  for (let from = 0; from < rows; from += STRETCH) addTiles(a, b, from, Math.min(rows, from + STRETCH), sums);
  if (a === b) mirrorLower(sums, a.length);
  return sums;
}

/** The same of one list of columns about these centres; centred stretch by stretch, so that no column is copied whole. */
export function centredCrossSums(
  columns: readonly Float64Array[],
  centres: readonly number[],
  rows: number,
): Float64Array {
  const sums = new Float64Array(columns.length ** 2);
  const centred = columns.map(() => new Float64Array(STRETCH));
  for (let from = 0; from < rows; from += STRETCH) {
    const count = Math.min(rows - from, STRETCH);
    columns.forEach((column, j) => {
      const own = centred[j]!;
      const centre = centres[j]!;
      for (let i = 0; i < count; i++) own[i] = column[from + i]! - centre;
    });
    addTiles(centred, centred, 0, count, sums);
  }
  mirrorLower(sums, columns.length);
  return sums;
}

/** A stretch of rows, which stays in the cache while all pairs of columns pass over it. */
function addTiles(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const width = b.length;
  for (let i = 0; i < a.length; i += 4) {
    const last = a === b ? i + 4 : width;
    for (let j = 0; j < Math.min(last, width); j += 4) {
      sumTile(pick(a, i), pick(b, j), from, to, tile);
      for (let r = 0; r < 4 && i + r < a.length; r++)
        for (let c = 0; c < 4 && j + c < width; c++) sums[(i + r) * width + j + c]! += tile[r * 4 + c]!;
    }
  }
}

const tile = new Float64Array(16);

const STRETCH = 512;

type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Beyond the last column the last again: what comes of it is not taken. */
function pick(columns: readonly Float64Array[], at: number): Four {
  const last = columns.at(-1)!;
  return [columns[at]!, columns[at + 1] ?? last, columns[at + 2] ?? last, columns[at + 3] ?? last];
}

function sumTile(
  [a0, a1, a2, a3]: Four,
  [b0, b1, b2, b3]: Four,
  from: number,
  to: number,
  tile: Float64Array,
): void {
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let row = from; row < to; row++) {
    const x0 = a0[row]!,
      x1 = a1[row]!,
      x2 = a2[row]!,
      x3 = a3[row]!;
    const y0 = b0[row]!,
      y1 = b1[row]!,
      y2 = b2[row]!,
      y3 = b3[row]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}

import type { CrossProducts, MixedDesign } from "../design.ts";

/**
 * The sums of a model in columns that are centred and of unit spread, so that no digit is lost to large means: with
 * w the columns as they are, those of the computation are v = (w − middle) / spread, and v₀ = 1.
 */
export interface ScaledSums {
  /** How many columns there are, the constant and the outcome included. */
  readonly size: number;
  readonly rows: number;
  readonly cells: number;
  /** Cell after cell the upper triangle, column by column. */
  readonly sums: Float64Array;
  /** What stands at 0 in the scaled column. */
  readonly middles: Float64Array;
  readonly spreads: Float64Array;
}

export function scaledSums({ columns }: MixedDesign, products: CrossProducts): ScaledSums {
  const size = columns.length;
  const triangle = (size * (size + 1)) / 2;
  const total = new Float64Array(triangle);
  for (let cell = 0, at = 0; cell < products.cells; cell++) {
    for (let t = 0; t < triangle; t++) total[t]! += products.sums[at++]!;
  }
  const rows = total[0]!;
  const shifts = new Float64Array(size);
  const spreads = new Float64Array(size).fill(1);
  for (let j = 1; j < size; j++) {
    const sum = total[(j * (j + 1)) / 2]!;
    const square = total[(j * (j + 1)) / 2 + j]!;
    shifts[j] = sum / rows;
    const variance = square / rows - shifts[j]! ** 2;
    // Below this share of the mean square a spread is rounding: the column is constant.
    if (variance > 1e-14 * (square / rows)) spreads[j] = Math.sqrt(variance);
    else if (shifts[j] !== 0) spreads[j] = Math.abs(shifts[j]! + products.origins[j]!) || 1;
  }
  const sums = new Float64Array(products.sums.length);
  for (let cell = 0; cell < products.cells; cell++) {
    const base = cell * triangle;
    const count = products.sums[base]!;
    for (let j = 0, t = base; j < size; j++) {
      const first = products.sums[base + (j * (j + 1)) / 2]!;
      for (let i = 0; i <= j; i++, t++) {
        const other = products.sums[base + (i * (i + 1)) / 2]!;
        const shifted =
          i === 0
            ? j === 0
              ? count
              : first - count * shifts[j]!
            : products.sums[t]! - shifts[i]! * first - shifts[j]! * other + count * shifts[i]! * shifts[j]!;
        sums[t] = shifted / (spreads[i]! * spreads[j]!);
      }
    }
  }
  return {
    size,
    rows,
    cells: products.cells,
    sums,
    middles: shifts.map((shift, j) => (j === 0 ? 0 : shift + products.origins[j]!)),
    spreads,
  };
}

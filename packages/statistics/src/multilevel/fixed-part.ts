import type { FixedPart } from "./criterion.ts";
import type { MixedDesign } from "./design.ts";
import type { ScaledSums } from "./scaled-sums.ts";

/** The fixed part of a problem, and what its coefficients mean in the columns as they were. */
export interface ScaledFixedPart extends FixedPart {
  /** Places in the design of the effects that stay. */
  readonly kept: readonly number[];
  /** Places of those that repeat others. */
  readonly dropped: readonly number[];
  /** Place of the intercept among the kept, −1 without one. */
  readonly intercept: number;
}

/** What is left of a column beside those before it, below which it counts as repeating them. */
const REPEATS = 1e-11;

/** F and e of a design; columns that are linear combinations of earlier ones are left out, as in lme4. */
export function fixedPartOf(
  design: MixedDesign,
  scaled: ScaledSums,
  places: readonly number[] = design.fixed,
  isCentred = places.includes(0),
): ScaledFixedPart {
  const total = totalOf(scaled);
  const columns = places.map((place) => ({ place, column: columnOf(place, scaled, isCentred) }));
  const kept: { readonly place: number; readonly column: Float64Array }[] = [];
  const dropped: number[] = [];
  const basis: Float64Array[] = [];
  for (const entry of columns) {
    const left = orthogonalTo(basis, entry.column, total);
    const own = crossForm(entry.column, total, entry.column);
    if (own > 0 && left.square > REPEATS * own) {
      kept.push(entry);
      basis.push(left.column.map((value) => value / Math.sqrt(left.square)));
    } else dropped.push(entry.place);
  }
  return partOf(scaled, kept, dropped, isCentred);
}

/** The part with one more effect taken out: its share of y is subtracted, at the coefficient given. */
export function withFixed(part: ScaledFixedPart, effect: number, scaledCoefficient: number): FixedPart {
  const { size, effects: p, basis } = part;
  const without = new Float64Array(size * (p - 1));
  for (let i = 0; i < size; i++) {
    for (let j = 0, to = 0; j < p; j++) {
      if (j !== effect) without[i * (p - 1) + to++] = basis[i * p + j]!;
    }
  }
  return {
    size,
    effects: p - 1,
    basis: without,
    outcome: part.outcome.map((value, i) => value - scaledCoefficient * basis[i * p + effect]!),
    rows: part.rows,
  };
}

/** How coefficients as they were follow from scaled ones: β = Tβ* + t. */
export function backTransform(
  part: ScaledFixedPart,
  { middles, spreads, size }: ScaledSums,
): { readonly linear: Float64Array; readonly constant: Float64Array } {
  const p = part.effects;
  const linear = new Float64Array(p * p);
  const constant = new Float64Array(p);
  const outcomeSpread = spreads[size - 1]!;
  part.kept.forEach((place, j) => {
    linear[j * p + j] = outcomeSpread / (place === 0 ? 1 : spreads[place]!);
  });
  if (part.intercept < 0) return { linear, constant };
  constant[part.intercept] = middles[size - 1]!;
  part.kept.forEach((place, j) => {
    if (place !== 0) linear[part.intercept * p + j] = -middles[place]! * linear[j * p + j]!;
  });
  return { linear, constant };
}

function partOf(
  scaled: ScaledSums,
  kept: readonly { readonly place: number; readonly column: Float64Array }[],
  dropped: readonly number[],
  isCentred: boolean,
): ScaledFixedPart {
  const { size } = scaled;
  const basis = new Float64Array(size * kept.length);
  kept.forEach(({ column }, j) => {
    column.forEach((value, i) => {
      basis[i * kept.length + j] = value;
    });
  });
  return {
    size,
    effects: kept.length,
    basis,
    outcome: columnOf(size - 1, scaled, isCentred),
    rows: scaled.rows,
    kept: kept.map(({ place }) => place),
    dropped,
    intercept: kept.findIndex(({ place }) => place === 0),
  };
}

/** A column in units of its spread, without its middle where an intercept takes that up. */
function columnOf(place: number, { size, middles, spreads }: ScaledSums, isCentred: boolean): Float64Array {
  const column = new Float64Array(size);
  column[place] = 1;
  if (!isCentred && place !== 0) column[0] = middles[place]! / spreads[place]!;
  return column;
}

/** The sums over all cells, square. */
export function totalOf({ size, cells, sums }: ScaledSums): Float64Array {
  const total = new Float64Array(size * size);
  const triangle = (size * (size + 1)) / 2;
  for (let cell = 0; cell < cells; cell++) {
    for (let j = 0, at = cell * triangle; j < size; j++) {
      for (let i = 0; i <= j; i++, at++) {
        total[i * size + j]! += sums[at]!;
        if (i !== j) total[j * size + i]! += sums[at]!;
      }
    }
  }
  return total;
}

/** What is left of a column beside others, which are orthonormal, and the sum of its squares. */
export function orthogonalTo(
  basis: readonly Float64Array[],
  column: Float64Array,
  total: Float64Array,
): { readonly column: Float64Array; readonly square: number } {
  const left = Float64Array.from(column);
  for (const other of basis) {
    const share = crossForm(other, total, left);
    other.forEach((value, i) => {
      left[i]! -= share * value;
    });
  }
  return { column: left, square: crossForm(left, total, left) };
}

/** Returns aᵀVb. */
export function crossForm(a: Float64Array, total: Float64Array, b: Float64Array): number {
  const size = a.length;
  let value = 0;
  for (let i = 0; i < size; i++) {
    if (a[i] === 0) continue;
    let row = 0;
    for (let j = 0; j < size; j++) row += total[i * size + j]! * b[j]!;
    value += a[i]! * row;
  }
  return value;
}

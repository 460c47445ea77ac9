import type { CrossProducts, MixedDesign } from "../design.ts";
import { inverseSmall } from "../elimination/blocks.ts";
import { crossedElimination } from "../elimination/crossed.ts";
import type { EliminatedFactor, Elimination } from "../elimination/elimination.ts";
import { nestedElimination, nestingOf } from "../elimination/nested.ts";
import { type ScaledSums, scaledSums } from "../sums/scaled-sums.ts";

/** The fixed part in the columns W of the problem: Xβ = WFβ, and the outcome y = We. */
export interface FixedPart {
  readonly size: number;
  readonly effects: number;
  /** F, row after row. */
  readonly basis: Float64Array;
  /** e. */
  readonly outcome: Float64Array;
  readonly rows: number;
}

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
function crossForm(a: Float64Array, total: Float64Array, b: Float64Array): number {
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

/** The random part of a problem: factors to eliminate, and terms as blocks of their loadings. */
export interface RandomPart {
  readonly factors: readonly EliminatedFactor[];
  /** In lme4's order of terms, which is that of θ. */
  readonly blocks: readonly TermBlock[];
  /** How many elements θ has. */
  readonly parameters: number;
}

/** The block of one term on the diagonal of its factor's Λ. */
export interface TermBlock {
  /** Place of the term in the design. */
  readonly term: number;
  readonly factor: number;
  /** Where the block begins among the effects of the factor. */
  readonly offset: number;
  readonly effects: number;
  /** Where its lower triangle begins in θ, column by column. */
  readonly from: number;
  /**
   * B, row after row: the effects in the columns as they were are B times those of the computation, in units of the
   * outcome's spread.
   */
  readonly back: Float64Array;
  /** The name of the group of its components: numbered where terms share a factor. */
  readonly group: string;
}

function randomPartOf(design: MixedDesign, products: CrossProducts, scaled: ScaledSums): RandomPart {
  const counts = design.terms.map(({ factor }) => products.factors[factor]!.count);
  const total = totalOf(scaled);
  const columns = design.factors.map((): Float64Array[] => []);
  const blocks: TermBlock[] = [];
  let from = 0;
  for (const term of orderOfTerms(counts)) {
    const { factor, effects } = design.terms[term]!;
    const own = columns[factor]!;
    const orthogonal = orthogonalEffects(effects, scaled, total);
    const earlier = blocks.filter((block) => block.factor === factor).length;
    const name = design.factors[factor]!.name;
    blocks.push({
      term,
      factor,
      offset: own.length,
      effects: effects.length,
      from,
      back: orthogonal.back,
      group: earlier === 0 ? name : `${name}.${earlier}`,
    });
    own.push(...orthogonal.columns);
    from += (effects.length * (effects.length + 1)) / 2;
  }
  const factors = columns.map((own, f) => ({
    effects: own.length,
    groupOf: products.factors[f]!.groupOf,
    groups: products.factors[f]!.count,
    basis: sideBySide(own, scaled.size),
  }));
  return { factors, blocks, parameters: from };
}

/** Λ of each factor at θ. */
export function loadingsOf(
  { factors, blocks }: RandomPart,
  theta: readonly number[],
): readonly Float64Array[] {
  const loadings = factors.map(({ effects }) => new Float64Array(effects * effects));
  for (const block of blocks) {
    const q = factors[block.factor]!.effects;
    let at = block.from;
    for (let j = 0; j < block.effects; j++) {
      for (let i = j; i < block.effects; i++) {
        loadings[block.factor]![(block.offset + i) * q + block.offset + j] = theta[at++]!;
      }
    }
  }
  return loadings;
}

/** The slopes in θ from those in Λ. */
export function slopesInTheta(
  { factors, blocks }: RandomPart,
  inLoadings: readonly Float64Array[],
): readonly number[] {
  return blocks.flatMap(({ factor, offset, effects }) => {
    const q = factors[factor]!.effects;
    const slopes: number[] = [];
    for (let j = 0; j < effects; j++) {
      for (let i = j; i < effects; i++) slopes.push(inLoadings[factor]![(offset + i) * q + offset + j]!);
    }
    return slopes;
  });
}

/** The row and column within its block of each element of θ. */
export function placesInBlock({ effects }: TermBlock): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let j = 0; j < effects; j++) for (let i = j; i < effects; i++) places.push([i, j]);
  return places;
}

/** lme4 orders terms by their number of groups; where it must, it turns ties around. */
function orderOfTerms(counts: readonly number[]): readonly number[] {
  const places = counts.map((_, i) => i);
  const isDecreasing = counts.every((count, i) => i === 0 || count <= counts[i - 1]!);
  return isDecreasing ? places : places.sort((a, b) => counts[b]! - counts[a]! || b - a);
}

/** Returns an effect's column in units of its spread, with its middle carried by the constant. */
export function effectColumn(place: number, { size, middles, spreads }: ScaledSums): Float64Array {
  const column = new Float64Array(size);
  column[place] = 1;
  if (place !== 0) column[0] = middles[place]! / spreads[place]!;
  return column;
}

/**
 * The effects of a term with an intercept in columns that are orthogonal over the rows and of unit mean square: the same
 * model, in which no origin or unit of a predictor is left. An effect that repeats earlier ones keeps its own column, and
 * so do all of a term without an intercept, which is another model for every origin.
 */
function orthogonalEffects(
  places: readonly number[],
  scaled: ScaledSums,
  total: Float64Array,
): { readonly columns: readonly Float64Array[]; readonly back: Float64Array } {
  const q = places.length;
  const hasIntercept = places.includes(0);
  const root = Math.sqrt(scaled.rows);
  const basis: Float64Array[] = [];
  const columns: Float64Array[] = [];
  // E = UR, with E the effects' columns and U the orthogonal ones.
  const triangle = new Float64Array(q * q);
  const kept: number[] = [];
  places.forEach((place, i) => {
    const column = effectColumn(place, scaled);
    const own = orthogonalTo([], column, total).square;
    const first = orthogonalTo(basis, column, total);
    if (!hasIntercept || !(own > 0) || !(first.square > REPEATS * own)) {
      columns.push(column);
      triangle[i * q + i] = 1;
      return;
    }
    // Twice is enough: what the first pass left by rounding the second takes.
    const left = orthogonalTo(basis, first.column, total);
    const length = Math.sqrt(left.square);
    kept.forEach((k, b) => {
      triangle[k * q + i] = crossForm(basis[b]!, total, column) / root;
    });
    triangle[i * q + i] = length / root;
    basis.push(left.column.map((value) => value / length));
    const largest = left.column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    columns.push(
      // What is left by rounding is nothing: few places make few products.
      left.column.map((value) => (Math.abs(value) > 1e-12 * largest ? (value / length) * root : 0)),
    );
    kept.push(i);
  });
  const back = inverseSmall(triangle, q);
  places.forEach((place, i) => {
    if (place === 0) return;
    for (let j = 0; j < q; j++) back[i * q + j]! /= scaled.spreads[place]!;
  });
  return { columns, back };
}

function sideBySide(columns: readonly Float64Array[], size: number): Float64Array {
  const q = columns.length;
  const basis = new Float64Array(size * q);
  columns.forEach((column, j) => {
    for (let i = 0; i < size; i++) basis[i * q + j] = column[i]!;
  });
  return basis;
}

/** A design with its sums, in the columns and scale of the computation. */
export interface MultilevelProblem {
  readonly design: MixedDesign;
  readonly products: CrossProducts;
  readonly scaled: ScaledSums;
  readonly fixed: ScaledFixedPart;
  readonly random: RandomPart;
  /** With one memory: what it last eliminated. */
  readonly elimination: Elimination;
}

export function problemOf(design: MixedDesign, products: CrossProducts): MultilevelProblem {
  const scaled = scaledSums(design, products);
  const random = randomPartOf(design, products, scaled);
  const nesting = nestingOf(random.factors);
  return {
    design,
    products,
    scaled,
    fixed: fixedPartOf(design, scaled),
    random,
    elimination:
      nesting === undefined
        ? crossedElimination(random.factors, scaled)
        : nestedElimination(random.factors, nesting, scaled),
  };
}

import type { CrossProducts } from "./cross-products.ts";
import type { MixedDesign } from "./design.ts";
import type { EliminatedFactor } from "./elimination.ts";
import { crossForm, orthogonalTo, totalOf } from "./fixed-part.ts";
import type { ScaledSums } from "./scaled-sums.ts";
import { inverseSmall } from "./small-matrices.ts";

/** What is left of an effect's column after those before it, below which it counts as repeating them. */
const REPEATS = 1e-11;

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

export function randomPartOf(design: MixedDesign, products: CrossProducts, scaled: ScaledSums): RandomPart {
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

import type { CrossProducts } from "./cross-products.ts";
import type { MixedDesign } from "./design.ts";
import type { EliminatedFactor } from "./elimination.ts";
import type { ScaledSums } from "./scaled-sums.ts";

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
  /** The spreads of its effects: an element of θ in scaled columns is that in the columns as they were times this. */
  readonly spreads: readonly number[];
  /** The name of the group of its components: numbered where terms share a factor. */
  readonly group: string;
}

export function randomPartOf(design: MixedDesign, products: CrossProducts, scaled: ScaledSums): RandomPart {
  const counts = design.terms.map(({ factor }) => products.factors[factor]!.count);
  const places = design.factors.map((): number[] => []);
  const blocks: TermBlock[] = [];
  let from = 0;
  for (const term of orderOfTerms(counts)) {
    const { factor, effects } = design.terms[term]!;
    const own = places[factor]!;
    const earlier = blocks.filter((block) => block.factor === factor).length;
    const name = design.factors[factor]!.name;
    blocks.push({
      term,
      factor,
      offset: own.length,
      effects: effects.length,
      from,
      spreads: effects.map((place) => (place === 0 ? 1 : scaled.spreads[place]!)),
      group: earlier === 0 ? name : `${name}.${earlier}`,
    });
    own.push(...effects);
    from += (effects.length * (effects.length + 1)) / 2;
  }
  const factors = places.map((own, f) => ({
    effects: own.length,
    groupOf: products.factors[f]!.groupOf,
    groups: products.factors[f]!.count,
    basis: basisOf(own, scaled),
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

/** E: effects in units of their spread, with their middle carried by the constant. */
function basisOf(places: readonly number[], { size, middles, spreads }: ScaledSums): Float64Array {
  const q = places.length;
  const basis = new Float64Array(size * q);
  places.forEach((place, j) => {
    basis[place * q + j] = 1;
    if (place !== 0) basis[j] = middles[place]! / spreads[place]!;
  });
  return basis;
}

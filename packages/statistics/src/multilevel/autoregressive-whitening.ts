import type { SeriesSums } from "./autoregressive-sums.ts";

/** The sums of products of whitened rows at one φ: group after group of the lowest level, row after row. */
export interface WhitenedSums {
  readonly sums: SeriesSums;
  readonly products: Float64Array;
  /** log|R| of the residuals' correlations. */
  readonly logDeterminant: number;
}

/** Σ (wₜ − φᵈwₛ)(wₜ − φᵈwₛ)ᵀ / (1 − φ²ᵈ) per group, combined from the sums over pairs d places apart. */
export function whitenedSums(sums: SeriesSums, correlation: number): WhitenedSums {
  const square = sums.width * sums.width;
  const products = new Float64Array(sums.groups.length * square);
  sums.groups.forEach((group, own) => {
    const at = own * square;
    for (const { gap, later, crossed, earlier } of group) {
      if (gap === 0) {
        for (let i = 0; i < square; i++) products[at + i]! += later[i]!;
        continue;
      }
      const reach = correlation ** gap;
      const weight = 1 / (1 - reach * reach);
      for (let i = 0; i < square; i++)
        products[at + i]! += weight * (later[i]! - reach * (crossed[i]! - reach * earlier[i]!));
    }
  });
  let logDeterminant = 0;
  for (const [gap, pairs] of sums.pairs) logDeterminant += pairs * Math.log1p(-(correlation ** (2 * gap)));
  return { sums, products, logDeterminant };
}

/** Whitened sums that remember the last φ: slopes in other parameters ask for the same again and again. */
export function rememberingWhitening(sums: SeriesSums): (correlation: number) => WhitenedSums {
  let last: { readonly correlation: number; readonly whitened: WhitenedSums } | undefined;
  return (correlation) => {
    if (last?.correlation !== correlation) last = { correlation, whitened: whitenedSums(sums, correlation) };
    return last.whitened;
  };
}

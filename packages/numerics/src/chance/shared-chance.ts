import type { Chance } from "./chance.ts";

/**
 * Chance that two languages can share: only sums, products and remainders of whole numbers below 2⁵³, so that R and
 * this draw the same data from one seed. The normals are sums of twelve uniforms less six: normal enough to make data
 * of, and without tails beyond six. For anything that must be random, take `seededChance`.
 *
 * Park SK, Miller KW (1988). Commun ACM 31: 1192–1201, with the multiplier 48271 of their reply (1993), 36(7): 108.
 */
export function sharedChance(seed: number): { readonly uniform: Chance; readonly normal: () => number } {
  let state = seed;
  const uniform = () => {
    state = (48271 * state) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum - 6;
  };
  return { uniform, normal };
}

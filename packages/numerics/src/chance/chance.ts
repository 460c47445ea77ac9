import { normalQuantile } from "../distributions/normal.ts";

/** A source of chance: each call gives the next number, uniform over [0, 1) in steps of 2⁻⁵³. */
export type Chance = () => number;

/**
 * The source of chance that belongs to a seed: the same seed always gives the same numbers.
 *
 * xoshiro128** of Blackman D, Vigna S (2021), ACM Trans Math Softw 47: 36, its state filled by SplitMix32 so that
 * neighbouring seeds share nothing. Not for secrets.
 */
export function seededChance(seed: number): Chance {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seededChance requires a whole number: ${seed}`);
  let fill = (seed ^ Math.floor(seed / 2 ** 32)) | 0;
  const word = () => {
    fill = (fill + 0x9e3779b9) | 0;
    let z = fill;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  let a = word();
  let b = word();
  let c = word();
  let d = word();
  const next = () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** A whole number from 0 up to, not including, the limit, each equally likely. */
export function wholeNumberBelow(chance: Chance, limit: number): number {
  if (!(limit >= 1)) throw new RangeError(`wholeNumberBelow requires a limit of at least 1: ${limit}`);
  return Math.floor(chance() * limit);
}

/** A draw from the standard normal, by its quantile function: one number used, one given. */
export function normalDraw(chance: Chance): number {
  // The half step keeps the draw away from zero, where the quantile is infinite.
  return normalQuantile(chance() + 2 ** -54);
}

/** The values in an order drawn evenly from all orders (Fisher and Yates; Durstenfeld 1964). */
export function shuffled<T>(chance: Chance, values: readonly T[]): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = wholeNumberBelow(chance, i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** n positions drawn with replacement from 0 … n − 1: one bootstrap sample. */
export function resample(chance: Chance, n: number): number[] {
  return Array.from({ length: n }, () => wholeNumberBelow(chance, n));
}

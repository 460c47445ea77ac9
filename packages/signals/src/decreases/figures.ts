import { chanceOfScore } from "@concord/statistics/growth";

/**
 * How far is a fall outside what these ratings usually do? In hundredths of the range, `spread` being the standard
 * deviation of single ratings: a fall is a difference of two, so chance spreads it √2 times as wide.
 */
export function figuresOfFall(from: number, to: number, spread: number) {
  const drop = from - to;
  return {
    value: to,
    expected: from,
    drop,
    z: -drop / spread,
    confidence: 1 - chanceOfScore(-drop / (Math.SQRT2 * spread)),
    spread,
  };
}

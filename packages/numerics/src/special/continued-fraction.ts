/** One level of a continued fraction: what stands above the line, and what the rest is added to. */
export interface FractionLevel {
  readonly numerator: number;
  readonly addend: number;
}

/** Keeps a quotient of nought from ending the recurrence. */
const TINY = 1e-300;

/**
 * The value of β₀ + α₁/(β₁ + α₂/(β₂ + …)), by Lentz's method: numerators and denominators of successive fractions
 * grow too fast to keep, their quotients do not. It ends where a level changes nothing, or after `limit` levels.
 *
 * Lentz WJ (1976). Applied Optics 15: 668–671; Thompson IJ, Barnett AR (1986). J Comput Phys 64: 490–509.
 */
export function continuedFraction(first: number, level: (n: number) => FractionLevel, limit: number): number {
  let value = first;
  let above = first;
  let below = 0;
  for (let n = 1; n < limit; n++) {
    const { numerator, addend } = level(n);
    below = awayFromZero(addend + numerator * below);
    above = awayFromZero(addend + numerator / above);
    below = 1 / below;
    const change = above * below;
    value *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** A source of chance: each call gives the next number, uniform over [0, 1). */
export type Chance = () => number;

/** A draw from the standard normal (Box GEP, Muller ME 1958, Ann Math Stat 29: 610–611): two numbers used, one given. */
export function normalDraw(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance()));
  return radius * Math.cos(2 * Math.PI * chance());
}

/** A draw with the tails of Student's t on three degrees of freedom, scaled to a standard deviation of 1. */
export function heavyDraw(chance: Chance): number {
  const squares = normalDraw(chance) ** 2 + normalDraw(chance) ** 2 + normalDraw(chance) ** 2;
  // The variance of t₃ is 3.
  return normalDraw(chance) / Math.sqrt(squares / 3) / Math.sqrt(3);
}

/** One of some values, each as likely. */
export function oneOf<T>(chance: Chance, values: readonly [T, ...T[]]): T {
  return values[Math.floor(chance() * values.length)] ?? values[0];
}

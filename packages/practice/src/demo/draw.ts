import { type Chance, normalDraw, wholeNumberBelow } from "@concord/numerics";

/** One draw from the normal distribution with this mean and deviation. */
export function normal(chance: Chance, mean: number, deviation: number): number {
  return mean + deviation * normalDraw(chance);
}

export function pick<T>(chance: Chance, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError("pick requires a list with something in it");
  return list[wholeNumberBelow(chance, list.length)]!;
}

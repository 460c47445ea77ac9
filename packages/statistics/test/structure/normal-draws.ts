import { normalQuantile, seededChance } from "@concord/numerics";

/** Normal draws that belong to a seed. */
export function normalDraws(seed: number): () => number {
  const chance = seededChance(seed);
  return () => normalQuantile(Math.max(chance(), 1e-12));
}

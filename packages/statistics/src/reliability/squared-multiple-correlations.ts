import { cholesky, diagonalOf, inverseFromCholesky } from "@concord/numerics";

/**
 * How much of each item do the others explain? 1 − 1/(R⁻¹)ᵢᵢ. Undefined where the correlations have no inverse: an item
 * is the sum of others, or pairwise correlations contradict each other.
 */
export function squaredMultipleCorrelations(
  correlation: Float64Array,
  size: number,
): readonly number[] | undefined {
  if (size === 1) return [0];
  const factored = cholesky({ rows: size, columns: size, values: correlation });
  if (factored.kind !== "positive-definite") return undefined;
  return diagonalOf(inverseFromCholesky(factored.factor)).map((value) => 1 - 1 / value);
}

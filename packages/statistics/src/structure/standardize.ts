import type { Implied } from "./implied.ts";
import type { Cell } from "./path-model.ts";

/**
 * A path in units of standard deviations: effects by those of their ends, covariances of residuals by those of the
 * residuals, variances as shares of the whole, intercepts by the variable's. NaN where a variance is not positive.
 */
export function standardizing(implied: Implied, { place, row, column }: Cell): number {
  const n = implied.size;
  const spread = (i: number) => Math.sqrt(implied.covariance[i * n + i]!);
  if (place === "mean") return 1 / spread(row);
  if (place === "directed") return spread(column) / spread(row);
  if (row === column) return 1 / implied.covariance[row * n + row]!;
  const rest = (i: number) => Math.sqrt(implied.symmetric[i * n + i]!);
  return 1 / (rest(row) * rest(column));
}

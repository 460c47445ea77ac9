import type { BlockDiagonal, Matrix } from "@concord/numerics";

/** The marginal covariance M at one set of variance components, as what is needed of its inverse. */
export interface SolvedCovariance {
  /** M⁻¹B. */
  readonly solved: Matrix;
  readonly logDeterminant: number;
  /** For each level, 1′M⁻¹1 over the rows of each of its groups. */
  readonly ofGroups: readonly Float64Array[];
}

/** M = V + Σ σ² ZZ′, ready to be solved for any components. */
export interface CovarianceStructure {
  readonly solve: (components: readonly number[], b: Matrix) => SolvedCovariance;
  /** log |V| and tr V⁻¹ of the sampling covariance alone. */
  readonly sampling: { readonly logDeterminant: number; readonly traceOfInverse: number };
  /** M over the rows named, dense. */
  readonly block: (components: readonly number[], rows: readonly number[]) => Matrix;
}

/**
 * Sampling covariances of effects that share participants: ρ √(vᵢvⱼ) within a cluster, nothing between.
 *
 * Hedges LV, Tipton E, Johnson MC (2010). Res Synth Methods 1: 39–65: the correlated-effects working model, its ρ
 * assumed, not estimated.
 */
export function constantCorrelation(
  variances: readonly number[],
  clusterOf: readonly (string | number)[],
  correlation: number,
): BlockDiagonal {
  if (!(correlation >= 0 && correlation < 1)) {
    throw new RangeError(`an assumed correlation requires a value from 0 to below 1: ${correlation}`);
  }
  const rows = new Map<string | number, number[]>();
  clusterOf.forEach((cluster, row) => {
    const known = rows.get(cluster);
    if (known === undefined) rows.set(cluster, [row]);
    else known.push(row);
  });
  const blocks = [...rows.values()].map((at) => {
    const values = new Float64Array(at.length ** 2);
    at.forEach((row, i) => {
      at.forEach((column, j) => {
        const product = Math.sqrt(variances[row]! * variances[column]!);
        values[i * at.length + j] = i === j ? variances[row]! : correlation * product;
      });
    });
    return { at, values: { rows: at.length, columns: at.length, values } };
  });
  return { size: variances.length, blocks };
}

import {
  bilinear,
  cholesky,
  entry,
  type Matrix,
  multiply,
  multiplyVector,
  symmetricEigen,
  transpose,
} from "@concord/numerics";

/** A share of the variance of an estimate below which it is rounding. */
const ROUNDING = 1e-8;

/** A cluster without which some coefficients are not determined. */
export interface DecisiveCluster {
  readonly cluster: string | number;
  /** Directions u of the coefficients that this cluster alone determines: c′b rests on it where c′u is not zero. */
  readonly directions: readonly Float64Array[];
}

/**
 * Returns the directions of the coefficients that a cluster alone determines, none for most clusters.
 *
 * With G = (X′WX)⁻¹ = LL′ and Aᵢ = XᵢWᵢXᵢ′ of the cluster, L′AᵢL has eigenvalues from 0 to 1; those of 1 belong to
 * what the other clusters say nothing about. A robust variance of it would be of one residual that is always zero.
 */
export function directionsOfCluster(bread: Matrix, information: Matrix): readonly Float64Array[] {
  const factored = cholesky(bread);
  if (factored.kind === "not-positive-definite") return [];
  const { factor } = factored;
  const inner = multiply(transpose(factor), multiply(information, factor));
  let trace = 0;
  for (let j = 0; j < inner.rows; j++) trace += entry(inner, j, j);
  if (trace < 1 - ROUNDING) return [];
  const { values, vectors } = symmetricEigen(inner);
  return values.flatMap((value, k) => {
    if (value < 1 - ROUNDING) return [];
    const own = Float64Array.from({ length: inner.rows }, (_, j) => entry(vectors, j, k));
    return [multiplyVector(factor, own)];
  });
}

/** Returns the clusters on which c′b rests: without any one of them it could not be estimated. */
export function clustersDeciding(
  decisive: readonly DecisiveCluster[],
  bread: Matrix,
  c: readonly number[],
): readonly (string | number)[] {
  const variance = bilinear(c, bread, c);
  return decisive.flatMap(({ cluster, directions }) => {
    const share = directions.reduce(
      (sum, u) => sum + c.reduce((total, one, j) => total + one * u[j]!, 0) ** 2,
      0,
    );
    return share > ROUNDING * variance ? [cluster] : [];
  });
}

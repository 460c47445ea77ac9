import { cholesky, inverseFromCholesky, type Matrix, symmetricEigen } from "@concord/numerics";

/** The inverse of an information matrix, or the parameters whose joint move leaves the model as it is. */
export type InverseInformation =
  | { readonly kind: "inverse"; readonly matrix: Matrix }
  | { readonly kind: "singular"; readonly moving: readonly number[] }
  /** The likelihood is not at its top in every direction. */
  | { readonly kind: "indefinite" };

/** Scaled to a unit diagonal, a direction with less than a billionth of information counts as none. */
export function inverseInformation(information: Matrix): InverseInformation {
  const n = information.rows;
  const scale = Float64Array.from({ length: n }, (_, i) => {
    const own = information.values[i * n + i]!;
    return own > 0 ? 1 / Math.sqrt(own) : 1;
  });
  const values = information.values.map((value, at) => value * scale[Math.floor(at / n)]! * scale[at % n]!);
  const scaled = { rows: n, columns: n, values };
  const factored = cholesky(scaled);
  const inverse = factored.kind === "positive-definite" ? inverseFromCholesky(factored.factor) : undefined;
  // The norm of the inverse is at least one over the smallest eigenvalue divided by n, so this misses none.
  const isSafe = inverse?.values.every((value) => Math.abs(value) < 1e9 / n);
  if (inverse === undefined || isSafe !== true) {
    const eigen = symmetricEigen(scaled);
    if (eigen.values[0]! < -1e-6) return { kind: "indefinite" };
    if (inverse === undefined || eigen.values[0]! < 1e-9) {
      const vector = Array.from({ length: n }, (_, i) => Math.abs(eigen.vectors.values[i * n]!));
      const most = Math.max(...vector);
      return { kind: "singular", moving: vector.flatMap((size, i) => (size > 0.2 * most ? [i] : [])) };
    }
  }
  return {
    kind: "inverse",
    matrix: {
      rows: n,
      columns: n,
      values: inverse.values.map((value, at) => value * scale[Math.floor(at / n)]! * scale[at % n]!),
    },
  };
}

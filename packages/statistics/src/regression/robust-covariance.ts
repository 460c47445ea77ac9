import { crossProduct, type Matrix, multiply, zeros } from "@concord/numerics";
import { type DecisiveCluster, directionsOfCluster } from "./decisive-clusters.ts";

/** How much a residual counts: e² itself, or blown up by its leverage h. */
export type RobustCovariance = "HC0" | "HC1" | "HC2" | "HC3";

/**
 * How sure are coefficients of least squares when the scatter differs from row to row?
 *
 * (XᵀX)⁻¹ Xᵀ diag(ω) X (XᵀX)⁻¹ with ω = e² (HC0), e²·n/(n − p) (HC1), e²/(1 − h) (HC2), e²/(1 − h)² (HC3). HC3 keeps
 * its size in samples as small as 25 (Long JS, Ervin LH 2000, Am Stat 54: 217–224). A row with leverage 1 has no
 * residual to judge by and adds nothing: what rests on it has no robust variance (`decisiveRows`).
 *
 * MacKinnon JG, White H (1985). J Econometrics 29: 305–325.
 */
export function robustCovariance(
  design: Matrix,
  residuals: readonly number[],
  inverseCrossProduct: Matrix,
  kind: RobustCovariance,
): Matrix {
  const { rows, columns } = design;
  const weighted = zeros(rows, columns);
  for (let i = 0; i < rows; i++) {
    const row = design.values.subarray(i * columns, (i + 1) * columns);
    const rest = 1 - leverageOf(row, inverseCrossProduct);
    const root = Math.abs(residuals[i]!) * inflation(kind, rest, rows, columns);
    for (let j = 0; j < columns; j++) weighted.values[i * columns + j] = root * row[j]!;
  }
  return multiply(multiply(inverseCrossProduct, crossProduct(weighted, weighted)), inverseCrossProduct);
}

/** Returns the rows, by their place in the design, without which some coefficients are not determined. */
export function decisiveRows(design: Matrix, inverseCrossProduct: Matrix): readonly DecisiveCluster[] {
  const { rows, columns } = design;
  return Array.from({ length: rows }, (_, i) => i).flatMap((i) => {
    const values = design.values.subarray(i * columns, (i + 1) * columns);
    if (leverageOf(values, inverseCrossProduct) < 1 - 1e-6) return [];
    const row: Matrix = { rows: 1, columns, values };
    const directions = directionsOfCluster(inverseCrossProduct, crossProduct(row, row));
    return directions.length === 0 ? [] : [{ cluster: i, directions }];
  });
}

function inflation(kind: RobustCovariance, rest: number, rows: number, columns: number): number {
  if (kind === "HC0") return 1;
  if (kind === "HC1") return Math.sqrt(rows / (rows - columns));
  if (rest <= 1e-12) return 0;
  return kind === "HC2" ? 1 / Math.sqrt(rest) : 1 / rest;
}

/** h = xᵀ(XᵀX)⁻¹x */
function leverageOf(row: Float64Array, inverse: Matrix): number {
  let total = 0;
  for (let a = 0; a < row.length; a++) {
    for (let b = 0; b < row.length; b++) total += row[a]! * inverse.values[a * row.length + b]! * row[b]!;
  }
  return total;
}

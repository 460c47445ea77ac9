import { crossProduct, type Matrix, multiply, zeros } from "@concord/numerics";
import type { FittedLinearModel } from "../regression/linear-model.ts";
import { startsOf } from "./mediated-effects.ts";

/**
 * The covariance of all coefficients of several regressions over the same rows.
 *
 * Blocks off the diagonal are σ̂₁₂(X₁ᵀX₁)⁻¹X₁ᵀX₂(X₂ᵀX₂)⁻¹ with σ̂₁₂ = e₁ᵀe₂/√(df₁df₂): nought wherever one equation
 * holds the response of the other, and not between mediators side by side (Preacher KJ, Hayes AF 2008, Behav Res
 * Methods 40: 879–891, appendix). Zellner A (1962), J Am Stat Assoc 57: 348–368.
 */
export function jointCovariance(equations: readonly FittedLinearModel[]): Matrix {
  const starts = startsOf(equations);
  const size = equations.reduce((sum, { coefficients }) => sum + coefficients.length, 0);
  const joint = zeros(size, size);
  equations.forEach((left, i) => {
    place(joint, left.covariance, starts[i]!, starts[i]!);
    equations.slice(0, i).forEach((right, j) => {
      // The response of one among the predictors of the other: their residuals are orthogonal.
      if (left.design.names.includes(right.response) || right.design.names.includes(left.response)) return;
      const shared =
        left.residuals.reduce((sum, residual, row) => sum + residual * right.residuals[row]!, 0) /
        Math.sqrt(left.degreesOfFreedom * right.degreesOfFreedom);
      const across = crossProduct(left.design.matrix, right.design.matrix);
      const block = multiply(multiply(left.inverseCrossProduct, across), right.inverseCrossProduct);
      for (let k = 0; k < block.values.length; k++) block.values[k]! *= shared;
      place(joint, block, starts[i]!, starts[j]!);
    });
  });
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) joint.values[i * size + j] = joint.values[j * size + i]!;
  }
  return joint;
}

function place(target: Matrix, block: Matrix, row: number, column: number): void {
  for (let i = 0; i < block.rows; i++) {
    target.values.set(
      block.values.subarray(i * block.columns, (i + 1) * block.columns),
      (row + i) * target.columns + column,
    );
  }
}

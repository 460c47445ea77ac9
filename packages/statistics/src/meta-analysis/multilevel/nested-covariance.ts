import { type Matrix, zeros } from "@concord/numerics";
import type { CovarianceStructure, SolvedCovariance } from "./covariance.ts";
import type { GroupLevel } from "./nested-groups.ts";

/**
 * Independent sampling errors under nested groups: M is a diagonal plus σ² 11′ in every group, so that its inverse
 * unfolds from the innermost level outwards, one rank-one update per group (Sherman and Morrison). Time and memory
 * grow with the number of rows, whatever the sizes of the groups.
 */
export function nestedCovariance(
  variances: readonly number[],
  levels: readonly GroupLevel[],
): CovarianceStructure {
  let logDeterminant = 0;
  let traceOfInverse = 0;
  for (const variance of variances) {
    logDeterminant += Math.log(variance);
    traceOfInverse += 1 / variance;
  }
  const ancestors = levels.map((_, inner) =>
    levels.slice(0, inner + 1).map((outer) => ancestorsOf(levels[inner]!, outer)),
  );
  return {
    sampling: { logDeterminant, traceOfInverse },
    solve: (components, b) => solve(variances, levels, ancestors, components, b, logDeterminant),
    block: (components, rows) => block(variances, levels, components, rows),
  };
}

/** For each group of an inner level, the group of the outer level it lies in. */
function ancestorsOf(inner: GroupLevel, outer: GroupLevel): Int32Array {
  const result = new Int32Array(inner.groups.length);
  inner.groupOf.forEach((group, row) => {
    result[group] = outer.groupOf[row]!;
  });
  return result;
}

function solve(
  variances: readonly number[],
  levels: readonly GroupLevel[],
  ancestors: readonly (readonly Int32Array[])[],
  components: readonly number[],
  b: Matrix,
  logDeterminantOfSampling: number,
): SolvedCovariance {
  const k = variances.length;
  const { columns } = b;
  const solved = Float64Array.from(b.values);
  const one = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const inverse = 1 / variances[i]!;
    one[i] = inverse;
    for (let c = 0; c < columns; c++) solved[i * columns + c]! *= inverse;
  }
  let logDeterminant = logDeterminantOfSampling;
  const diagonal: Float64Array[] = levels.map(() => new Float64Array());
  const sums: Float64Array[] = levels.map(() => new Float64Array());
  for (let level = levels.length - 1; level >= 0; level--) {
    const { groups, groupOf } = levels[level]!;
    const variance = components[level]!;
    const total = new Float64Array(groups.length);
    const sum = new Float64Array(groups.length * columns);
    for (let i = 0; i < k; i++) {
      const group = groupOf[i]!;
      total[group]! += one[i]!;
      for (let c = 0; c < columns; c++) sum[group * columns + c]! += solved[i * columns + c]!;
    }
    const shrink = total.map((value) => 1 / (1 + variance * value));
    for (const value of total) logDeterminant += Math.log1p(variance * value);
    for (let i = 0; i < k; i++) {
      const group = groupOf[i]!;
      const factor = variance * shrink[group]! * one[i]!;
      for (let c = 0; c < columns; c++) solved[i * columns + c]! -= factor * sum[group * columns + c]!;
      one[i]! *= shrink[group]!;
    }
    diagonal[level] = total.map((value, group) => value * shrink[group]!);
    sums[level] = Float64Array.from(diagonal[level]!);
    for (let inner = level + 1; inner < levels.length; inner++) {
      const outerOf = ancestors[inner]![level]!;
      const innerSum = sums[inner]!;
      const innerDiagonal = diagonal[inner]!;
      for (let h = 0; h < outerOf.length; h++) {
        const factor = shrink[outerOf[h]!]!;
        innerDiagonal[h]! -= variance * factor * innerSum[h]! ** 2;
        innerSum[h]! *= factor;
      }
    }
  }
  return { solved: { rows: k, columns, values: solved }, logDeterminant, ofGroups: diagonal };
}

function block(
  variances: readonly number[],
  levels: readonly GroupLevel[],
  components: readonly number[],
  rows: readonly number[],
): Matrix {
  const result = zeros(rows.length, rows.length);
  rows.forEach((row, i) => {
    rows.forEach((column, j) => {
      let value = i === j ? variances[row]! : 0;
      levels.forEach(({ groupOf }, level) => {
        if (groupOf[row] === groupOf[column]) value += components[level]!;
      });
      result.values[i * rows.length + j] = value;
    });
  });
  return result;
}

import {
  type BlockDiagonal,
  cholesky,
  inverseFromCholesky,
  type Matrix,
  rowsAt,
  solveCholesky,
  zeros,
} from "@concord/numerics";
import type { CovarianceStructure, SolvedCovariance } from "./covariance.ts";
import type { GroupLevel } from "./nested-groups.ts";

interface Cluster {
  readonly at: readonly number[];
  readonly sampling: Matrix;
}

/**
 * Correlated sampling errors: M is dense within each outermost group, and each group is factored by itself. The cost
 * is the sum of the cubes of the group sizes.
 */
export function blockedCovariance(
  sampling: BlockDiagonal,
  levels: readonly GroupLevel[],
): CovarianceStructure {
  const clusters = clustersOf(sampling, levels[0]!);
  let logDeterminant = 0;
  let traceOfInverse = 0;
  for (const { sampling: values } of clusters) {
    const factored = cholesky(values);
    if (factored.kind === "not-positive-definite") {
      throw new RangeError(
        "sampling covariances require a positive definite matrix: one of the clusters has none",
      );
    }
    logDeterminant += factored.logDeterminant;
    const inverse = inverseFromCholesky(factored.factor);
    for (let i = 0; i < inverse.rows; i++) traceOfInverse += inverse.values[i * inverse.rows + i]!;
  }
  return {
    sampling: { logDeterminant, traceOfInverse },
    solve: (components, b) => solve(clusters, levels, components, b),
    block: (components, rows) => {
      const place = new Map(rows.map((row, i) => [row, i]));
      const result = zeros(rows.length, rows.length);
      for (const cluster of clusters) {
        const marginal = marginalOf(cluster, levels, components);
        cluster.at.forEach((row, i) => {
          cluster.at.forEach((column, j) => {
            const a = place.get(row);
            const c = place.get(column);
            if (a === undefined || c === undefined) return;
            result.values[a * rows.length + c] = marginal.values[i * marginal.rows + j]!;
          });
        });
      }
      return result;
    },
  };
}

/** The sampling covariance over each outermost group; a block that reaches across groups is refused. */
function clustersOf(sampling: BlockDiagonal, outermost: GroupLevel): readonly Cluster[] {
  const rows = outermost.groups.map((): number[] => []);
  const place = new Int32Array(sampling.size);
  outermost.groupOf.forEach((group, row) => {
    place[row] = rows[group]!.push(row) - 1;
  });
  const matrices = rows.map((at) => zeros(at.length, at.length));
  for (const { at, values } of sampling.blocks) {
    const group = outermost.groupOf[at[0]!]!;
    if (at.some((row) => outermost.groupOf[row] !== group)) {
      throw new RangeError(`correlated effects require one ${outermost.name}: a block reaches across two`);
    }
    const whole = matrices[group]!;
    at.forEach((row, i) => {
      at.forEach((column, j) => {
        whole.values[place[row]! * whole.rows + place[column]!] = values.values[i * at.length + j]!;
      });
    });
  }
  return rows.map((at, group) => ({ at, sampling: matrices[group]! }));
}

function marginalOf(
  { at, sampling }: Cluster,
  levels: readonly GroupLevel[],
  components: readonly number[],
): Matrix {
  const n = at.length;
  const values = Float64Array.from(sampling.values);
  levels.forEach(({ groupOf }, level) => {
    const variance = components[level]!;
    if (variance === 0) return;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) if (groupOf[at[i]!] === groupOf[at[j]!]) values[i * n + j]! += variance;
    }
  });
  return { rows: n, columns: n, values };
}

function solve(
  clusters: readonly Cluster[],
  levels: readonly GroupLevel[],
  components: readonly number[],
  b: Matrix,
): SolvedCovariance {
  const solved = zeros(b.rows, b.columns);
  const ofGroups = levels.map(({ groups }) => new Float64Array(groups.length));
  let logDeterminant = 0;
  for (const cluster of clusters) {
    const factored = cholesky(marginalOf(cluster, levels, components));
    if (factored.kind === "not-positive-definite")
      throw new RangeError("a cluster's covariance is not positive definite");
    logDeterminant += factored.logDeterminant;
    const { at } = cluster;
    const own = solveCholesky(factored.factor, rowsAt(b, at));
    at.forEach((row, i) => {
      solved.values.set(own.values.subarray(i * b.columns, (i + 1) * b.columns), row * b.columns);
    });
    const inverse = inverseFromCholesky(factored.factor);
    levels.forEach(({ groupOf }, level) => {
      for (let i = 0; i < at.length; i++) {
        for (let j = 0; j < at.length; j++) {
          const group = groupOf[at[i]!]!;
          if (group === groupOf[at[j]!]) ofGroups[level]![group]! += inverse.values[i * at.length + j]!;
        }
      }
    });
  }
  return { solved, logDeterminant, ofGroups };
}

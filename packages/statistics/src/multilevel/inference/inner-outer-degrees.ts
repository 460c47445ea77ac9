import type { Matrix } from "@concord/numerics";

/**
 * How many degrees of freedom does a fixed effect of nested groups leave?
 *
 * A column that varies within the groups of a level is *inner* to it. It is estimated at the level whose groups it is
 * constant in while it varies within those of the level above; the rows are the last level. A level with mᵢ groups
 * has mᵢ − mᵢ₋₁ − pᵢ degrees of freedom, where pᵢ columns are estimated at it, and the first level also loses the
 * intercept, which itself is given the most that any level has. Without an intercept every level but the first keeps
 * one more, as nlme counts.
 *
 * Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, p. 91.
 */
export function innerOuterDegrees(x: Matrix, levels: readonly (readonly number[])[]): readonly number[] {
  const counts = levels.map((codes) => new Set(codes).size);
  const sizes = [...counts, x.rows];
  const columns = Array.from({ length: x.columns }, (_, j) =>
    Array.from({ length: x.rows }, (_, i) => x.values[i * x.columns + j]!),
  );
  const strata = columns.map((column) => (isConstant(column) ? undefined : stratumOf(column, levels)));
  const intercept = strata.includes(undefined);
  const varies = strata.some((stratum) => stratum !== undefined);
  const degrees = sizes.map((size, i) => {
    const own = strata.filter((stratum) => stratum === i).length;
    const mean = !varies ? 0 : intercept ? (i === 0 ? 1 : 0) : i === 0 ? 0 : -1;
    return size - (sizes[i - 1] ?? 0) - own - mean;
  });
  return strata.map((stratum) => (stratum === undefined ? Math.max(...degrees) : degrees[stratum]!));
}

/** The innermost level within whose groups the column is constant; the rows themselves past the last. */
function stratumOf(column: readonly number[], levels: readonly (readonly number[])[]): number {
  for (let level = levels.length - 1; level >= 0; level--) {
    const firsts = new Map<number, number>();
    const varies = levels[level]!.some((code, row) => {
      const first = firsts.get(code);
      if (first === undefined) firsts.set(code, column[row]!);
      return first !== undefined && first !== column[row];
    });
    if (varies) return level + 1;
  }
  return 0;
}

function isConstant(column: readonly number[]): boolean {
  const first = column[0]!;
  return column.every((x) => Math.abs(first === 0 ? x : x / first - 1) < 1.5e-8);
}

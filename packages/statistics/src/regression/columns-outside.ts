import { type Matrix, orthogonalBasis, zeros } from "@concord/numerics";

/**
 * Returns the places of the columns of the smaller design that are no linear combination of the columns of the larger.
 * None are left where the smaller model lies within the larger. Both designs must be of the same rows.
 *
 * Where the larger has a constant column, all columns are centred first, so that a far origin hides no difference.
 */
export function columnsOutside(larger: Matrix, smaller: Matrix): readonly number[] {
  if (larger.rows !== smaller.rows)
    throw new RangeError(
      `columnsOutside requires designs of the same rows: ${larger.rows} and ${smaller.rows}`,
    );
  const { rows } = larger;
  const columns = larger.columns + smaller.columns;
  const both = zeros(rows, columns);
  const isCentred = hasConstant(larger);
  for (let j = 0; j < columns; j++) {
    const [from, at] = j < larger.columns ? [larger, j] : [smaller, j - larger.columns];
    const values = Array.from({ length: rows }, (_, i) => from.values[i * from.columns + at]!);
    const first = values[0] ?? 0;
    // From the first value on, so that a mean of large numbers costs no digits.
    const middle = isCentred
      ? first + values.reduce((sum, value) => sum + (value - first), 0) / Math.max(1, rows)
      : 0;
    values.forEach((value, i) => {
      both.values[i * columns + j] = value - middle;
    });
  }
  const decomposition = orthogonalBasis(both);
  const redundant = new Set(decomposition.kind === "full-rank" ? [] : decomposition.redundant);
  return Array.from({ length: smaller.columns }, (_, j) => j).filter(
    (j) => !redundant.has(larger.columns + j),
  );
}

function hasConstant({ rows, columns, values }: Matrix): boolean {
  return Array.from({ length: columns }, (_, j) => j).some((j) => {
    const first = values[j];
    return (
      first !== 0 && Array.from({ length: rows }, (_, i) => i).every((i) => values[i * columns + j] === first)
    );
  });
}

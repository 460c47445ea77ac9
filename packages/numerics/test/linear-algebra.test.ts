import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  cholesky,
  crossProduct,
  inverseFromCholesky,
  leastSquares,
  type Matrix,
  matrixOf,
  multiply,
  orthogonalBasis,
  rowsOf,
  solveCholesky,
  symmetricEigen,
  symmetricPower,
  transpose,
} from "../src/index.ts";
import { close } from "../src/testing.ts";

// Entries from −10 to 10 in steps of 1/16: no NaN, no infinity, ties and zeros likely.
const smallNumber = fc.integer({ min: -160, max: 160 }).map((n) => n / 16);
const tall = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 4, max: 9 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(smallNumber, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function sameMatrix(got: Matrix, expected: Matrix, absolute: number, what: string): void {
  assert.equal(got.rows, expected.rows);
  got.values.forEach((value, i) => {
    close(value, expected.values[i]!, { absolute, what: `${what} entry ${i}` });
  });
}

/** AᵀA plus one on the diagonal: positive definite whatever A is. */
function positive(rows: readonly (readonly number[])[]): Matrix {
  const a = matrixOf(rows);
  const product = crossProduct(a, a);
  for (let i = 0; i < product.rows; i++) product.values[i * product.columns + i]! += 1;
  return product;
}

test("a Cholesky factor rebuilds its matrix, solves, and gives the determinant", () => {
  fc.assert(
    fc.property(tall, (rows) => {
      const a = positive(rows);
      const result = cholesky(a);
      assert.ok(result.kind === "positive-definite");
      const scale = Math.max(...a.values);
      sameMatrix(multiply(result.factor, transpose(result.factor)), a, 1e-12 * scale, "rebuilt");
      const inverse = inverseFromCholesky(result.factor);
      sameMatrix(multiply(solveCholesky(result.factor, a), inverse), inverse, 1e-8, "solved");
      const { values } = symmetricEigen(a);
      const logDeterminant = values.reduce((total, value) => total + Math.log(value), 0);
      close(result.logDeterminant, logDeterminant, { absolute: 1e-9, what: "log determinant" });
    }),
  );
});

test("a matrix that is not positive definite is named, with its column", () => {
  assert.deepEqual(
    cholesky(
      matrixOf([
        [1, 2],
        [2, 4],
      ]),
    ),
    { kind: "not-positive-definite", column: 1 },
  );
  assert.deepEqual(cholesky(matrixOf([[-1]])), { kind: "not-positive-definite", column: 0 });
});

test("eigenvectors rebuild the matrix, and powers multiply", () => {
  fc.assert(
    fc.property(tall, (rows) => {
      const a = positive(rows);
      const scale = Math.max(...a.values);
      const half = symmetricPower(a, 0.5);
      sameMatrix(multiply(half, half), a, 1e-11 * scale, "square of the root");
      const { values, vectors } = symmetricEigen(a);
      const diagonal = matrixOf(values.map((value, i) => values.map((_, j) => (i === j ? value : 0))));
      sameMatrix(multiply(multiply(vectors, diagonal), transpose(vectors)), a, 1e-11 * scale, "rebuilt");
      assert.deepEqual(
        [...values].sort((x, y) => x - y),
        values,
      );
    }),
  );
});

test("least squares of Longley 1967: the coefficients printed on its page 827", () => {
  // Longley JW (1967). J Am Stat Assoc 62: 819–841; NIST StRD certified values, the hardest of its level.
  const y = [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331,
    70551,
  ];
  const x = [
    [1, 83, 234289, 2356, 1590, 107608, 1947],
    [1, 88.5, 259426, 2325, 1456, 108632, 1948],
    [1, 88.2, 258054, 3682, 1616, 109773, 1949],
    [1, 89.5, 284599, 3351, 1650, 110929, 1950],
    [1, 96.2, 328975, 2099, 3099, 112075, 1951],
    [1, 98.1, 346999, 1932, 3594, 113270, 1952],
    [1, 99, 365385, 1870, 3547, 115094, 1953],
    [1, 100, 363112, 3578, 3350, 116219, 1954],
    [1, 101.2, 397469, 2904, 3048, 117388, 1955],
    [1, 104.6, 419180, 2822, 2857, 118734, 1956],
    [1, 108.4, 442769, 2936, 2798, 120445, 1957],
    [1, 110.8, 444546, 4681, 2637, 121950, 1958],
    [1, 112.6, 482704, 3813, 2552, 123366, 1959],
    [1, 114.2, 502601, 3931, 2514, 125368, 1960],
    [1, 115.7, 518173, 4806, 2572, 127852, 1961],
    [1, 116.9, 554894, 4007, 2827, 130081, 1962],
  ];
  const fit = leastSquares(matrixOf(x), y);
  assert.ok(fit.kind === "fitted");
  const certified = [
    -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
    -0.0511041056535807, 1829.15146461355,
  ];
  certified.forEach((value, i) => {
    // The columns are nearly dependent (condition about 5e9): some seven of sixteen digits may go.
    close(fit.coefficients[i]!, value, { relative: 1e-8, what: `coefficient ${i}` });
  });
  const sigma = Math.sqrt(fit.weightedSquares / fit.residualDegreesOfFreedom);
  close(sigma, 304.854073561965, { relative: 1e-10, what: "residual deviation" });
});

test("residuals are orthogonal to the columns; weights of one change nothing", () => {
  fc.assert(
    fc.property(tall, fc.array(smallNumber, { minLength: 9, maxLength: 9 }), (rows, spare) => {
      const x = matrixOf(rows);
      const y = spare.slice(0, rows.length);
      const fit = leastSquares(x, y);
      if (fit.kind === "rank-deficient") return;
      const overlap = crossProduct(x, matrixOf(fit.residuals.map((e) => [e])));
      overlap.values.forEach((value) => {
        close(value, 0, { absolute: 1e-8, what: "overlap" });
      });
      assert.deepEqual(
        leastSquares(
          x,
          y,
          y.map(() => 1),
        ),
        fit,
      );
    }),
  );
});

test("a column that repeats the others is named", () => {
  const rows = [1, 2, 3, 4].map((n) => [1, n, 2 * n + 3, n * n]);
  const result = orthogonalBasis(matrixOf(rows));
  assert.deepEqual(result, { kind: "rank-deficient", rank: 3, redundant: [2] });
  assert.equal(leastSquares(matrixOf(rows), [1, 2, 2, 3]).kind, "rank-deficient");
});

test("shapes that do not fit are refused", () => {
  assert.throws(
    () => matrixOf([[1, 2], [3]]),
    /matrix requires rows of one length: row 1 has 1, the first 2/,
  );
  assert.throws(
    () => multiply(matrixOf([[1]]), matrixOf([[1], [2]])),
    /multiply requires inner sizes to agree/,
  );
  assert.deepEqual(rowsOf(transpose(matrixOf([[1, 2]]))), [[1], [2]]);
});

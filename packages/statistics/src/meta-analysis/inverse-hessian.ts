import { cholesky, inverseFromCholesky, type Matrix, zeros } from "@concord/numerics";

/** The inverse of the Hessian over the free coordinates, by central differences extrapolated once. */
export function inverseOfHessian(
  f: (x: readonly number[]) => number,
  at: readonly number[],
  free: readonly number[],
): Matrix | undefined {
  const n = free.length;
  const hessian = zeros(n, n);
  const shifted = (moves: readonly (readonly [number, number])[]) => {
    const x = [...at];
    for (const [i, by] of moves) x[i]! += by;
    return f(x);
  };
  const centre = f(at);
  const second = (i: number, j: number, shrink: number) => {
    const hi = shrink * 2e-3 * Math.max(Math.abs(at[i]!), 1e-2);
    const hj = shrink * 2e-3 * Math.max(Math.abs(at[j]!), 1e-2);
    if (i === j) return (shifted([[i, hi]]) - 2 * centre + shifted([[i, -hi]])) / (hi * hi);
    return (
      (shifted([
        [i, hi],
        [j, hj],
      ]) -
        shifted([
          [i, hi],
          [j, -hj],
        ]) -
        shifted([
          [i, -hi],
          [j, hj],
        ]) +
        shifted([
          [i, -hi],
          [j, -hj],
        ])) /
      (4 * hi * hj)
    );
  };
  free.forEach((i, a) => {
    free.forEach((j, b) => {
      if (b > a) return;
      const value = (4 * second(i, j, 0.5) - second(i, j, 1)) / 3;
      hessian.values[a * n + b] = value;
      hessian.values[b * n + a] = value;
    });
  });
  const factored = cholesky(hessian);
  return factored.kind === "positive-definite" ? inverseFromCholesky(factored.factor) : undefined;
}

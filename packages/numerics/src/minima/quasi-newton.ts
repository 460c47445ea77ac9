import { cholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import { dotProduct } from "../sums/compensated-sum.ts";
import type { Minimum } from "./minimum.ts";

export interface BoundedProblem {
  readonly value: (x: readonly number[]) => number;
  /** The slope in each coordinate; central differences where none is given. */
  readonly gradient?: (x: readonly number[]) => readonly number[];
  readonly start: readonly number[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
}

export interface QuasiNewtonOptions {
  /** Settled when the free slopes, each times the larger of 1 and its coordinate, are below this share of the value. */
  readonly slopeTolerance?: number;
  readonly limit?: number;
}

/**
 * A local minimum of a smooth function within bounds.
 *
 * Broyden, Fletcher, Goldfarb and Shanno's update of the Hessian, damped as Powell does; each step solves it over the
 * coordinates that are free, while those on a bound and pushed outwards are held there (projected Newton: Bertsekas
 * DP 1982, SIAM J Control Optim 20: 221–246). Steps are halved until the value falls enough (Armijo).
 */
export function minimizeWithinBounds(problem: BoundedProblem, options: QuasiNewtonOptions = {}): Minimum {
  const n = problem.start.length;
  const lower = problem.lower ?? problem.start.map(() => Number.NEGATIVE_INFINITY);
  const upper = problem.upper ?? problem.start.map(() => Number.POSITIVE_INFINITY);
  const slopeTolerance = options.slopeTolerance ?? 1e-8;
  const limit = options.limit ?? 500;
  let evaluations = 0;
  const value = (x: readonly number[]) => {
    evaluations++;
    return problem.value(x);
  };
  const gradient = problem.gradient ?? ((x: readonly number[]) => centralDifferences(value, x, lower, upper));
  const clamp = (x: readonly number[]) => x.map((v, i) => Math.min(upper[i]!, Math.max(lower[i]!, v)));

  let x = clamp(problem.start);
  let fx = value(x);
  if (!Number.isFinite(fx)) return { kind: "unsettled", reason: "not-finite", at: x, value: fx, evaluations };
  let g = gradient(x);
  let hessian = unit(n);
  let fresh = true;
  for (let step = 0; step < limit; step++) {
    const held = x.map((v, i) => (v <= lower[i]! && g[i]! > 0) || (v >= upper[i]! && g[i]! < 0));
    const slope = Math.max(0, ...g.map((v, i) => (held[i] ? 0 : Math.abs(v) * Math.max(1, Math.abs(x[i]!)))));
    const settled = () => ({
      kind: "settled" as const,
      at: x,
      value: fx,
      evaluations,
      atBound: x.flatMap((v, i) => (v <= lower[i]! || v >= upper[i]! ? [i] : [])),
    });
    if (slope <= slopeTolerance * Math.max(1, Math.abs(fx))) return settled();
    let direction = newtonStep(hessian, g, held);
    if (!(dotProduct(direction, g) < 0)) direction = g.map((v, i) => (held[i] ? 0 : -v));
    const landing = descend(value, clamp, x, fx, g, direction, fresh);
    if (landing === undefined) {
      if (!fresh) {
        hessian = unit(n);
        fresh = true;
        continue;
      }
      // The value no longer falls: at the floor of its rounding the place is as good as it gets.
      if (slope <= 1e-4 * Math.max(1, Math.abs(fx))) return settled();
      return { kind: "unsettled", reason: "no-descent", at: x, value: fx, evaluations };
    }
    const nextGradient = gradient(landing.at);
    const moved = landing.at.map((v, i) => v - x[i]!);
    const turned = nextGradient.map((v, i) => v - g[i]!);
    const stalled = fx - landing.value <= 1e-16 * Math.abs(fx);
    hessian = updated(hessian, moved, turned, fresh);
    fresh = false;
    x = landing.at;
    fx = landing.value;
    g = nextGradient;
    if (stalled && moved.every((v, i) => Math.abs(v) <= 1e-12 * Math.max(1, Math.abs(x[i]!))))
      return settled();
  }
  return { kind: "unsettled", reason: "limit", at: x, value: fx, evaluations };
}

function descend(
  value: (x: readonly number[]) => number,
  clamp: (x: readonly number[]) => readonly number[],
  x: readonly number[],
  fx: number,
  g: readonly number[],
  direction: readonly number[],
  fresh: boolean,
): { readonly at: number[]; readonly value: number } | undefined {
  const length = Math.hypot(...direction);
  let t = fresh ? Math.min(1, 1 / length) : 1;
  for (let halving = 0; halving < 60; halving++) {
    const at = [...clamp(x.map((v, i) => v + t * direction[i]!))];
    const expected = at.reduce((total, v, i) => total + g[i]! * (v - x[i]!), 0);
    const next = value(at);
    if (Number.isFinite(next) && next <= fx + 1e-4 * expected && next < fx) return { at, value: next };
    t *= 0.5;
  }
  return undefined;
}

/** −B⁻¹g over the free coordinates, zero over those held. */
function newtonStep(
  hessian: readonly (readonly number[])[],
  g: readonly number[],
  held: readonly boolean[],
): readonly number[] {
  const free = g.flatMap((_, i) => (held[i] ? [] : [i]));
  const step = g.map(() => 0);
  const factored = cholesky(matrixOf(free.map((i) => free.map((j) => hessian[i]![j]!))));
  if (factored.kind === "not-positive-definite") return step;
  const solved = solveCholesky(factored.factor, matrixOf(free.map((i) => [-g[i]!]))).values;
  free.forEach((i, place) => {
    step[i] = solved[place]!;
  });
  return step;
}

/** B + yy′/(y′s) − Bss′B/(s′Bs), with y drawn towards Bs where the curvature along s is too small. */
function updated(
  hessian: readonly (readonly number[])[],
  moved: readonly number[],
  turned: readonly number[],
  fresh: boolean,
): readonly (readonly number[])[] {
  const along = dotProduct(moved, turned);
  const scale = fresh && along > 0 ? dotProduct(turned, turned) / along : 1;
  const base = fresh ? hessian.map((row) => row.map((v) => v * scale)) : hessian;
  const pushed = base.map((row) => dotProduct(row, moved));
  const curvature = dotProduct(moved, pushed);
  if (!(curvature > 0)) return base;
  const share = along >= 0.2 * curvature ? 1 : (0.8 * curvature) / (curvature - along);
  const drawn = turned.map((v, i) => share * v + (1 - share) * pushed[i]!);
  const held = dotProduct(moved, drawn);
  return base.map((row, i) =>
    row.map((v, j) => v + (drawn[i]! * drawn[j]!) / held - (pushed[i]! * pushed[j]!) / curvature),
  );
}

function centralDifferences(
  value: (x: readonly number[]) => number,
  x: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): readonly number[] {
  return x.map((v, i) => {
    const h = Math.cbrt(Number.EPSILON) * Math.max(Math.abs(v), 1e-2);
    const high = Math.min(upper[i]!, v + h);
    const low = Math.max(lower[i]!, v - h);
    const shifted = (to: number) => value(x.map((other, j) => (j === i ? to : other)));
    return (shifted(high) - shifted(low)) / (high - low);
  });
}

function unit(n: number): readonly (readonly number[])[] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
}

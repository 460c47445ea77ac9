import type { Minimum } from "./minimum.ts";

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

export interface SimplexOptions {
  /** The first step along each coordinate; by default a tenth of its size, or 0.1 at zero. */
  readonly steps?: readonly number[];
  /** Settled when the values of the simplex differ by less than this share of their size. */
  readonly tolerance?: number;
  readonly limit?: number;
}

/**
 * A local minimum without derivatives.
 *
 * Nelder JA, Mead R (1965). Comput J 7: 308–313, with restarts at the best point until a restart gains nothing,
 * which guards against a simplex that has collapsed. Values that are not finite count as infinitely bad.
 */
export function minimizeBySimplex(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  options: SimplexOptions = {},
): Minimum {
  const tolerance = options.tolerance ?? 1e-12;
  const limit = options.limit ?? 2000 * start.length;
  let evaluations = 0;
  const vertex = (at: readonly number[]): Vertex => {
    evaluations++;
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let best = vertex(start);
  if (!Number.isFinite(best.value)) {
    return { kind: "unsettled", reason: "not-finite", at: start, value: best.value, evaluations };
  }
  for (let restart = 0; restart < 10; restart++) {
    const before = best.value;
    const steps = options.steps ?? best.at.map((x) => (x === 0 ? 0.1 : 0.1 * Math.abs(x)));
    const scale = 0.5 ** restart;
    let simplex: readonly Vertex[] = [
      best,
      ...best.at.map((_, j) => vertex(best.at.map((x, i) => (i === j ? x + scale * steps[j]! : x)))),
    ].sort(byValue);
    while (evaluations < limit) {
      const spread = simplex[simplex.length - 1]!.value - simplex[0]!.value;
      if (spread <= tolerance * (Math.abs(simplex[0]!.value) + tolerance)) break;
      simplex = moved(simplex, vertex);
    }
    best = simplex[0]!;
    if (evaluations >= limit) {
      return { kind: "unsettled", reason: "limit", at: best.at, value: best.value, evaluations };
    }
    if (restart > 0 && before - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
  }
  return { kind: "settled", at: best.at, value: best.value, evaluations, atBound: [] };
}

/** The simplex with its worst vertex reflected, stretched or drawn in, or all drawn towards the best. */
function moved(simplex: readonly Vertex[], vertex: (at: readonly number[]) => Vertex): readonly Vertex[] {
  const kept = simplex.slice(0, -1);
  const worst = simplex[simplex.length - 1]!;
  const best = simplex[0]!;
  const centre = best.at.map((_, i) => kept.reduce((total, v) => total + v.at[i]!, 0) / kept.length);
  const along = (t: number) => vertex(centre.map((c, i) => c + t * (worst.at[i]! - c)));
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const stretched = along(-2);
    return [...kept, stretched.value < reflected.value ? stretched : reflected].sort(byValue);
  }
  if (reflected.value < kept[kept.length - 1]!.value) return [...kept, reflected].sort(byValue);
  const drawn = reflected.value < worst.value ? along(-0.5) : along(0.5);
  if (drawn.value < Math.min(reflected.value, worst.value)) return [...kept, drawn].sort(byValue);
  return simplex
    .map((v) => (v === best ? v : vertex(v.at.map((x, i) => best.at[i]! + 0.5 * (x - best.at[i]!)))))
    .sort(byValue);
}

function byValue(a: Vertex, b: Vertex): number {
  return a.value - b.value;
}

import { type Matrix, zeros } from "@concord/numerics";
import type { SeriesData } from "./autoregressive-data.ts";
import type { SeriesDeviance } from "./autoregressive-deviance.ts";
import type { RelativeFactor } from "./autoregressive-elimination.ts";
import type { SeriesProblem } from "./autoregressive-search.ts";

/** How effects vary over the groups of a level, and each group's own. */
export interface LevelEffects {
  readonly name: string;
  readonly effects: readonly string[];
  /** Ψ, of the effects. */
  readonly covariance: Matrix;
  readonly groups: readonly string[];
  /** For each group its effects, shrunken: their mean given the data (BLUP). */
  readonly predictions: readonly (readonly number[])[];
  /** Effects on the edge of what covariances may be, each with what lies there. */
  readonly onEdge: readonly string[];
}

/** A diagonal of Λ below this share of its row's length counts as zero, a row below it as no variance. */
const NO_VARIANCE = 1e-4;

/** Brings the effects of all levels, outermost first, back to the scale of the data. */
export function levelEffects(
  data: SeriesData,
  problem: SeriesProblem,
  factors: readonly RelativeFactor[],
  found: SeriesDeviance,
): readonly LevelEffects[] {
  let start = 0;
  const lowestFirst = [...data.levels].reverse().map((level, depth) => {
    const size = problem.sizes[depth]!;
    const scales = problem.sums.scales.slice(start, start + size);
    start += size;
    const lambda = factors[depth]!;
    const covariance = zeros(size, size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let total = 0;
        for (let k = 0; k <= Math.min(i, j); k++) total += lambda[i * size + k]! * lambda[j * size + k]!;
        covariance.values[i * size + j] = (found.residualVariance * total) / (scales[i]! * scales[j]!);
      }
    const effects = level.blocks.flatMap(({ names }) => names);
    const own = found.effects[depth]!;
    return {
      name: level.name,
      effects,
      covariance,
      groups: level.labels,
      predictions: level.labels.map((_, group) => effects.map((_, j) => own[group * size + j]! / scales[j]!)),
      onEdge: effects.flatMap((effect, j) => {
        const row = lambda.subarray(j * size, j * size + j + 1);
        const length = Math.hypot(...row);
        if (length < NO_VARIANCE) return [`${effect} does not vary over ${level.name}`];
        if (row[j]! < NO_VARIANCE * length)
          return [`${effect} over ${level.name} follows from the other effects of ${level.name}`];
        return [];
      }),
    };
  });
  return lowestFirst.reverse();
}

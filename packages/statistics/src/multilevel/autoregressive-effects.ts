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
  readonly withoutVariance: readonly string[];
}

/** A diagonal of Λ below this counts as zero, as lme4 counts singular fits. */
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
      withoutVariance: effects.filter((_, j) => lambda[j * size + j]! < NO_VARIANCE),
    };
  });
  return lowestFirst.reverse();
}

import { type Matrix, zeros } from "@concord/numerics";
import type { SeriesData } from "./autoregressive-data.ts";
import type { SeriesDeviance } from "./autoregressive-deviance.ts";
import type { RelativeFactor } from "./autoregressive-elimination.ts";
import type { SeriesProblem } from "./autoregressive-search.ts";
import { lowerRoot, multiplySmall } from "./small-matrices.ts";

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
  const lowestFirst = [...data.levels].reverse().map((level, depth) => {
    const size = problem.sizes[depth]!;
    const back = problem.sums.backs[depth]!;
    const lambda = factors[depth]!;
    const root = lowerRoot(multiplySmall(back, lambda, size, size, size), size);
    const covariance = zeros(size, size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let total = 0;
        for (let k = 0; k <= Math.min(i, j); k++) total += root[i * size + k]! * root[j * size + k]!;
        covariance.values[i * size + j] = found.residualVariance * total;
      }
    const effects = level.blocks.flatMap(({ names }) => names);
    const own = found.effects[depth]!;
    // Whether anything lies on the edge is read where no origin of a predictor counts; what, in the data's own columns.
    const units = effects.map((_, j) => Math.hypot(...back.subarray(j * size, (j + 1) * size)));
    const ones = effects.map(() => 1);
    const turned = onEdge(lambda, ones, effects, level.name);
    const named = turned.length === 0 ? [] : onEdge(root, units, effects, level.name);
    return {
      name: level.name,
      effects,
      covariance,
      groups: level.labels,
      predictions: level.labels.map((_, group) =>
        Array.from(multiplySmall(back, own.subarray(group * size, (group + 1) * size), size, size, 1)),
      ),
      onEdge: named.length > 0 ? named : turned,
    };
  });
  return lowestFirst.reverse();
}

function onEdge(
  root: Float64Array,
  units: readonly number[],
  effects: readonly string[],
  level: string,
): readonly string[] {
  const size = effects.length;
  return effects.flatMap((effect, j) => {
    const length = Math.hypot(...root.subarray(j * size, j * size + j + 1));
    if (length < NO_VARIANCE * units[j]!) return [`${effect} does not vary over ${level}`];
    if (root[j * size + j]! < NO_VARIANCE * length)
      return [`${effect} over ${level} follows from the other effects of ${level}`];
    return [];
  });
}

import type { Chance } from "../simulate/draw.ts";
import { defaultPopulation } from "../simulate/population.ts";
import { type Entry, type EvaluatedRule, withThreshold } from "./entry.ts";
import { autocorrelations, type CalibrationPlan, limitPer100, shapeCell, uneventfulShapes } from "./plan.ts";
import { runCell } from "./trial.ts";

/** The source of chance that belongs to a seed. */
export type ChanceOf = (seed: number) => Chance;

/**
 * Where must a rule's threshold lie so that at most so many of 100 quiet sessions ring, at each autocorrelation and in
 * each kind of quiet course?
 *
 * The least strict threshold that keeps to it on the training seed, by halving. A rule that keeps to it even at its
 * loosest stays there. The same limit for every rule makes what they catch comparable.
 */
export function equalRateEntry(
  contestant: EvaluatedRule,
  plan: CalibrationPlan,
  chanceOf: ChanceOf,
  limit: number = limitPer100,
): Entry | null {
  const { stricter } = contestant;
  if (stricter === null) return null;
  const keeps = (value: number) =>
    highestRate([withThreshold(contestant, value)], plan, chanceOf)[0]! <= limit;
  let [loose, strict] = [stricter.from, stricter.to];
  if (keeps(loose)) return withThreshold(contestant, loose);
  for (let halvings = 0; halvings < 8; halvings++) {
    const middle = (loose + strict) / 2;
    if (keeps(middle)) strict = middle;
    else loose = middle;
  }
  return withThreshold(contestant, strict);
}

/** False alarms per 100 sessions in the worst of the kinds of quiet course at the worst carry-over, on the training seed. */
export function highestRate(
  entries: readonly Entry[],
  plan: CalibrationPlan,
  chanceOf: ChanceOf,
): readonly number[] {
  let seed = plan.trainingSeed;
  const courses = Math.ceil(plan.quiet / 3);
  const tallies = autocorrelations.flatMap((autocorrelation) =>
    uneventfulShapes.map((kind) =>
      runCell(
        shapeCell(plan, defaultPopulation, autocorrelation, courses, { kind }),
        entries,
        chanceOf(seed++),
      ),
    ),
  );
  return entries.map((_, at) =>
    Math.max(...tallies.map((each) => (100 * each[at]!.rings) / each[at]!.sessions)),
  );
}

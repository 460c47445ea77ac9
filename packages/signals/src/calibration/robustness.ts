import { type ExpectedModel, learnExpected, minCasesToFit } from "@concord/course";
import { courseOfRatings } from "../simulate/as-course.ts";
import type { Chance } from "../simulate/draw.ts";
import type { Population } from "../simulate/population.ts";
import { simulateRatings } from "../simulate/simulate-ratings.ts";
import type { ChanceOf } from "./choose-thresholds.ts";
import { alarmEntry, type Entry } from "./entry.ts";
import {
  type CalibrationPlan,
  comparedDepths,
  lengths,
  ruptureCell,
  shapeCell,
  uneventfulShapes,
} from "./plan.ts";
import type { RobustnessRow } from "./table.ts";
import { rateOfAll, shareOfAll } from "./tallies.ts";
import { type Cell, runCell } from "./trial.ts";

const carry = 0.25;

/** How do rules do where clients are not those they were chosen for, and what does a practice's own model change? */
export function robustnessOf(
  plan: CalibrationPlan,
  population: Population,
  entries: readonly Entry[],
  chanceOf: ChanceOf,
  seed: number,
): RobustnessRow {
  const quiet = uneventfulShapes.map((kind) => shapeCell(plan, population, carry, plan.quiet, { kind }));
  const falls = comparedDepths.flatMap((depth) =>
    lengths.map((length) => ruptureCell(plan, population, carry, plan.ruptured, { depth, length })),
  );
  const run = (tried: readonly Entry[], learnt: readonly ExpectedModel[]) => {
    const over = (cells: readonly Cell[], from: number) =>
      cells.map((cell, i) => runCell(cell, tried, chanceOf(from + i), learnt));
    const [calm, fallen] = [over(quiet, seed), over(falls, seed + 10)];
    return tried.map(({ id, as }, at) => ({
      id,
      as,
      falseAlarms: rateOfAll(calm.map((tallies) => tallies[at]!)),
      caught: shareOfAll(fallen.map((tallies) => tallies[at]!)),
    }));
  };
  const learnt = learntFrom(plan, population, chanceOf(seed + 50));
  const own = run([{ ...alarmEntry(), id: "alarm-learnt" }], learnt);
  return { population: population.name, about: population.about, rules: [...run(entries, []), ...own] };
}

/** Two hundred cases of the population as a practice has them: every fifth with a fall in it. */
function learntFrom(plan: CalibrationPlan, population: Population, chance: Chance): readonly ExpectedModel[] {
  const lines = Array.from({ length: minCasesToFit }, (_, i) => {
    const shape =
      i % 5 === 4
        ? ({
            kind: "rupture",
            at: 5 + (i % 10),
            depth: 15 + (i % 3) * 5,
            length: i % 2 === 0 ? 2 : null,
          } as const)
        : ({ kind: uneventfulShapes[i % 3]! } as const);
    const { sessions } = plan;
    const ratings = simulateRatings({ sessions, shape, autocorrelation: carry, population }, chance);
    return courseOfRatings(ratings).series;
  }).flat();
  return learnExpected(lines, "2026-01-01").flatMap((one) => (one.kind === "learnt" ? [one.model] : []));
}

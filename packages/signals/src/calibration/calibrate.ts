import { defaultPopulation, otherPopulations, type Population } from "../simulate/population.ts";
import { calibrateByClient, clientSteps } from "./by-client.ts";
import { type ChanceOf, equalRateEntry, highestRate } from "./choose-thresholds.ts";
import { alarmEntry, asPublished, contestants, type Entry } from "./entry.ts";
import {
  autocorrelations,
  type CalibrationPlan,
  type ClientsPlan,
  comparedDepths,
  depths,
  lengths,
  limitPer100,
  ruptureCell,
  shapeCell,
  uneventfulShapes,
  usualClients,
  usualPlan,
} from "./plan.ts";
import { robustnessOf } from "./robustness.ts";
import {
  type ByClient,
  type CalibrationRow,
  type CalibrationTable,
  calibrationVersion,
  type RobustnessRow,
} from "./table.ts";
import { rateOfAll, shareOfAll, sum } from "./tallies.ts";
import { type Cell, runCell, type Tally } from "./trial.ts";

/** How far a calibration has come. */
export interface CalibrationProgress {
  readonly step: string;
  readonly done: number;
  readonly of: number;
}

/**
 * How often does each rule ring without reason, what does it catch, and how late?
 *
 * Thresholds for the comparison at equal rates are set on the training seed, to the rate that the default alert has
 * there; everything told comes from the report seed, with other clients. The same plan gives the same table. A generator, so that whoever runs it can show
 * progress and stop.
 */
export function* calibrate(
  chanceOf: ChanceOf,
  plan: CalibrationPlan = usualPlan,
  clients: ClientsPlan = usualClients,
): Generator<CalibrationProgress, CalibrationTable> {
  const cells = autocorrelations.length * (uneventfulShapes.length + depths.length * lengths.length + 1);
  const of = contestants.length + cells + otherPopulations.length + clientSteps(clients);
  let done = 0;
  const entries: Entry[] = [alarmEntry()];
  const [rate] = highestRate([alarmEntry()], plan, chanceOf);
  for (const contestant of contestants) {
    yield { step: `thresholds: ${contestant.rule.id}`, done: done++, of };
    const equal = equalRateEntry(contestant, plan, chanceOf, rate);
    if (equal !== null) entries.push(equal);
  }
  entries.push(...contestants.map(asPublished));
  const kept = new Map<string, (readonly Tally[])[]>();
  let seed = plan.reportSeed;
  for (const { name, cell } of reportCells(plan, defaultPopulation)) {
    yield { step: name, done: done++, of };
    kept.set(name, [...(kept.get(name) ?? []), runCell(cell, entries, chanceOf(seed++))]);
  }
  const robustness: RobustnessRow[] = [];
  const few = entries.filter((entry) => entry.as !== "published");
  for (const population of otherPopulations) {
    yield { step: population.name, done: done++, of };
    robustness.push(robustnessOf(plan, population, few, chanceOf, seed));
    seed += 100;
  }
  const rows = entries.map((entry, at) =>
    rowOf(entry, (name) => (kept.get(name) ?? []).map((each) => each[at]!)),
  );
  const steps = calibrateByClient(chanceOf, clients);
  let byClient: ByClient | null = null;
  while (byClient === null) {
    const next = steps.next();
    if (next.done === true) byClient = next.value;
    else yield { step: next.value, done: done++, of };
  }
  return { version: calibrationVersion, plan, limitPer100, rows, robustness, byClient };
}

const quietName = (shape: string, carry: number) => `${shape}, carry-over ${carry}`;
const fallName = (depth: number, length: number | null) => `a fall of ${depth}, ${length ?? "lasting"}`;

function* reportCells(
  plan: CalibrationPlan,
  population: Population,
): Generator<{ readonly name: string; readonly cell: Cell }> {
  for (const carry of autocorrelations) {
    for (const kind of uneventfulShapes) {
      yield { name: quietName(kind, carry), cell: shapeCell(plan, population, carry, plan.quiet, { kind }) };
    }
    for (const depth of depths) {
      for (const length of lengths) {
        const cell = ruptureCell(plan, population, carry, plan.ruptured, { depth, length });
        yield { name: fallName(depth, length), cell };
      }
    }
    const drift = { kind: "drift", from: 6, perSession: 1.5 } as const;
    yield { name: "drift", cell: shapeCell(plan, population, carry, plan.ruptured, drift) };
  }
}

function rowOf(entry: Entry, tallies: (name: string) => readonly Tally[]): CalibrationRow {
  const { id, as, threshold } = entry;
  const falseAlarms = autocorrelations.map((autocorrelation) => {
    const all = uneventfulShapes.flatMap((shape) => tallies(quietName(shape, autocorrelation)));
    return { autocorrelation, ...rateOfAll(all) };
  });
  const cells = depths.flatMap((depth) => lengths.map((length) => ({ depth, length })));
  return {
    id,
    as,
    threshold,
    falseAlarms,
    byShape: uneventfulShapes.map((shape) => {
      const all = autocorrelations.flatMap((carry) => tallies(quietName(shape, carry)));
      return { shape, ...rateOfAll(all) };
    }),
    highestFalseAlarms: Math.max(
      ...uneventfulShapes.flatMap((shape) =>
        autocorrelations.map((carry) => rateOfAll(tallies(quietName(shape, carry))).value),
      ),
    ),
    detection: cells.map(({ depth, length }) => {
      const own = tallies(fallName(depth, length));
      const caught = sum(own, "caught");
      return {
        depth,
        length,
        ...shareOfAll(own),
        delay: caught === 0 ? null : two(sum(own, "delay") / caught),
      };
    }),
    drift: shareOfAll(tallies("drift")),
    caught: shareOfAll(
      cells
        .filter(({ depth }) => comparedDepths.includes(depth))
        .flatMap(({ depth, length }) => tallies(fallName(depth, length))),
    ),
  };
}

const two = (value: number): number => Math.round(value * 100) / 100;

import type { AgeBand, Cutoff, Instrument } from "@concord/instruments";
import { changePrecision } from "@concord/statistics/change";
import type { DiscussLevel, ReliableStep } from "./course.ts";
import { percentOf } from "./percent.ts";

/** Where an instrument is looked up: the catalogue, or a site's own. */
export type Find = (instrument: string) => Instrument | null;

export interface ScaleRange {
  readonly scale: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly better: "higher" | "lower" | "neither";
}

/**
 * Which change on this scale would measurement error alone seldom produce?
 *
 * The published criterion where there is one; otherwise 1.96 · SD · √(2 (1 − α)) from the first norm with its
 * own or the lowest published alpha (Jacobson and Truax 1991, p. 14); otherwise null, and nobody guesses.
 */
export function reliableStep(instrument: Instrument, range: ScaleRange): ReliableStep | null {
  const width = range.maximum - range.minimum;
  const published = instrument.reliableChanges.find((change) => change.scale === range.scale);
  if (published !== undefined) {
    const { points, basis, source } = published;
    return {
      points,
      percent: (100 * points) / width,
      counts: "at-least",
      basis: `${basis} (${source.citation})`,
      certainty: source.certainty,
    };
  }
  const norm = instrument.norms.find((each) => each.scale === range.scale && each.standardDeviation > 0);
  const alpha = norm?.alpha ?? lowestAlpha(instrument, range.scale);
  if (norm === undefined || alpha === null || alpha >= 1) return null;
  const { criterion } = changePrecision(norm.standardDeviation, alpha);
  return {
    points: criterion,
    percent: (100 * criterion) / width,
    counts: "beyond",
    basis:
      `1.96 · SD · √(2 (1 − α)) with SD ${norm.standardDeviation} and α ${alpha} ` +
      `of ${norm.population} (${norm.source.citation})`,
    certainty: norm.kind === "unsourced" ? "doubtful" : norm.source.certainty,
  };
}

/** The lowest published alpha of a scale: the one that asks most of a change. */
function lowestAlpha(instrument: Instrument, scale: string): number | null {
  const found = instrument.reliabilities?.find((each) => each.scale === scale && each.kind === "alpha");
  return found?.lowest ?? null;
}

/** The level at which an alliance form's authors advise to talk about the rating, on the 0–100 metric. */
export function discussLevel(instrument: Instrument, range: ScaleRange): DiscussLevel | null {
  if (range.better === "neither") return null;
  const found = cutoffsOf(instrument, range, "talk", undefined)[0];
  if (found === undefined) return null;
  return {
    percent: percentOf(found.value, range.minimum, range.maximum, range.better),
    basis: `${found.meaning} (${found.source.citation})`,
    certainty: found.source.certainty,
  };
}

/** Between the clinical and the functional range of an outcome; null where none is known for this age. */
export function clinicalCutoff(
  instrument: Instrument,
  range: ScaleRange,
  ageBand: AgeBand | undefined,
): Cutoff | null {
  return cutoffsOf(instrument, range, "clinical", ageBand)[0] ?? null;
}

/** The cut-offs that part degrees of severity, the clinical one among them, for this age. */
export function severityCutoffs(
  instrument: Instrument,
  range: ScaleRange,
  ageBand: AgeBand | undefined,
): readonly Cutoff[] {
  return [
    ...cutoffsOf(instrument, range, "clinical", ageBand),
    ...cutoffsOf(instrument, range, "band", ageBand),
  ];
}

/** Cut-offs on the unfavourable side of the scale; one for the client's age goes before one for everybody. */
function cutoffsOf(
  instrument: Instrument,
  range: ScaleRange,
  use: Cutoff["use"],
  ageBand: AgeBand | undefined,
): readonly Cutoff[] {
  const side = range.better === "lower" ? "at-or-above" : "at-or-below";
  const here = instrument.cutoffs.filter(
    (cutoff) => cutoff.scale === range.scale && cutoff.use === use && cutoff.side === side,
  );
  const forAge = here.filter((cutoff) => cutoff.ageBand !== undefined && cutoff.ageBand === ageBand);
  return forAge.length > 0 ? forAge : here.filter((cutoff) => cutoff.ageBand === undefined);
}

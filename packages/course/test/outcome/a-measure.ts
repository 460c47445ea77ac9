import { type DatedScore, type OutcomeReading, type ResponseModel, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { findInstrument, type Instrument } from "@concord/instruments";

/** PHQ-9: 6 points are reliable, and 10 or more are clinical. */
export const phq9 = {
  construct: "outcome",
  instrument: "phq-9",
  minimum: 0,
  maximum: 27,
  better: "lower",
} as const;

export interface More {
  readonly about?: Partial<DatedScore>;
  readonly models?: readonly ResponseModel[];
  readonly own?: Instrument;
}

/** The reading of ratings from session 1 on (null: not rated), or of ratings by session. */
export function readingOf(
  values: readonly (number | null)[] | Readonly<Record<number, number>>,
  { about = {}, models = [], own }: More = {},
): OutcomeReading {
  const all = { ...phq9, ...about };
  const scores = Array.isArray(values)
    ? rated(values, all)
    : Object.entries(values).map(([session, value]) => ({
        ...rated([value], all)[0]!,
        session: Number(session),
      }));
  const find = (id: string) => (own !== undefined && id === own.id ? own : findInstrument(id));
  return trace({ case: "made-up", scores, responses: models }, find).outcomes[0]!;
}

/** A measure like the PHQ-9 with its figures times a factor plus a shift, or turned so that higher is better. */
export function likePhq9(factor: number, shift: number, better: "lower" | "higher"): Instrument {
  const sign = better === "lower" ? 1 : -1;
  const known = findInstrument("phq-9")!;
  return {
    ...known,
    id: "made-up",
    cutoffs: known.cutoffs.map((cutoff) => ({
      ...cutoff,
      value: sign * factor * cutoff.value + shift,
      side: better === "lower" ? "at-or-above" : "at-or-below",
    })),
    reliableChanges: known.reliableChanges.map((change) => ({ ...change, points: factor * change.points })),
    scales: known.scales.map((scale) => ({ ...scale, better })),
  };
}

/** The whole text of a reading that must not change with the metric. */
export function stateOf({ state, since, also, rules }: OutcomeReading) {
  return { state, since, also, rules };
}

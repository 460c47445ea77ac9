import { type Course, type DatedScore, type TraceInput, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import type { Signal } from "@concord/signals";

/** How tense a session was, from 0 to 2, by one of the two; null where the form is missing. */
export function tension(
  values: readonly (number | null)[],
  rater: "client" | "therapist",
): readonly DatedScore[] {
  return rated(values, {
    rater,
    construct: "rupture",
    instrument: `concord-rupture-${rater}`,
    scale: "tension",
    better: "lower",
    minimum: 0,
    maximum: 2,
  });
}

/** The course of one client's ratings from 0 to 100. */
export function courseOf(values: readonly (number | null)[], more: Partial<TraceInput> = {}): Course {
  return trace({ case: "a", scores: rated(values), ...more });
}

/** `drop 7 credible`: enough to compare by. */
export function brief(signals: readonly Signal[]): readonly string[] {
  return signals.map((signal) => `${signal.detector} ${signal.session} ${signal.weight}`);
}

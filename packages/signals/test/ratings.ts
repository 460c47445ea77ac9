import { type Course, type DatedScore, type TraceInput, trace } from "@concord/course";
import type { Signal } from "@concord/signals";

/** Scores of one scale, session 1 onward; null where the form is missing. */
export function rated(
  values: readonly (number | null)[],
  about: Partial<DatedScore> = {},
): readonly DatedScore[] {
  return values.flatMap((value, i) =>
    value === null
      ? []
      : [
          {
            session: i + 1,
            rater: "client",
            construct: "alliance",
            instrument: "made-up-form",
            scale: "total",
            minimum: 0,
            maximum: 100,
            better: "higher",
            ...about,
            value,
          },
        ],
  );
}

/** The course of one client's ratings from 0 to 100. */
export function courseOf(values: readonly (number | null)[], more: Partial<TraceInput> = {}): Course {
  return trace({ case: "a", scores: rated(values), ...more });
}

/** `drop 7 credible`: enough to compare by. */
export function brief(signals: readonly Signal[]): readonly string[] {
  return signals.map((signal) => `${signal.detector} ${signal.session} ${signal.weight}`);
}

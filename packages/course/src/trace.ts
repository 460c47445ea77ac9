import { findInstrument } from "@concord/instruments";
import type { TraceInput } from "./ask.ts";
import { changesOf } from "./changes.ts";
import { checkInput } from "./check-input.ts";
import type { Course } from "./course.ts";
import type { Find } from "./criteria.ts";
import { readinessStanding } from "./expected/readiness-effect.ts";
import { missedForms } from "./missed.ts";
import { readOutcomes } from "./outcome/read-outcomes.ts";
import { pairingsOf } from "./pairings.ts";
import { phasesOf } from "./phases.ts";
import { seriesOf } from "./series.ts";
import { courseVersion } from "./version.ts";

/**
 * What became of the ratings of one therapy, session by session?
 *
 * Pure: the same input gives the same course, in whatever order its rows come. A missing session stays
 * missing; nothing is interpolated. Instruments are looked up in the catalogue unless another way to find
 * them is given.
 */
export function trace(input: TraceInput, find: Find = findInstrument): Course {
  checkInput(input);
  const records = input.sessions ?? [];
  const risks = [...(input.risks ?? [])].sort(
    (a, b) => a.session - b.session || (a.instrument + a.item < b.instrument + b.item ? -1 : 1),
  );
  const sessions = [...input.scores, ...records, ...risks].reduce(
    (highest, { session }) => Math.max(highest, session),
    0,
  );
  const readiness = readinessStanding(input.scores, input.readiness ?? null);
  const series = seriesOf(input.scores, find, input.expected, readiness);
  const missed = missedForms(input.scores, records);
  const about = input.ageBand === undefined ? {} : { ageBand: input.ageBand };
  return {
    case: input.case,
    ...about,
    sessions,
    series,
    phases: phasesOf(input, sessions),
    pairings: pairingsOf(series, find),
    missed,
    notAttended: records
      .filter((record) => !record.attended)
      .map((record) => record.session)
      .sort((a, b) => a - b),
    changes: changesOf(series, find, input.ageBand),
    readiness,
    outcomes: readOutcomes({ series, missed, sessions, readiness, ...about }, input.responses, find),
    risks,
    version: courseVersion,
  };
}

import { type Course, type Find, trace } from "@concord/course";
import { type CaseScores, type Mapping, type Ratings, readRatings } from "@concord/interchange";
import { type Attention, attentionOf, currentSignals, detectAll, type Signal } from "@concord/signals";
import { withCriteria } from "./given-criteria.ts";
import { openFile } from "./read-file.ts";
import { CommandRefused, type Terminal } from "./terminal.ts";

/** One case of a file: what it said, its course, and what the rules find in it. */
export interface TracedCase {
  readonly case: string;
  readonly therapist: string | null;
  readonly course: Course;
  /** All that was found, the most pressing first. */
  readonly signals: readonly Signal[];
  /** Those that matter before the next session. */
  readonly current: readonly Signal[];
  /** What needs attention, in order: as the web app says it, without what only a practice knows. */
  readonly attention: Attention;
  readonly times: CaseScores["times"];
}

export interface TracedFile {
  readonly cases: readonly TracedCase[];
  readonly ratings: Ratings;
}

/** Reads a file of ratings and traces each case in it. */
export async function traceFile(file: string, mapping: Mapping, terminal: Terminal): Promise<TracedFile> {
  const ratings = await readRatings(await openFile(file, terminal), mapping);
  const find = withCriteria(ratings.criteria);
  return { cases: ratings.kept.map((own) => traceCase(own, find)), ratings };
}

function traceCase(own: CaseScores, find: Find): TracedCase {
  const course = traced(own, find);
  const signals = detectAll(course);
  const { case: name, therapist, times } = own;
  return {
    case: name,
    therapist,
    course,
    signals,
    current: currentSignals(course, signals),
    attention: attentionOf(course, signals),
    times,
  };
}

function traced(own: CaseScores, find: Find): Course {
  const { scores, sessions, risks, ageBand } = own;
  try {
    const age = ageBand === undefined ? {} : { ageBand };
    return trace({ case: own.case, scores, sessions, risks, ...age }, find);
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandRefused(`The case ${own.case} cannot be traced: ${error.message}.`);
    throw error;
  }
}

import type { Course } from "@concord/course";
import type { RowProblem } from "../problem.ts";
import type { ReadSummary, SessionTime } from "../ratings.ts";

/** One case for programs. `Found` is whatever the room of signals yields. */
export interface CaseOutput<Found> {
  readonly case: string;
  readonly therapist: string | null;
  readonly course: Course;
  readonly signals: readonly Found[];
  readonly times: readonly SessionTime[];
}

/** What reading the file came to. */
export interface CasesTail {
  readonly problems: readonly RowProblem[];
  readonly summary: ReadSummary;
}

/**
 * `{"cases":[…],"problems":[…],"summary":{…}}`, piece by piece, one line for each case: what
 * `schema/course.schema.json` describes. Numbers keep all their digits; what is not a number cannot occur.
 */
export function* writeCases<Found>(cases: Iterable<CaseOutput<Found>>, tail: CasesTail): Iterable<string> {
  yield '{"cases":[';
  let first = true;
  for (const own of cases) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(own)}`;
    first = false;
  }
  yield `\n],"problems":${JSON.stringify(tail.problems)},"summary":${JSON.stringify(tail.summary)}}\n`;
}

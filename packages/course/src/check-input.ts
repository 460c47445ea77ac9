import type { TraceInput } from "./ask.ts";
import type { DatedScore } from "./course.ts";

/**
 * Throws on what no course can be traced from: whoever reads files turns such rows away earlier, with their
 * line. Sessions are numbered 1, 2, 3, …; 0 is an intake form before the first of them.
 */
export function checkInput(input: TraceInput): void {
  for (const score of input.scores) checkScore(score);
  const recorded = new Set<number>();
  for (const { session } of input.sessions ?? []) {
    checkSession(session);
    if (recorded.has(session)) {
      throw new RangeError(`trace requires one record for each session: two for session ${session}`);
    }
    recorded.add(session);
  }
  for (const { session } of input.risks ?? []) checkSession(session);
  const begun = new Set<number>();
  for (const { from } of input.phases ?? []) {
    checkSession(from);
    if (begun.has(from))
      throw new RangeError(`trace requires one phase to begin in a session: two in ${from}`);
    begun.add(from);
  }
  if (input.endingFrom !== undefined) checkSession(input.endingFrom);
}

function checkScore(score: DatedScore): void {
  checkSession(score.session);
  const { minimum, maximum, value } = score;
  if (!(Number.isFinite(minimum) && Number.isFinite(maximum) && minimum < maximum)) {
    throw new RangeError(
      `trace requires a range from low to high: ${minimum} to ${maximum}, ${named(score)}`,
    );
  }
  if (!(value >= minimum && value <= maximum)) {
    throw new RangeError(`trace requires scores from ${minimum} to ${maximum}: ${value}, ${named(score)}`);
  }
}

function checkSession(session: number): void {
  if (!(Number.isSafeInteger(session) && session >= 0)) {
    throw new RangeError(`trace requires session numbers 0, 1, 2, …: ${session}`);
  }
}

/** For error lines: which score is meant. */
export function named(score: DatedScore): string {
  return `${score.rater}'s ${score.instrument} ${score.scale} in session ${score.session}`;
}

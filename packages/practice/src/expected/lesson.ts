import {
  type Learnt,
  type LearntResponse,
  type LineOfCase,
  learnExpected,
  learnResponse,
  type OutcomeLine,
} from "@concord/course";

/** What a practice's cases have to teach: lines of the alliance and of outcome measures. */
export interface Lesson {
  readonly lines: readonly LineOfCase[];
  readonly outcomes: readonly OutcomeLine[];
  readonly learntOn: string;
}

/** What became of each form: learnt, or why not. */
export interface Lessons {
  readonly expected: readonly Learnt[];
  readonly responses: readonly LearntResponse[];
}

/** Returns the expected course of each alliance form, and the expected response of each outcome measure. */
export function learn({ lines, outcomes, learntOn }: Lesson): Lessons {
  return { expected: learnExpected(lines, learntOn), responses: learnResponse(outcomes, learntOn) };
}

import {
  type Learnt,
  type LearntResponse,
  type LineOfCase,
  learnExpected,
  learnReadiness,
  learnResponse,
  type OutcomeLine,
  type ReadinessCase,
  type ReadinessModel,
} from "@concord/course";

/** What a practice's cases have to teach: lines of the alliance and of outcome measures. */
export interface Lesson {
  readonly lines: readonly LineOfCase[];
  readonly outcomes: readonly OutcomeLine[];
  readonly cases: readonly ReadinessCase[];
  readonly learntOn: string;
}

/** What became of each form: learnt, or why not. */
export interface Lessons {
  readonly expected: readonly Learnt[];
  readonly responses: readonly LearntResponse[];
  readonly readiness: ReadinessModel | { readonly kind: "too-few"; readonly clients: number };
}

/**
 * Returns the expected course of each alliance form, the expected response of each outcome measure and what readiness at
 * intake says of both.
 */
export function learn({ lines, outcomes, cases, learntOn }: Lesson): Lessons {
  return {
    expected: learnExpected(lines, learntOn),
    responses: learnResponse(outcomes, learntOn),
    readiness: learnReadiness(cases, learntOn),
  };
}

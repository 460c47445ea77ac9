import type { Text } from "@concord/messages";
import type { Strategy } from "../attachment/strategy.ts";
import type { Course, Phase, Series } from "../course.ts";
import { type DistanceScale, distancePlan, type PlanStep, stepOf } from "./plan.ts";

/** One scale of the distance form over time, 0–100 of the range as answered. */
export interface DistanceLine {
  readonly scale: DistanceScale;
  readonly points: readonly { readonly session: number; readonly percent: number }[];
  /** Latest minus the form before; null with one form. */
  readonly moved: number | null;
  /** A step below this may be nothing but the error of the form. */
  readonly step: number;
  /** Where that step comes from: a source of the catalogue, or a message. */
  readonly stepBasis: Text;
}

/** What the measured distance says to the plan. */
export type DistanceAnswer =
  | { readonly kind: "not-measured" }
  | { readonly kind: "once"; readonly session: number }
  | {
      readonly kind: "slow" | "go-on" | "both-ways" | "no-clear-move";
      readonly session: number;
      readonly before: number;
    };

export interface DistanceReading {
  readonly lines: readonly DistanceLine[];
  readonly phase: Phase | null;
  /** Null without a named strategy: without one there is no direction to go. */
  readonly step: PlanStep | null;
  /** The whole way for this strategy, for a picture of it. */
  readonly way: readonly PlanStep[];
  readonly answer: DistanceAnswer;
  /** Latest answers past the middle of "too close" or "too distant": said whatever the plan. */
  readonly felt: readonly ("too-close" | "too-distant")[];
}

/** A tenth of the range where the form has no criterion of its own; a choice of Concord's. */
const usualStep = 10;

const scales: readonly DistanceScale[] = [
  "too-close",
  "too-distant",
  "growing-autonomy",
  "growing-engagement",
];

/**
 * Does the measured distance go the way the plan would have it?
 *
 * The latest form against the one before, on the two scales that the plan names for this strategy and phase: one
 * that says slower, one that says on. A move counts from the form's criterion of reliable change, or from a tenth
 * of the range where it has none.
 */
export function readDistance(course: Course, strategy: Strategy | null): DistanceReading {
  const lines = scales.flatMap((scale) => lineOf(course, scale));
  const phase = course.phases.at(-1) ?? null;
  const step = strategy === null || phase === null ? null : stepOf(strategy, phase.name);
  return {
    lines,
    phase,
    step,
    way: strategy === null ? [] : distancePlan[strategy],
    answer: answerOf(lines, step),
    felt: (["too-close", "too-distant"] as const).filter((scale) => {
      const latest = lines.find((line) => line.scale === scale)?.points.at(-1);
      return latest !== undefined && latest.percent > 50;
    }),
  };
}

function lineOf(course: Course, scale: DistanceScale): readonly DistanceLine[] {
  const series = course.series.find(
    (each) => each.construct === "distance" && each.rater === "client" && each.scale === scale,
  );
  if (series === undefined) return [];
  const points = series.points.map(({ session, value }) => ({ session, percent: share(series, value) }));
  const now = points.at(-1);
  const before = points.at(-2);
  return [
    {
      scale,
      points,
      moved: now === undefined || before === undefined ? null : now.percent - before.percent,
      step: series.reliable?.percent ?? usualStep,
      stepBasis: series.reliable?.basis ?? { id: "relationship.distance.step-basis", values: {} },
    },
  ];
}

function answerOf(lines: readonly DistanceLine[], step: PlanStep | null): DistanceAnswer {
  const points = lines[0]?.points ?? [];
  const [before, now] = [points.at(-2), points.at(-1)];
  if (now === undefined) return { kind: "not-measured" };
  if (before === undefined) return { kind: "once", session: now.session };
  const rose = (scale: DistanceScale | null) => {
    const line = lines.find((each) => each.scale === scale);
    return line !== undefined && line.moved !== null && line.moved >= line.step;
  };
  const slow = rose(step?.slowDownScale ?? null);
  const on = rose(step?.progressScale ?? null);
  const kind = slow && on ? "both-ways" : slow ? "slow" : on ? "go-on" : "no-clear-move";
  return { kind, session: now.session, before: before.session };
}

function share({ minimum, maximum }: Series, value: number): number {
  return (100 * (value - minimum)) / (maximum - minimum);
}

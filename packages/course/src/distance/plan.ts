import type { StaffMessage } from "@concord/messages";
import type { Strategy } from "../attachment/strategy.ts";
import type { PhaseName } from "../course.ts";

export type DistanceScale = "too-close" | "too-distant" | "growing-autonomy" | "growing-engagement";

/** What the therapist would do with distance. `take-up`: the distance is not the matter, what is unsaid is. */
export type Aim = "begin-closer" | "begin-farther" | "increase" | "decrease" | "steady" | "take-up";

/** One field of the plan: a strategy in a phase. */
export interface PlanStep {
  readonly phase: PhaseName;
  readonly aim: Aim;
  /** In a few words, for a chart. */
  readonly short: StaffMessage;
  readonly message: StaffMessage;
  /** Rising: go slower. */
  readonly slowDownScale: DistanceScale | null;
  /** Rising: it carries, go on. */
  readonly progressScale: DistanceScale | null;
}

/**
 * The model of therapeutic distance by strategy and phase, in our own words.
 *
 * Daly KD, Mallinckrodt B (2009), from interviews with twelve experts, doi 10.1037/a0016695; the test of it by
 * Mallinckrodt, Choi and Daly (2015), doi 10.1080/10503307.2014.928755, bears out one half.
 */
export const distancePlan: Readonly<Record<Strategy, readonly PlanStep[]>> = {
  hyperactivating: [
    {
      phase: "engagement",
      aim: "begin-closer",
      short: { id: "relationship.distance-step.hyperactivating-engagement", values: {} },
      message: { id: "guidance.plan.hyperactivating-engagement", values: {} },
      slowDownScale: "too-distant",
      progressScale: null,
    },
    {
      phase: "working-through",
      aim: "increase",
      short: { id: "relationship.distance-step.hyperactivating-working", values: {} },
      message: { id: "guidance.plan.hyperactivating-working", values: {} },
      slowDownScale: "too-distant",
      progressScale: "growing-autonomy",
    },
    {
      phase: "termination",
      aim: "increase",
      short: { id: "relationship.distance-step.hyperactivating-ending", values: {} },
      message: { id: "guidance.plan.hyperactivating-ending", values: {} },
      slowDownScale: "too-distant",
      progressScale: "growing-autonomy",
    },
  ],
  deactivating: [
    {
      phase: "engagement",
      aim: "begin-farther",
      short: { id: "relationship.distance-step.deactivating-engagement", values: {} },
      message: { id: "guidance.plan.deactivating-engagement", values: {} },
      slowDownScale: "too-close",
      progressScale: null,
    },
    {
      phase: "working-through",
      aim: "decrease",
      short: { id: "relationship.distance-step.deactivating-working", values: {} },
      message: { id: "guidance.plan.deactivating-working", values: {} },
      slowDownScale: "too-close",
      progressScale: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "decrease",
      short: { id: "relationship.distance-step.deactivating-ending", values: {} },
      message: { id: "guidance.plan.deactivating-ending", values: {} },
      slowDownScale: "too-close",
      progressScale: "growing-engagement",
    },
  ],
  fearful: [
    {
      phase: "engagement",
      aim: "steady",
      short: { id: "relationship.distance-step.fearful-engagement", values: {} },
      message: { id: "guidance.plan.fearful-engagement", values: {} },
      slowDownScale: "too-close",
      progressScale: null,
    },
    {
      phase: "working-through",
      aim: "steady",
      short: { id: "relationship.distance-step.fearful-working", values: {} },
      message: { id: "guidance.plan.fearful-working", values: {} },
      slowDownScale: "too-close",
      progressScale: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "steady",
      short: { id: "relationship.distance-step.fearful-ending", values: {} },
      message: { id: "guidance.plan.fearful-ending", values: {} },
      slowDownScale: "too-distant",
      progressScale: "growing-autonomy",
    },
  ],
  secure: [
    {
      phase: "engagement",
      aim: "steady",
      short: { id: "relationship.distance-step.secure-engagement", values: {} },
      message: { id: "guidance.plan.secure-engagement", values: {} },
      slowDownScale: null,
      progressScale: null,
    },
    {
      phase: "working-through",
      aim: "steady",
      short: { id: "relationship.distance-step.secure-working", values: {} },
      message: { id: "guidance.plan.secure-working", values: {} },
      slowDownScale: null,
      progressScale: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "steady",
      short: { id: "relationship.distance-step.secure-ending", values: {} },
      message: { id: "guidance.plan.secure-ending", values: {} },
      slowDownScale: null,
      progressScale: "growing-autonomy",
    },
  ],
};

/** Said where the security looks like more than it is, in place of comfort. */
export const pseudoSecureStep: Omit<PlanStep, "phase"> = {
  aim: "take-up",
  short: { id: "relationship.distance-step.unsaid", values: {} },
  message: { id: "guidance.plan.unsaid", values: {} },
  slowDownScale: null,
  progressScale: null,
};

/** How strong the evidence for the model is: shown with the plan. */
export const distanceStanding = {
  grade: "C",
  message: { id: "relationship.distance.evidence", values: {} },
  /** What one study with 47 clients at mid-therapy and 34 at the end found, and one with observers. */
  findings: [
    { id: "relationship.distance.finding.experience", values: {} },
    { id: "relationship.distance.finding.engagement", values: {} },
    { id: "relationship.distance.finding.autonomy", values: {} },
    { id: "relationship.distance.finding.observers", values: {} },
  ],
  claims: ["distance-model-half-supported"],
} as const satisfies {
  readonly grade: string;
  readonly message: StaffMessage;
  readonly findings: readonly StaffMessage[];
  readonly claims: readonly string[];
};

/** The field of the plan for a strategy in a phase. */
export function stepOf(strategy: Strategy, phase: PhaseName): PlanStep {
  const step = distancePlan[strategy].find((each) => each.phase === phase);
  if (step === undefined) throw new RangeError(`stepOf requires a phase of the plan: ${phase}`);
  return step;
}

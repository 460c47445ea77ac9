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
  readonly short: string;
  readonly sentence: string;
  /** Rising: go slower. */
  readonly slowBy: DistanceScale | null;
  /** Rising: it carries, go on. */
  readonly goOnBy: DistanceScale | null;
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
      short: "begin closer than is comfortable",
      sentence:
        "Begin a little closer than is comfortable: answer, give structure, say plainly when you can be " +
        "reached and when not, and name the fear of losing you. Not every wish has to be met.",
      slowBy: "too-distant",
      goOnBy: null,
    },
    {
      phase: "working-through",
      aim: "increase",
      short: "step back, bit by bit",
      sentence:
        "Step back bit by bit, as far as frustration can be borne: wait before you help, ask for their own " +
        "answer first, fewer contacts between sessions, and mark what they managed.",
      slowBy: "too-distant",
      goOnBy: "growing-autonomy",
    },
    {
      phase: "termination",
      aim: "increase",
      short: "announce early, space out",
      sentence:
        "Announce the end early and space the sessions. Distress and testing may rise once more; point to " +
        "the people around them, to what they can do alone, and to a door that stays open.",
      slowBy: "too-distant",
      goOnBy: "growing-autonomy",
    },
  ],
  deactivating: [
    {
      phase: "engagement",
      aim: "begin-farther",
      short: "begin farther than instinct says",
      sentence:
        "Begin farther away than your instinct says: their pace, the task and its reason first, little " +
        "feeling asked for. Do not run after them.",
      slowBy: "too-close",
      goOnBy: null,
    },
    {
      phase: "working-through",
      aim: "decrease",
      short: "come nearer, bit by bit",
      sentence:
        "Decrease distance gradually, as far as the client’s anxiety allows. Comment briefly on what is happening " +
        "here and now, invite small amounts of emotion, and gently point out when they pull away. Sometimes say that " +
        "something they said moved you.",
      slowBy: "too-close",
      goOnBy: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "decrease",
      short: "stay with the parting",
      sentence:
        "The risk is a sudden leaving, or that it was fine. Ask what the ending is like, guard against a " +
        "stop that only one of you decides, and name what was dared here.",
      slowBy: "too-close",
      goOnBy: "growing-engagement",
    },
  ],
  fearful: [
    {
      phase: "engagement",
      aim: "steady",
      short: "predictable, with a choice",
      sentence: "Both pulls at once. Be predictable, and leave the choice with them.",
      slowBy: "too-close",
      goOnBy: null,
    },
    {
      phase: "working-through",
      aim: "steady",
      short: "tiny steps, near and far in turn",
      sentence:
        "Tiny steps; nearness and room to breathe in turn. Watch for quick swings from session to session.",
      slowBy: "too-close",
      goOnBy: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "steady",
      short: "plan well ahead, in writing",
      sentence: "Plan the end well ahead, and put the plan in writing.",
      slowBy: "too-distant",
      goOnBy: "growing-autonomy",
    },
  ],
  secure: [
    {
      phase: "engagement",
      aim: "steady",
      short: "ordinary working together",
      sentence: "Ordinary working together; distance is not the question.",
      slowBy: null,
      goOnBy: null,
    },
    {
      phase: "working-through",
      aim: "steady",
      short: "explore; look at depth",
      sentence: "Room to explore. See whether the sessions go deep enough for what they came for.",
      slowBy: null,
      goOnBy: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "steady",
      short: "look back, and make it last",
      sentence: "Look back together, and see what will make it last.",
      slowBy: null,
      goOnBy: "growing-autonomy",
    },
  ],
};

/** Said where the security looks like more than it is, in place of comfort. */
export const pseudoSecureStep: Omit<PlanStep, "phase"> = {
  aim: "take-up",
  short: "ask what is not said",
  sentence:
    "Do not let the best marks set your mind at rest. Invite disagreement, and ask what is not being said.",
  slowBy: null,
  goOnBy: null,
};

/** How far the model may be trusted, said wherever the plan is shown. */
export const distanceStanding = {
  grade: "C",
  words: "Expert consensus, with preliminary evidence",
  /** What one study with 47 clients at mid-therapy and 34 at the end found, and one with observers. */
  findings: [
    "Avoidant clients did feel their therapist too close, and anxious clients too distant.",
    "Avoidant clients grew more engaged where they had become securely attached to the therapist.",
    "Anxious clients did not grow more autonomous, as the model says they would.",
    "Rated by observers, the client’s anxiety made no difference to distance; the therapist’s own avoidance did.",
  ],
  claims: ["distance-model-half-supported"],
} as const;

/** The field of the plan for a strategy in a phase. */
export function stepOf(strategy: Strategy, phase: PhaseName): PlanStep {
  const step = distancePlan[strategy].find((each) => each.phase === phase);
  if (step === undefined) throw new RangeError(`stepOf requires a phase of the plan: ${phase}`);
  return step;
}

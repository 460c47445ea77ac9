import { distancePlan, type PhaseName, type Strategy } from "@concord/course";
import { attachmentAndAlliance, distanceModel } from "./basis.ts";
import type { Card } from "./card.ts";

const asks: Readonly<Record<Exclude<Strategy, "secure">, readonly string[]>> = {
  hyperactivating: [
    "What would help you to get through the week, and whom could you turn to besides me?",
    "When I waited with an answer just now, how was that for you?",
  ],
  deactivating: [
    "Is the pace all right for you, or would you like more room?",
    "How was it to tell me that?",
  ],
  fearful: ["What should I not spring on you?", "Would you rather stay with this, or come back to it later?"],
};

const ownParts: Readonly<Record<Exclude<Strategy, "secure">, string>> = {
  hyperactivating: "When did I help because I could not bear the waiting?",
  deactivating: "Where did I draw back because I felt kept away?",
  fearful: "Was I today as I was last time: could I be counted on?",
};

const titles: Readonly<Record<Exclude<Strategy, "secure">, string>> = {
  hyperactivating: "Someone who fears to be left",
  deactivating: "Someone who keeps a distance",
  fearful: "Someone who wants and fears closeness",
};

const phaseWords: Readonly<Record<PhaseName, string>> = {
  engagement: "at the beginning",
  "working-through": "in the middle",
  termination: "towards the end",
};

/** One card for each strategy and phase; what to do with distance is the plan's, word for word. */
export const distanceCards: readonly Card[] = (
  ["hyperactivating", "deactivating", "fearful"] as const
).flatMap((strategy) =>
  distancePlan[strategy].map(
    (step): Card => ({
      id: `${strategy}-${step.phase}`,
      version: "1.0.0",
      title: `${titles[strategy]}, ${phaseWords[step.phase]}`,
      concern: "alliance",
      when: { situations: [`strategy-${strategy}-${step.phase}`] },
      think: step.sentence,
      ask: asks[strategy],
      ownPart: ownParts[strategy],
      together: null,
      grade: "C",
      basis: [distanceModel, attachmentAndAlliance],
      because: ["distance-model-half-supported", "insecure-attachment-lowers-alliance"],
      concepts: ["attachment-dependence"],
    }),
  ),
);

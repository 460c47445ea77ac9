import { distancePlan } from "@concord/course";
import { attachmentAndAlliance, distanceModel } from "./basis.ts";
import { type Card, say } from "./card.ts";

/** Phases as messages name them. */
const phases = { engagement: "engagement", "working-through": "working", termination: "ending" } as const;

/** One card for each strategy and phase; what to do with distance is the plan's. */
export const distanceCards: readonly Card[] = (
  ["hyperactivating", "deactivating", "fearful"] as const
).flatMap((strategy) =>
  distancePlan[strategy].map(
    (step): Card => ({
      id: `${strategy}-${step.phase}`,
      version: "1.0.0",
      title: { id: "guidance.distance.title", values: { strategy, phase: phases[step.phase] } },
      concern: "alliance",
      when: { situations: [`strategy-${strategy}-${step.phase}`] },
      think: step.message,
      ask: [say(`guidance.distance.${strategy}.ask-1`), say(`guidance.distance.${strategy}.ask-2`)],
      ownPart: say(`guidance.distance.${strategy}.own-part`),
      together: null,
      grade: "C",
      basis: [distanceModel, attachmentAndAlliance],
      because: ["distance-model-half-supported", "insecure-attachment-lowers-alliance"],
      concepts: ["attachment-dependence"],
      pausedBy: ["safety", "outcome", "distance-felt"],
    }),
  ),
);

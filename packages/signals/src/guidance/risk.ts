import { selfHarmItem } from "../basis.ts";
import type { Card } from "./card.ts";

export const riskCards: readonly Card[] = [
  {
    id: "risk-answer",
    version: "1.0.0",
    title: "Safety comes first",
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent" },
    think:
      "One answer cannot tell a passing thought from a plan. Speak with the client, follow the local way " +
      "of assessing safety, and let a supervisor or colleague know.",
    ask: [
      "You marked that thoughts like these have been there: what were they like, and when?",
      "Is there something you have thought of doing?",
      "Who or what has kept you safe so far?",
    ],
    ownPart: "What in me could make it hard to ask about this plainly?",
    together: null,
    grade: "C",
    basis: [selfHarmItem],
    because: ["self-harm-item-needs-assessment"],
  },
];

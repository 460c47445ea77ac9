import { riskPractice, selfHarmItem } from "../basis.ts";
import type { Card } from "./card.ts";

/**
 * One card for each topic a risk item can ask about: the particular ones first, the general one for safety and for
 * signals that do not name a topic. To be reviewed by a clinician of the service.
 */
export const riskCards: readonly Card[] = [
  {
    id: "risk-suicide",
    version: "1.0.0",
    title: "Ask about suicide today",
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["suicide"] },
    think:
      "One answer cannot distinguish a passing thought from a plan. Speak with the client today, ask about suicide by " +
      "that word, follow your service’s procedure, and inform a supervisor or colleague. A later answer of “not at all” " +
      "is no reassurance.",
    ask: [
      "You marked that you have had such thoughts. Are you thinking about suicide?",
      "Have you thought about how you would do it, and do you have what you would need?",
      "What has kept you safe so far, and whom can you call when it gets worse?",
    ],
    ownPart: "What could make it hard for me to ask about suicide plainly?",
    together: null,
    grade: "B",
    basis: [selfHarmItem],
    because: ["self-harm-item-needs-assessment"],
  },
  {
    id: "risk-harm-to-others",
    version: "1.0.0",
    title: "Ask about harm to other people today",
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["harm-to-others"] },
    think:
      "Clarify who may be at risk, how soon, and what has happened before. Where a child may be at risk, follow child " +
      "protection rules. Follow your service’s procedure on warning others, and inform a supervisor or colleague.",
    ask: [
      "You marked that you have felt like hurting someone. Who is it about?",
      "Has it come to violence or threats before, and what helped you stop?",
      "Are there children or other people at home who may not be safe?",
    ],
    ownPart: "Do I feel threatened myself, and whom have I told?",
    together: null,
    grade: "C",
    basis: [riskPractice],
    because: [],
  },
  {
    id: "risk-substance",
    version: "1.0.0",
    title: "Ask about alcohol and drugs",
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["substance"] },
    think:
      "Clarify what is used, how much and how often, whether stopping suddenly would be dangerous, and whether driving, " +
      "children or suicide risk are involved. Consider a medical assessment.",
    ask: [
      "What do you drink or take in a usual week, and has it changed?",
      "What happens when you go a day without it?",
      "Do you ever drive, or look after children, after using?",
    ],
    ownPart: "Do I avoid this topic because I fear losing the contact?",
    together: null,
    grade: "C",
    basis: [riskPractice],
    because: [],
  },
  {
    id: "risk-answer",
    version: "2.0.0",
    title: "Ask about safety today",
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent" },
    think:
      "An answer about safety was at or above its threshold. Speak with the client today, clarify who may be in danger " +
      "(the client, a child, another person), follow your service’s procedure, and inform a supervisor or colleague.",
    ask: [
      "You marked that you do not feel safe. What is happening, and when did it last happen?",
      "Are you thinking about suicide, or about hurting yourself or someone else?",
      "Who or what has kept you safe so far?",
    ],
    ownPart: "What could make it hard for me to ask about this plainly?",
    together: null,
    grade: "C",
    basis: [riskPractice, selfHarmItem],
    because: ["self-harm-item-needs-assessment"],
  },
];

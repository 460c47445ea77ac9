import { riskPractice, selfHarmItem } from "../basis.ts";
import { type Card, say } from "./card.ts";

/**
 * One card for each topic a risk item can ask about: the particular ones first, the general one for safety and for
 * signals that do not name a topic. To be reviewed by a clinician of the service.
 */
export const riskCards: readonly Card[] = [
  {
    id: "risk-suicide",
    version: "1.0.0",
    title: say("guidance.card.risk-suicide.title"),
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["suicide"] },
    think: say("guidance.card.risk-suicide.think"),
    ask: [
      say("guidance.card.risk-suicide.ask-1"),
      say("guidance.card.risk-suicide.ask-2"),
      say("guidance.card.risk-suicide.ask-3"),
    ],
    ownPart: say("guidance.card.risk-suicide.own-part"),
    together: null,
    grade: "B",
    basis: [selfHarmItem],
    because: ["self-harm-item-needs-assessment"],
  },
  {
    id: "risk-harm-to-others",
    version: "1.0.0",
    title: say("guidance.card.risk-harm-to-others.title"),
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["harm-to-others"] },
    think: say("guidance.card.risk-harm-to-others.think"),
    ask: [
      say("guidance.card.risk-harm-to-others.ask-1"),
      say("guidance.card.risk-harm-to-others.ask-2"),
      say("guidance.card.risk-harm-to-others.ask-3"),
    ],
    ownPart: say("guidance.card.risk-harm-to-others.own-part"),
    together: null,
    grade: "C",
    basis: [riskPractice],
    because: [],
  },
  {
    id: "risk-substance",
    version: "1.0.0",
    title: say("guidance.card.risk-substance.title"),
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent", about: ["substance"] },
    think: say("guidance.card.risk-substance.think"),
    ask: [
      say("guidance.card.risk-substance.ask-1"),
      say("guidance.card.risk-substance.ask-2"),
      say("guidance.card.risk-substance.ask-3"),
    ],
    ownPart: say("guidance.card.risk-substance.own-part"),
    together: null,
    grade: "C",
    basis: [riskPractice],
    because: [],
  },
  {
    id: "risk-answer",
    version: "2.0.0",
    title: say("guidance.card.risk-answer.title"),
    concern: "risk",
    when: { kinds: ["risk"], least: "urgent" },
    think: say("guidance.card.risk-answer.think"),
    ask: [
      say("guidance.card.risk-answer.ask-1"),
      say("guidance.card.risk-answer.ask-2"),
      say("guidance.card.risk-answer.ask-3"),
    ],
    ownPart: say("guidance.card.risk-answer.own-part"),
    together: null,
    grade: "C",
    basis: [riskPractice, selfHarmItem],
    because: ["self-harm-item-needs-assessment"],
  },
];

import { feedbackHelps, weakAllianceDropout } from "../basis.ts";
import { invitedFeedback } from "./basis.ts";
import { type Card, say } from "./card.ts";

export const missingCards: readonly Card[] = [
  {
    id: "sessions-missed",
    version: "1.0.0",
    title: say("guidance.card.sessions-missed.title"),
    concern: "missing",
    when: { kinds: ["missing"], least: "note", scales: ["attendance"] },
    think: say("guidance.card.sessions-missed.think"),
    ask: [say("guidance.card.sessions-missed.ask-1")],
    ownPart: say("guidance.card.sessions-missed.own-part"),
    together: say("guidance.card.sessions-missed.together"),
    grade: "C",
    basis: [weakAllianceDropout],
    because: ["weak-alliance-precedes-dropout"],
  },
  {
    id: "own-form-missing",
    version: "1.0.0",
    title: say("guidance.card.own-form-missing.title"),
    concern: "missing",
    when: { kinds: ["missing"], least: "note", raters: ["therapist"] },
    think: say("guidance.card.own-form-missing.think"),
    ask: [],
    ownPart: say("guidance.card.own-form-missing.own-part"),
    together: null,
    grade: "C",
    basis: [feedbackHelps],
    because: ["progress-feedback-helps-a-little"],
  },
  {
    id: "forms-missing",
    version: "1.0.0",
    title: say("guidance.card.forms-missing.title"),
    concern: "missing",
    when: { kinds: ["missing"], least: "note" },
    think: say("guidance.card.forms-missing.think"),
    ask: [say("guidance.card.forms-missing.ask-1")],
    ownPart: say("guidance.card.forms-missing.own-part"),
    together: say("guidance.card.forms-missing.together"),
    grade: "C",
    basis: [feedbackHelps, invitedFeedback],
    because: ["progress-feedback-helps-a-little"],
  },
];

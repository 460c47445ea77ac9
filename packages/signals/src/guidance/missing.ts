import { feedbackHelps, weakAllianceDropout } from "../basis.ts";
import { invitedFeedback } from "./basis.ts";
import type { Card } from "./card.ts";

export const missingCards: readonly Card[] = [
  {
    id: "sessions-missed",
    version: "1.0.0",
    title: "They did not come",
    concern: "missing",
    when: { kinds: ["missing"], least: "note", scales: ["attendance"] },
    think:
      "There may be a plain reason: a shift, a bus, a sick child. It may also be a way of saying " +
      "something. A short word that they are welcome, without reproach, leaves both open.",
    ask: ["What got in the way, and is there something about our sessions that made it easier to stay away?"],
    ownPart: "What happened in the last session they came to?",
    together: "What would make it easier to come?",
    grade: "C",
    basis: [weakAllianceDropout],
    because: ["weak-alliance-precedes-dropout"],
  },
  {
    id: "own-form-missing",
    version: "1.0.0",
    title: "Your own form is missing",
    concern: "missing",
    when: { kinds: ["missing"], least: "note", raters: ["therapist"] },
    think: "Thirty seconds after the hour keep the two views side by side; it need not be exact.",
    ask: [],
    ownPart: "What makes it hard to rate this one?",
    together: null,
    grade: "C",
    basis: [feedbackHelps],
    because: ["progress-feedback-helps-a-little"],
  },
  {
    id: "forms-missing",
    version: "1.0.0",
    title: "The forms stay away",
    concern: "missing",
    when: { kinds: ["missing"], least: "note" },
    think:
      "A form may be a burden, may seem to lead nowhere, or may ask what is hard to put down. Showing " +
      "what becomes of the answers, and looking at them together, is the best invitation.",
    ask: ["How is it for you to fill in that form, and has it been of any use to you?"],
    ownPart: "When did I last look at the answers together with them?",
    together: "Are the questions of any use to us, and should we ask others?",
    grade: "C",
    basis: [feedbackHelps, invitedFeedback],
    because: ["progress-feedback-helps-a-little"],
  },
];

import { feedbackHelps } from "../basis.ts";
import { goalConsensus, supportTools } from "./basis.ts";
import { type Card, say } from "./card.ts";

/** Asked in turn where an outcome is worse than at first: motivation, then support, then what has happened. */
export const offTrackCards: readonly Card[] = [
  {
    id: "motivation",
    version: "1.0.0",
    title: say("guidance.card.motivation.title"),
    concern: "motivation",
    when: { situations: ["outcome-worse"] },
    think: say("guidance.card.motivation.think"),
    ask: [say("guidance.card.motivation.ask-1"), say("guidance.card.motivation.ask-2")],
    ownPart: say("guidance.card.motivation.own-part"),
    together: say("guidance.card.motivation.together"),
    grade: "C",
    basis: [supportTools, feedbackHelps, goalConsensus],
    because: ["progress-feedback-helps-a-little", "goal-consensus-and-collaboration-predict-outcome"],
  },
  {
    id: "support",
    version: "1.0.0",
    title: say("guidance.card.support.title"),
    concern: "support",
    when: { situations: ["outcome-worse"] },
    think: say("guidance.card.support.think"),
    ask: [say("guidance.card.support.ask-1"), say("guidance.card.support.ask-2")],
    ownPart: say("guidance.card.support.own-part"),
    together: say("guidance.card.support.together"),
    grade: "C",
    basis: [supportTools],
    because: ["progress-feedback-helps-a-little", "perfectionism-slows-engagement"],
  },
  {
    id: "life-events",
    version: "1.0.0",
    title: say("guidance.card.life-events.title"),
    concern: "events",
    when: { situations: ["outcome-worse"] },
    think: say("guidance.card.life-events.think"),
    ask: [say("guidance.card.life-events.ask-1")],
    ownPart: say("guidance.card.life-events.own-part"),
    together: say("guidance.card.life-events.together"),
    grade: "C",
    basis: [supportTools],
    because: ["progress-feedback-helps-a-little"],
  },
];

import { feedbackHelps } from "../basis.ts";
import { goalConsensus, supportTools } from "./basis.ts";
import type { Card } from "./card.ts";

/** Asked in turn where an outcome is worse than at first: motivation, then support, then what has happened. */
export const offTrackCards: readonly Card[] = [
  {
    id: "motivation",
    version: "1.0.0",
    title: "Is this still what they want?",
    concern: "motivation",
    when: { situations: ["outcome-worse"] },
    think:
      "Things are harder than at the beginning. Before anything new is tried it may help to hear whether change is " +
      "still wished for, and what would be lost by it.",
    ask: [
      "From nought to ten, how much do you want this to change now, and why not less?",
      "What would you have to give up if it did?",
    ],
    ownPart: "Do I want it more than they do?",
    together: "Is what we are working on still worth the effort?",
    grade: "C",
    basis: [supportTools, feedbackHelps, goalConsensus],
    because: ["progress-feedback-helps-a-little", "goal-consensus-and-collaboration-predict-outcome"],
  },
  {
    id: "support",
    version: "1.0.0",
    title: "Who else is there?",
    concern: "support",
    when: { situations: ["outcome-worse"] },
    think:
      "One hour a week carries more when someone is there in between. Draw the people around them; perhaps invite one.",
    ask: ["Who notices when it is bad?", "Is there someone we should ask to come along once?"],
    ownPart: "Have I become the only one they talk to?",
    together: "Who could help between our sessions?",
    grade: "C",
    basis: [supportTools],
    because: ["progress-feedback-helps-a-little", "perfectionism-slows-engagement"],
  },
  {
    id: "life-events",
    version: "1.0.0",
    title: "Has something happened?",
    concern: "events",
    when: { situations: ["outcome-worse"] },
    think:
      "Loss, debt, illness, a move: what weighs outside can undo what goes well inside. Sometimes practical help comes first.",
    ask: ["What has happened since we began that I do not know enough about?"],
    ownPart: "What have I treated as a symptom that was a fact?",
    together: "What outside of here should we take into account?",
    grade: "C",
    basis: [supportTools],
    because: ["progress-feedback-helps-a-little"],
  },
];

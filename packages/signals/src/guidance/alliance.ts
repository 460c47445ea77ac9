import {
  ceilingPractice,
  clientsReportFewer,
  recognisedRuptures,
  ruptureRepair,
  weakAllianceDropout,
} from "../basis.ts";
import { goalConsensus, invitedFeedback, ownPartOverlooked, ruptureManual, sharedReview } from "./basis.ts";
import type { Card } from "./card.ts";

const allKinds = [
  "rupture-reported",
  "observer",
  "drop",
  "control-chart",
  "expected-course",
  "ceiling",
] as const;

/** Of several that answer to one signal the first is shown: the more particular stand before the general. */
export const allianceCards: readonly Card[] = [
  {
    id: "perhaps-withdrawal",
    version: "1.0.0",
    title: "Perhaps someone is keeping back",
    concern: "alliance",
    when: { kinds: allKinds, least: "credible", hypothesis: "withdrawal" },
    think:
      "Something beside the rating hints at a client who says yes and goes quiet. It is a guess, and may be wrong. " +
      "An invitation to disagree, without pressing, shows that it can be borne here.",
    ask: [
      "I have been wondering whether there is something you would rather not say to me: is there?",
      "If you did not agree with me just now, how would I notice?",
    ],
    ownPart: "What did I do that made it easier to agree than to speak up?",
    together: "What would be hard to say here, and what would make it easier?",
    grade: "C",
    basis: [ruptureManual, ceilingPractice, ruptureRepair, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "ceiling-may-hide-withdrawal"],
    concepts: ["resistance", "therapeutic-bond"],
  },
  {
    id: "perhaps-confrontation",
    version: "1.0.0",
    title: "Perhaps someone is at odds with you",
    concern: "alliance",
    when: { kinds: allKinds, least: "credible", hypothesis: "confrontation" },
    think:
      "Closeness and agreement have both fallen. It is a guess, and may be wrong. Hearing the complaint out, without " +
      "defending and without giving back, comes before explaining; what hurts often lies under what angers.",
    ask: ["What have I got wrong?", "What did you need last time that you did not get from me?"],
    ownPart: "What was my part in it, said in one sentence without a but?",
    together: "What do we see differently at the moment?",
    grade: "C",
    basis: [ruptureManual, ruptureRepair, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "within-client-alliance-precedes-symptoms"],
    concepts: ["resistance", "transference"],
  },
  {
    id: "rupture-reported",
    version: "1.0.0",
    title: "Someone noticed tension",
    concern: "alliance",
    when: { kinds: ["rupture-reported", "observer"], least: "note" },
    think:
      "That it was said is a good sign. It may be enough to name the moment, hear how it was from the " +
      "other chair, own a part in it, and agree on one thing to do differently; then look at the next " +
      "rating.",
    ask: [
      "There was a moment last time that did not feel right: how was it for you?",
      "What did you wish I had noticed?",
      "What could we do differently if it comes up again?",
    ],
    ownPart: "What was my part in that moment, seen from their chair?",
    together: "Was there a moment between us that we should come back to?",
    grade: "B",
    basis: [ruptureRepair, clientsReportFewer, recognisedRuptures, ruptureManual, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "clients-report-fewer-ruptures-than-therapists"],
    concepts: ["therapeutic-bond"],
  },
  {
    id: "drop-in-goals",
    version: "1.0.0",
    title: "Are we still heading for the same thing?",
    concern: "alliance",
    when: { kinds: ["drop", "expected-course"], least: "credible", parts: ["goals"] },
    think:
      "Most of the fall is in goals. Life may have moved on, or the goal may have been more yours than " +
      "theirs. It can help to hear the goal again in the client's own words.",
    ask: [
      "If this hour were worth your while, what would be different after it?",
      "What matters most to you now: still what we began with?",
    ],
    ownPart: "Which goal am I holding on to, and for whom?",
    together: "What do we want this therapy to be for, as things stand today?",
    grade: "C",
    basis: [goalConsensus, ruptureRepair, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "within-client-alliance-precedes-symptoms"],
  },
  {
    id: "drop-in-tasks",
    version: "1.0.0",
    title: "Does what we do still make sense?",
    concern: "alliance",
    when: { kinds: ["drop", "expected-course"], least: "credible", parts: ["tasks"] },
    think:
      "Most of the fall is in the ways of working. The reason for a task may have got lost, or the task " +
      "may ask too much or too little. Saying again why, or changing it, is often all it takes.",
    ask: [
      "What of the things we do helps, and what could we leave?",
      "Is there a way of working that would suit you better?",
    ],
    ownPart: "Did I explain why, and did I look whether it arrived?",
    together: "Which of the things we do is of use, and which is not?",
    grade: "C",
    basis: [goalConsensus, ruptureRepair, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "within-client-alliance-precedes-symptoms"],
  },
  {
    id: "drop-in-bond",
    version: "1.0.0",
    title: "How are the two of us?",
    concern: "alliance",
    when: { kinds: ["drop", "expected-course"], least: "credible", parts: ["bond"] },
    think:
      "Most of the fall is in the bond. A client may have felt hurried, misread or alone for a moment. " +
      "Slowing down and speaking about how it is between you may do more than a new technique.",
    ask: ["How was it to be here with me last time?", "Was there a moment when I seemed far away?"],
    ownPart: "What was my part: where was I with my attention, and what did I not want to hear?",
    together: "How is it between us at the moment?",
    grade: "C",
    basis: [ruptureManual, ruptureRepair, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "within-client-alliance-precedes-symptoms"],
    concepts: ["therapeutic-bond"],
  },
  {
    id: "therapist-side-drop",
    version: "1.0.0",
    title: "Your own view has darkened",
    concern: "alliance",
    when: { kinds: ["drop", "control-chart", "expected-course"], least: "credible", raters: ["therapist"] },
    think:
      "This is your own rating. It may have seen something before the client's form does, or it may say " +
      "more about a hard week. Set it beside the client's.",
    ask: ["How have the last two sessions been for you, compared with before?"],
    ownPart: "What was going on in me when I rated, and what would a colleague have seen?",
    together: null,
    grade: "C",
    basis: [recognisedRuptures, ownPartOverlooked],
    because: ["clients-report-fewer-ruptures-than-therapists"],
  },
  {
    id: "drop",
    version: "1.0.0",
    title: "Something may have changed between the two of you",
    concern: "alliance",
    when: { kinds: ["drop", "control-chart", "expected-course"], least: "credible" },
    think:
      "A fall of this size is seldom chance alone, but the figure cannot say what it is about. Looking at " +
      "it together and asking comes before any explanation.",
    ask: [
      "Your rating was lower than before: what would you like me to know about it?",
      "What would have made last session better for you?",
    ],
    ownPart: "What was my part in the last two sessions?",
    together: "What was different in the last sessions, and what would help next time?",
    grade: "C",
    basis: [ruptureRepair, sharedReview, ruptureManual, ownPartOverlooked],
    because: ["rupture-repair-relates-to-outcome", "within-client-alliance-precedes-symptoms"],
  },
  {
    id: "low-start",
    version: "1.0.0",
    title: "A low start leaves room",
    concern: "alliance",
    when: { kinds: ["low-start"], least: "note" },
    think:
      "First ratings are often lower and rise. While it stays low it may help to ask early what they had " +
      "hoped for, and to say that honest marks are welcome here.",
    ask: [
      "What had you hoped would happen here, and what has not happened yet?",
      "What would make you glad to come next time?",
    ],
    ownPart: "How did I begin: whose pace, whose words, whose plan?",
    together: "What should be different so that this becomes more yours?",
    grade: "B",
    basis: [weakAllianceDropout, invitedFeedback],
    because: ["weak-alliance-precedes-dropout", "alliance-predicts-outcome-adult"],
    concepts: ["therapeutic-bond"],
  },
  {
    id: "ceiling",
    version: "1.0.0",
    title: "Nothing but the best marks",
    concern: "alliance",
    when: { kinds: ["ceiling"], least: "note" },
    think:
      "It may be just as good as it says. It may also be hard to say anything else to someone one depends " +
      "on. Perfect marks cannot show a worsening; an invitation to disagree can.",
    ask: [
      "What would make a very good session even better?",
      "If something did bother you here, how would I notice?",
    ],
    ownPart: "What do I do that makes it easy, or hard, to disagree with me?",
    together: "What have we not spoken about yet?",
    grade: "C",
    basis: [ceilingPractice, ruptureManual],
    because: ["ceiling-may-hide-withdrawal"],
  },
  {
    id: "small-drop",
    version: "1.0.0",
    title: "A small step down",
    concern: "alliance",
    when: { kinds: ["drop", "control-chart"], least: "note", raters: ["client", "caregiver"] },
    think: "Steps of this size come and go. A light question keeps the door open, and costs little.",
    ask: ["How was last time for you?"],
    ownPart: "Is there something I noticed and let pass?",
    together: "What was good last time, and what could be a little better?",
    grade: "C",
    basis: [sharedReview],
    because: ["session-drop-thresholds-are-provisional"],
  },
];

import {
  allianceOutcomeAdult,
  childReports,
  clientsReportFewer,
  recognisedRuptures,
  ruptureRepair,
  therapistsRateLower,
  weakAllianceDropout,
} from "../basis.ts";
import {
  adolescentsOwn,
  anxiousTherapists,
  endingPractice,
  invitedFeedback,
  moderatePerfectionism,
  ownPartOverlooked,
  perfectionismAndEngagement,
  pseudoSecureConjecture,
} from "./basis.ts";
import type { Card } from "./card.ts";

/** Cards for situations between two people: no rating fell, and there is something to think about all the same. */
export const relationshipCards: readonly Card[] = [
  {
    id: "missed-by-therapist",
    version: "1.0.0",
    title: "They noticed something you did not",
    concern: "alliance",
    when: { situations: ["missed-by-therapist"] },
    think:
      "Such differences are common and say nothing against you. It may have been small from your chair and large from " +
      "theirs. That they wrote it down is a way of telling you.",
    ask: ["You wrote that something felt tense last time. I had not seen it: would you tell me?"],
    ownPart: "What was I busy with in that session, so that it could pass me by?",
    together: "Was there a moment that only one of us noticed?",
    grade: "B",
    basis: [recognisedRuptures, clientsReportFewer, ruptureRepair],
    because: ["clients-report-fewer-ruptures-than-therapists", "rupture-repair-relates-to-outcome"],
    concepts: ["countertransference", "therapeutic-bond"],
  },
  {
    id: "no-early-bond",
    version: "1.0.0",
    title: "You are not close yet",
    concern: "alliance",
    when: { situations: ["no-early-bond"] },
    think:
      "After a few sessions the bond is still rated low. Some need longer, and some need less closeness than one " +
      "would think. It may help to slow down, and to ask how it is to sit here with you.",
    ask: [
      "How is it for you to be here with me?",
      "With whom do you find it easy to talk, and what do they do?",
    ],
    ownPart: "Do I like them, and what in me keeps a distance?",
    together: "What would make it easier to talk here?",
    grade: "B",
    basis: [weakAllianceDropout, invitedFeedback],
    because: ["weak-alliance-precedes-dropout", "alliance-predicts-outcome-adult"],
    concepts: ["therapeutic-bond"],
  },
  {
    id: "therapist-rates-lower",
    version: "1.0.0",
    title: "You see it darker than your client does",
    concern: "alliance",
    when: { situations: ["therapist-rates-lower"] },
    think:
      "Most therapists rate the alliance somewhat lower than their clients do. A large difference may be something you " +
      "notice and they do not; it may also be your own worry. Whether such a difference affects outcome is not settled.",
    ask: ["How do you think we are getting along? I sometimes see it more critically than you do."],
    ownPart: "Is it this client, or is it how I tend to see myself with those I am close to?",
    together: "Where do we see our work differently?",
    grade: "A",
    basis: [therapistsRateLower, anxiousTherapists, recognisedRuptures],
    because: ["therapists-rate-the-alliance-lower", "therapist-anxiety-lowers-own-rating"],
    concepts: ["countertransference"],
  },
  {
    id: "therapist-rates-higher",
    version: "1.0.0",
    title: "You see it brighter than your client does",
    concern: "alliance",
    when: { situations: ["therapist-rates-higher"] },
    think:
      "This is less common: most therapists rate lower than their clients. What feels like good work to you may feel " +
      "different to the client. Both ratings are associated with outcome, so both are worth hearing.",
    ask: ["What is missing for you in our sessions?", "When do you feel I do not quite get it?"],
    ownPart: "Which sign have I been reading as a good one?",
    together: "Where do we see our work differently?",
    grade: "C",
    basis: [allianceOutcomeAdult, therapistsRateLower, recognisedRuptures, ownPartOverlooked],
    because: ["therapists-rate-the-alliance-lower", "alliance-predicts-outcome-adult"],
  },
  {
    id: "pseudo-secure",
    version: "1.0.0",
    title: "Very close, and perhaps not quite free",
    concern: "alliance",
    when: { situations: ["pseudo-secure"] },
    think:
      "Trust is high, and so are signs of clinging or of little depth. It may be a safe place. It may also be that " +
      "nothing must come between you. Full marks are no reassurance here; a small disagreement that goes well is.",
    ask: ["What would you not dare to tell me?", "Where do you see something differently from me?"],
    ownPart: "What do I get from being so needed?",
    together: "What have we not spoken about yet?",
    grade: "C",
    basis: [pseudoSecureConjecture],
    because: ["secure-attachment-to-therapist-goes-with-alliance", "ceiling-may-hide-withdrawal"],
    concepts: ["attachment-dependence"],
  },
  {
    id: "perfectionism-high",
    version: "1.0.0",
    title: "Someone who asks much of themselves",
    concern: "alliance",
    when: { situations: ["perfectionism-high"] },
    think:
      "Clients like this often begin well and then put in less as it goes on, perhaps for fear of falling short here " +
      "too. Look whether their own part grows, ask after the people around them, and speak of the ending in good " +
      "time: it can feel like a verdict.",
    ask: ["Do you sometimes feel you have to be a good client?", "Who knows how hard you are on yourself?"],
    ownPart: "Do I, too, measure our sessions by what was achieved?",
    together: "What would be good enough for now?",
    grade: "B",
    basis: [perfectionismAndEngagement],
    because: ["perfectionism-slows-engagement"],
  },
  {
    id: "perfectionism-moderate",
    version: "1.0.0",
    title: "The first impression counts here",
    concern: "alliance",
    when: { situations: ["perfectionism-moderate"] },
    think:
      "With clients who ask somewhat much of themselves, feeling understood in the first sessions went with getting " +
      "better more than with others. It comes mostly from one study; it costs nothing to look.",
    ask: ["Do you feel I understand what it is like for you?"],
    ownPart: "Where was I quicker with advice than with understanding?",
    together: "What should the other know that has not been said yet?",
    grade: "B",
    basis: [moderatePerfectionism],
    because: ["conditions-matter-most-at-moderate-perfectionism", "rogerian-conditions-predict-outcome"],
  },
  {
    id: "child-alone",
    version: "1.0.0",
    title: "Read a child’s ratings beside others",
    concern: "alliance",
    when: { situations: ["child-alone"] },
    think:
      "Under eleven, a child’s own ratings did not agree with those of observers and therapists, although they predicted " +
      "outcome. Ask the caregiver, observe the child in the session, and use the ratings to start a conversation.",
    ask: [
      "Shall we draw how it is to come here?",
      "To the caregiver: how are they on the way here, and on the way home?",
    ],
    ownPart: "What did I see the child do that no form asks for?",
    together: null,
    grade: "B",
    basis: [childReports],
    because: ["alliance-predicts-outcome-youth"],
  },
  {
    id: "adolescent",
    version: "1.0.0",
    title: "Their view is the one that counts",
    concern: "motivation",
    when: { situations: ["adolescent"] },
    think:
      "Adolescents often come because others want it. Their own ratings are associated with outcome about as closely as " +
      "adults’ are. First explain the limits of confidentiality: what you are obliged to pass on, and to whom. Then let them " +
      "choose something.",
    ask: [
      "Whose idea was it to come, and what would make it yours?",
      "Apart from what I am obliged to pass on: what would you rather tell your parents yourself?",
    ],
    ownPart: "Whose side do I seem to be on?",
    together: "What is one thing you want out of this?",
    grade: "A",
    basis: [adolescentsOwn],
    because: ["adolescents-own-ratings-predict", "alliance-predicts-outcome-youth"],
  },
  {
    id: "ending-announced",
    version: "1.0.0",
    title: "The end is in sight",
    concern: "alliance",
    when: { situations: ["ending-announced"] },
    think:
      "Ratings may dip once more, or turn very good so that parting is easier. Both can be spoken of. What was " +
      "learnt, what stays open and who will be there afterwards are worth a session each.",
    ask: [
      "What will you miss, and what will you be glad to be rid of?",
      "What would you do if it got hard again?",
    ],
    ownPart: "How do I say goodbye, and what do I leave out?",
    together: "What do we want to have said before we stop?",
    grade: "C",
    basis: [endingPractice],
    because: [],
  },
];

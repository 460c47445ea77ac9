import type { Instrument } from "../../instrument.ts";
import { freeText, likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

const member = {
  ...ownForm,
  rater: "member",
  ageBands: ["adult", "adolescent"],
} as const;

export const cohesionMember = {
  ...member,
  id: "concord-cohesion-member",
  family: "concord-cohesion",
  title: "Concord group cohesion",
  shortTitle: "The group today",
  construct: "cohesion",
  about: "group",
  given: "each-session",
  items: [...sameItems(6, likert(1, 7), [4]), freeText(7)],
  scales: [meanScale({ id: "cohesion", title: "Cohesion", better: "higher" }, numbersTo(6))],
  secondsToComplete: 45,
  wordings: [
    {
      language: "en",
      title: "How was the group today?",
      instruction: "Think of the group as a whole, in the session you have just had.",
      items: worded(
        [
          "I have my place in this group.",
          "When one of us had a hard moment, the others were there.",
          "In this group I could say what I would not say elsewhere.",
          "I felt like a guest among the others today.",
          "We worked together on what we came for.",
          "We could also be of different minds.",
        ],
        howFar,
        "Is there anything you would like to say about today?",
      ),
    },
  ],
} as const satisfies Instrument;

/** Two questions for each scale, so that a true reaction to one person can be told from chance. */
export const roundRobinMember = {
  ...member,
  id: "concord-round-robin-member",
  family: "concord-round-robin",
  title: "Concord round robin: how members see each other",
  shortTitle: "Fellow members",
  construct: "group-perception",
  about: "each-member",
  given: "periodic",
  seenBy: "care-team",
  items: sameItems(4, likert(1, 7)),
  scales: [
    meanScale({ id: "closeness", title: "Closeness", better: "neither" }, [1, 2]),
    meanScale({ id: "influence", title: "Influence", better: "neither" }, [3, 4]),
  ],
  secondsToComplete: 25,
  wordings: [
    {
      language: "en",
      title: "The others in the group",
      instruction: "How do you see this person at present? Your first feeling is enough.",
      items: worded(
        [
          "I feel close to this person.",
          "I would miss this person in the group.",
          "What this person says changes how the group goes on.",
          "The others take their lead from this person.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

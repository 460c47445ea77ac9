import type { Instrument } from "../../instrument.ts";
import { freeText, likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** An alliance takes two who are ready for one. */
const readiness = {
  ...ownForm,
  family: "concord-readiness",
  construct: "readiness",
  given: "intake",
  scales: [meanScale({ id: "readiness", title: "Readiness", better: "higher" }, numbersTo(5))],
} as const;

export const readinessClient = {
  ...readiness,
  id: "concord-readiness-client",
  title: "Concord readiness for clients",
  shortTitle: "Before we start",
  rater: "client",
  about: "self",
  ageBands: ["adult", "adolescent"],
  items: [...sameItems(5, likert(1, 7), [4]), freeText(6)],
  secondsToComplete: 45,
  wordings: [
    {
      language: "en",
      title: "Before we start",
      instruction: "How do you come to this therapy? Mixed feelings are welcome here.",
      items: worded(
        [
          "I have a picture of what I would like to be different.",
          "I can imagine letting someone help me with it.",
          "I am willing to look at my own part in it.",
          "I am here because others want me to be, more than because I do.",
          "I think it can get better.",
        ],
        howFar,
        "What should your therapist know for a good start?",
      ),
    },
  ],
} as const satisfies Instrument;

export const readinessTherapist = {
  ...readiness,
  id: "concord-readiness-therapist",
  title: "Concord readiness for therapists",
  shortTitle: "Before we start, therapist",
  rater: "therapist",
  about: "client",
  ageBands: ["adult", "adolescent", "child"],
  items: sameItems(5, likert(1, 7), [4]),
  seenBy: "therapist-only",
  secondsToComplete: 30,
  wordings: [
    {
      language: "en",
      title: "Before you start with this client",
      instruction: "For yourself. How do you come to this therapy?",
      items: worded(
        [
          "I have found something in this client that I like.",
          "I have the room, in my week and in my head, for this client.",
          "What this client brings is something I know how to work with.",
          "Something in me holds back from this client.",
          "I think it can get better for this client.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

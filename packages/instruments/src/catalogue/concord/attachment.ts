import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

const wording = {
  language: "en",
  title: "Close to others",
  instruction:
    "Think of the people you are closest to: partner, family, good friends. Choose the number that comes closest to how it usually is.",
  items: worded(
    [
      "When someone close to me goes quiet, I soon ask myself what I have done.",
      "When I am hurt, I see to it that nobody notices.",
      "After a parting I am uneasy until I have heard from the other person.",
      "If someone wants to get very near, I find that I have a lot to do.",
      "A curt message from someone I love stays with me for hours.",
      "What weighs on me I carry better alone.",
      "After a quarrel I trust that we will find each other again.",
      "It does me good to lean on someone.",
    ],
    howFar,
  ),
} as const;

/** Two dimensions, about independent of each other; low on both is security. */
const attachment = {
  ...ownForm,
  family: "concord-attachment",
  construct: "attachment",
  about: "self",
  given: "intake",
  items: sameItems(8, likert(1, 7), [7, 8]),
  scales: [
    meanScale({ id: "anxiety", title: "Attachment anxiety", better: "lower" }, [1, 3, 5, 7]),
    meanScale({ id: "avoidance", title: "Attachment avoidance", better: "lower" }, [2, 4, 6, 8]),
  ],
  secondsToComplete: 60,
  wordings: [wording],
} as const;

export const attachmentClient = {
  ...attachment,
  id: "concord-attachment-client",
  title: "Concord attachment screen for clients",
  shortTitle: "Close to others",
  rater: "client",
  ageBands: ["adult", "adolescent"],
} as const satisfies Instrument;

/** A therapist's own: theirs alone to read. */
export const attachmentTherapist = {
  ...attachment,
  id: "concord-attachment-therapist",
  title: "Concord attachment screen for therapists, private",
  shortTitle: "Close to others, private",
  rater: "therapist",
  ageBands: ["adult"],
  seenBy: "therapist-only",
} as const satisfies Instrument;

import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

const depth = {
  ...ownForm,
  family: "concord-session-depth",
  construct: "session-depth",
  about: "session",
  ageBands: ["adult", "adolescent"],
  given: "each-session",
  items: sameItems(4, likert(1, 7), [3]),
  scales: [meanScale({ id: "depth", title: "Depth", better: "higher" }, [1, 2, 3, 4])],
} as const;

export const sessionDepthClient = {
  ...depth,
  id: "concord-session-depth-client",
  title: "Concord session depth for clients",
  shortTitle: "Session depth",
  rater: "client",
  secondsToComplete: 25,
  wordings: [
    {
      language: "en",
      title: "How far did today reach?",
      instruction: "Not every session has to go deep. Choose the number that comes closest.",
      items: worded(
        [
          "Today we came close to something that matters.",
          "I saw something about myself in a new light.",
          "We talked around what really moves me.",
          "Something from today will stay with me.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

export const sessionDepthTherapist = {
  ...depth,
  id: "concord-session-depth-therapist",
  title: "Concord session depth for therapists",
  shortTitle: "Session depth, therapist",
  rater: "therapist",
  secondsToComplete: 20,
  wordings: [
    {
      language: "en",
      title: "How far did the session reach?",
      instruction: "Answer for this session alone.",
      items: worded(
        [
          "We came close to something that matters.",
          "My client saw something about themselves in a new light.",
          "We talked around what really moves my client.",
          "Something from this session will stay with my client.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

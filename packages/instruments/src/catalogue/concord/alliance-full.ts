import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** Four questions a side, one of them turned round, so that a habit of agreeing shows. */
const full = {
  ...ownForm,
  family: "concord-alliance-full",
  construct: "alliance",
  about: "relationship",
  ageBands: ["adult"],
  given: "periodic",
  items: sameItems(12, likert(1, 7), [4, 8, 12]),
  scales: [
    meanScale({ id: "bond", title: "Bond", better: "higher" }, [1, 2, 3, 4]),
    meanScale({ id: "tasks", title: "Tasks", better: "higher" }, [5, 6, 7, 8]),
    meanScale({ id: "goals", title: "Goals", better: "higher" }, [9, 10, 11, 12]),
    meanScale({ id: "total", title: "Alliance", better: "higher" }, numbersTo(12)),
  ],
} as const;

export const allianceFullClient = {
  ...full,
  id: "concord-alliance-full-client",
  title: "Concord alliance, full form for clients",
  shortTitle: "Full form",
  rater: "client",
  secondsToComplete: 100,
  wordings: [
    {
      language: "en",
      title: "How are you and your therapist working together?",
      instruction: "Think of the last few weeks of therapy. Choose the number that comes closest.",
      items: worded(
        [
          "I can be myself with my therapist.",
          "There is warmth between my therapist and me.",
          "I can bring a hard subject to my therapist and know it is in good hands.",
          "I weigh my words, because I am not sure how my therapist takes me.",
          "I can see why we work in the way we do.",
          "I take an active part in what we do in the sessions.",
          "What we do in the sessions goes on working in me during the week.",
          "We spend time on things that do not get me anywhere.",
          "I could say in a few words what we are working towards.",
          "We are heading for the same thing.",
          "What we are working towards comes from me.",
          "My therapist has something else in mind for me than I do.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

export const allianceFullTherapist = {
  ...full,
  id: "concord-alliance-full-therapist",
  title: "Concord alliance, full form for therapists",
  shortTitle: "Full form, therapist",
  rater: "therapist",
  secondsToComplete: 90,
  wordings: [
    {
      language: "en",
      title: "How are you and this client working together?",
      instruction: "Think of the last few weeks with this client. Answer from your own side.",
      items: worded(
        [
          "My client can be themselves with me.",
          "There is warmth between us.",
          "My client can bring a hard subject to me and know it is in good hands.",
          "I weigh my words, because I am not sure how my client takes me.",
          "My client can see why we work in the way we do.",
          "My client takes an active part in what we do in the sessions.",
          "What we do in the sessions goes on working in my client during the week.",
          "We spend time on things that do not get my client anywhere.",
          "I could say in a few words what we are working towards.",
          "We are heading for the same thing.",
          "What we are working towards comes from my client.",
          "I have something else in mind for my client than they do.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

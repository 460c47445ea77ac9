import type { Instrument } from "../../instrument.ts";
import { freeText, likert, meanScale, sameItems } from "../building.ts";
import { type Anchors, ownForm, worded } from "./own-form.ts";

const inOwnWords: Anchors = { 1: "no", 2: "a little", 3: "half and half", 4: "mostly", 5: "yes, totally" };

/**
 * Made for 11 to 17: the three sides of the alliance, and beside them two that belong to work with adolescents,
 * being part of it oneself and a therapist who responds. The total holds the same six sides as the adult form.
 */
export const allianceSessionClientAdolescent = {
  ...ownForm,
  id: "concord-alliance-session-client-adolescent",
  family: "concord-alliance-session",
  title: "Concord alliance, session form for young people",
  shortTitle: "Session form, 11–17",
  construct: "alliance",
  rater: "client",
  about: "session",
  ageBands: ["adolescent"],
  given: "each-session",
  items: [...sameItems(10, likert(1, 5), [8]), freeText(11)],
  scales: [
    meanScale({ id: "bond", title: "Bond", better: "higher" }, [1, 2]),
    meanScale({ id: "tasks", title: "Tasks", better: "higher" }, [3, 4]),
    meanScale({ id: "goals", title: "Goals", better: "higher" }, [5, 6]),
    meanScale({ id: "involvement", title: "Involvement", better: "higher" }, [7, 8]),
    meanScale({ id: "responsiveness", title: "Therapist's responsiveness", better: "higher" }, [9, 10]),
    meanScale({ id: "total", title: "Alliance", better: "higher" }, [1, 2, 3, 4, 5, 6]),
  ],
  secondsToComplete: 55,
  wordings: [
    {
      language: "en",
      title: "How was it today?",
      instruction:
        "Just about today. Say it how it was for you, good or bad. Nothing here gets you into trouble.",
      items: worded(
        [
          "I could be real with my therapist today.",
          "I felt OK around my therapist today.",
          "I got why we did what we did today.",
          "The way we did things today worked for me.",
          "We talked about stuff that I care about.",
          "My therapist and I want the same thing to get better.",
          "I said what I actually think.",
          "I was just waiting for it to be over.",
          "My therapist noticed how I was doing today.",
          "When I needed something to be different, my therapist went with it.",
        ],
        inOwnWords,
        "Anything you want to say?",
      ),
    },
  ],
} as const satisfies Instrument;

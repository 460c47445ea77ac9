import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

export const socialNetworkClient = {
  ...ownForm,
  id: "concord-social-network-client",
  family: "concord-social-network",
  title: "Concord satisfaction with the social network",
  shortTitle: "The people around you",
  construct: "social-network",
  rater: "client",
  about: "self",
  ageBands: ["adult", "adolescent"],
  given: "periodic",
  items: sameItems(5, likert(1, 7), [4]),
  scales: [
    meanScale({ id: "satisfaction", title: "Satisfaction with the network", better: "higher" }, numbersTo(5)),
  ],
  secondsToComplete: 35,
  wordings: [
    {
      language: "en",
      title: "The people around you",
      instruction: "Family, friends, neighbours, colleagues: whoever counts for you. How is it at present?",
      items: worded(
        [
          "There is someone I could call at night.",
          "I see the people who count for me as often as I would like.",
          "With the people around me I can laugh.",
          "I feel alone, even among people.",
          "What I give and what I get are in balance.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

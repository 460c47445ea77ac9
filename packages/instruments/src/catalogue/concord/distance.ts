import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** How the client meets the therapist's distance: two ways it can be off, and two ways in which it grows. */
export const distanceClient = {
  ...ownForm,
  id: "concord-distance-client",
  family: "concord-distance",
  title: "Concord therapeutic distance for clients",
  shortTitle: "Closeness and distance",
  construct: "distance",
  rater: "client",
  about: "relationship",
  ageBands: ["adult"],
  given: "periodic",
  items: sameItems(12, likert(1, 7)),
  scales: [
    meanScale({ id: "too-close", title: "Too close", better: "lower" }, [1, 5, 9]),
    meanScale({ id: "too-distant", title: "Too distant", better: "lower" }, [2, 6, 10]),
    meanScale({ id: "growing-autonomy", title: "Growing autonomy", better: "higher" }, [3, 7, 11]),
    meanScale({ id: "growing-engagement", title: "Growing engagement", better: "higher" }, [4, 8, 12]),
  ],
  secondsToComplete: 80,
  wordings: [
    {
      language: "en",
      title: "How near, how far?",
      instruction:
        "People need different amounts of closeness, and not always the same. How is it for you now?",
      items: worded(
        [
          "My therapist comes nearer than I want just now.",
          "I would need more from my therapist than I get.",
          "I find answers by myself that I used to wait for my therapist to give.",
          "I let my therapist see more of me than I did at the start.",
          "My therapist wants me to open up faster than I can.",
          "My therapist feels out of reach to me.",
          "I can manage a longer gap between sessions than I used to.",
          "I have begun to tell my therapist things that I have kept to myself.",
          "After a session I need to get away from how close it was.",
          "My therapist keeps to the role when I would need the person.",
          "I hear my own voice more clearly in our talks than I used to.",
          "I feel drawn into the work, where I used to look on.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** Rogers's three conditions as the client meets them; the last question of each three is turned round. */
export const conditionsClient = {
  ...ownForm,
  id: "concord-conditions-client",
  family: "concord-conditions",
  title: "Concord therapeutic conditions for clients",
  shortTitle: "How your therapist is with you",
  construct: "conditions",
  rater: "client",
  about: "relationship",
  ageBands: ["adult", "adolescent"],
  given: "periodic",
  items: sameItems(9, likert(1, 7), [3, 6, 9]),
  scales: [
    meanScale({ id: "empathy", title: "Empathy", better: "higher" }, [1, 2, 3]),
    meanScale({ id: "congruence", title: "Congruence", better: "higher" }, [4, 5, 6]),
    meanScale({ id: "regard", title: "Regard", better: "higher" }, [7, 8, 9]),
    meanScale({ id: "total", title: "Conditions", better: "higher" }, numbersTo(9)),
  ],
  secondsToComplete: 60,
  wordings: [
    {
      language: "en",
      title: "How is your therapist with you?",
      instruction: "Think of the last few sessions. Choose the number that comes closest.",
      items: worded(
        [
          "My therapist grasps what I mean, even when I cannot find the words.",
          "My therapist has a sense of what things are like for me.",
          "My therapist hears the words but misses how it is for me.",
          "What my therapist says and how my therapist seems fit together.",
          "When I ask my therapist something directly, I get an honest answer.",
          "My therapist plays a part with me.",
          "My therapist is glad to work with me.",
          "I have a place with my therapist on bad days as much as on good ones.",
          "I get the feeling that my therapist thinks less of me for what I do.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

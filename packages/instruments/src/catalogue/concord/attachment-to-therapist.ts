import type { Instrument, Scale } from "../../instrument.ts";
import { likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

const before: readonly Scale[] = [
  meanScale({ id: "secure", title: "Secure", better: "higher" }, [1, 4, 7, 10]),
  meanScale({ id: "avoidant", title: "Avoidant", better: "lower" }, [2, 5, 8, 11]),
  meanScale({ id: "preoccupied", title: "Preoccupied", better: "lower" }, [3, 6, 9, 12]),
];

/**
 * The therapist as an attachment figure: a base to set out from, someone to be wary of, someone not to lose, and, since
 * 1.1.0, someone stronger and wiser.
 */
export const attachmentToTherapistClient = {
  ...ownForm,
  id: "concord-attachment-to-therapist-client",
  version: "1.1.0",
  family: "concord-attachment-to-therapist",
  title: "Concord attachment to the therapist",
  shortTitle: "You and your therapist",
  construct: "attachment-to-therapist",
  rater: "client",
  about: "relationship",
  ageBands: ["adult"],
  given: "periodic",
  items: sameItems(14, likert(1, 7)),
  scales: [
    ...before,
    meanScale({ id: "stronger-and-wiser", title: "Stronger and wiser", better: "neither" }, [13, 14]),
  ],
  earlier: [{ version: "1.0.0", items: sameItems(12, likert(1, 7)), scales: before, secondsToComplete: 80 }],
  secondsToComplete: 95,
  wordings: [
    {
      language: "en",
      title: "You and your therapist",
      instruction:
        "Whatever you feel towards your therapist, others have felt it too. How is it for you now?",
      items: worded(
        [
          "After a hard week, the thought of our next session steadies me.",
          "I decide beforehand what my therapist shall not hear.",
          "When a session ends, I look for reasons to stay a little longer.",
          "With my therapist behind me, I dare to look where I used to look away.",
          "I am relieved when the talk moves away from me.",
          "Between sessions my thoughts are with my therapist more than I would like.",
          "If something went wrong between us, we would find a way through it.",
          "I keep a way out open in case my therapist gets too near.",
          "When my therapist cancels a session, I feel dropped.",
          "I can call to mind what my therapist would say, and it helps.",
          "What I show my therapist could be turned against me.",
          "The thought that therapy will end one day frightens me.",
          "When I am at a loss, my therapist sees further than I do.",
          "My therapist can bear what is too much for me.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

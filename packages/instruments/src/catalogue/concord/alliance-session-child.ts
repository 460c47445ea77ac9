import type { Instrument } from "../../instrument.ts";
import { freeText, likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** For 6 to 10: the bond first, which carries the rest; then taking part, here and at home. No goals at this age. */
export const allianceSessionClientChild = {
  ...ownForm,
  id: "concord-alliance-session-client-child",
  family: "concord-alliance-session",
  title: "Concord alliance, session form for children",
  shortTitle: "Session form, 6–10",
  construct: "alliance",
  rater: "client",
  about: "session",
  ageBands: ["child"],
  given: "each-session",
  items: sameItems(5, { kind: "faces", minimum: 1, maximum: 5 }),
  scales: [
    meanScale({ id: "bond", title: "Bond", better: "higher" }, [1, 2, 3]),
    meanScale({ id: "tasks", title: "Tasks", better: "higher" }, [4, 5]),
    meanScale({ id: "total", title: "Alliance", better: "higher" }, [1, 2, 3, 4, 5]),
  ],
  secondsToComplete: 45,
  wordings: [
    {
      language: "en",
      title: "How was today?",
      instruction:
        "Your helper is the grown-up you come here to talk and play with. Tap the face that is most like you.",
      items: worded(
        [
          "My helper was kind to me.",
          "It felt good to be with my helper.",
          "I could say what I wanted to say.",
          "I joined in today.",
          "I want to try something from today at home.",
        ],
        { 1: "no", 2: "not really", 3: "a bit", 4: "yes", 5: "yes, a lot" },
      ),
    },
  ],
} as const satisfies Instrument;

export const allianceSessionCaregiver = {
  ...ownForm,
  id: "concord-alliance-session-caregiver",
  family: "concord-alliance-session",
  title: "Concord alliance, form for caregivers",
  shortTitle: "Caregiver form",
  construct: "alliance",
  rater: "caregiver",
  about: "relationship",
  ageBands: ["child", "adolescent"],
  given: "periodic",
  items: [...sameItems(6, likert(1, 7)), freeText(7)],
  scales: [
    meanScale({ id: "bond", title: "Bond", better: "higher" }, [1, 2]),
    meanScale({ id: "tasks", title: "Tasks", better: "higher" }, [3, 4]),
    meanScale({ id: "goals", title: "Goals", better: "higher" }, [5, 6]),
    meanScale({ id: "total", title: "Alliance", better: "higher" }, [1, 2, 3, 4, 5, 6]),
  ],
  seenBy: "care-team",
  secondsToComplete: 55,
  wordings: [
    {
      language: "en",
      title: "How is the therapy going, from where you stand?",
      instruction:
        "Think of the last few weeks. “My child” means the child or young person you care for. There are no right answers.",
      items: worded(
        [
          "My child is at ease with the therapist.",
          "I feel welcome when I speak with the therapist.",
          "I can see why the therapist and my child do what they do.",
          "I know how I can help at home.",
          "The therapist and I want the same things for my child.",
          "The therapy takes up what is hard for my child in everyday life.",
        ],
        howFar,
        "Is there anything you would like the therapist to know?",
      ),
    },
  ],
} as const satisfies Instrument;

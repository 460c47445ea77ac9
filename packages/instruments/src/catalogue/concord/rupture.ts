import type { Instrument, Item } from "../../instrument.ts";
import { freeText, itemId, likert, meanScale } from "../building.ts";
import { ownForm } from "./own-form.ts";

const onlyIfTense = { item: "i01", atLeast: 1 } as const;
const items: readonly Item[] = [
  { id: "i01", response: likert(0, 2) },
  ...[2, 3, 4].map((number) => ({ id: itemId(number), response: likert(1, 5), askedWhen: onlyIfTense })),
  { ...freeText(5), askedWhen: onlyIfTense },
];

/** Each question is a scale of its own: how strong a tension was says nothing of whether it was mended. */
const rupture = {
  ...ownForm,
  family: "concord-rupture",
  construct: "rupture",
  about: "session",
  ageBands: ["adult", "adolescent"],
  given: "each-session",
  items,
  scales: [
    meanScale({ id: "tension", title: "Tension", better: "lower" }, [1]),
    meanScale({ id: "strength", title: "Strength of the tension", better: "lower" }, [2]),
    meanScale({ id: "talked-about", title: "Talked about", better: "higher" }, [3]),
    meanScale({ id: "resolved", title: "Resolved", better: "higher" }, [4]),
  ],
} as const;

const yesNo = { 0: "no", 1: "perhaps", 2: "yes" };
const strength = { 1: "hardly noticeable", 2: "slight", 3: "noticeable", 4: "strong", 5: "very strong" };
const talkedAbout = {
  1: "not at all",
  2: "in passing",
  3: "a little",
  4: "quite a bit",
  5: "openly and fully",
};
const resolved = { 1: "not at all", 2: "a little", 3: "half", 4: "mostly", 5: "fully" };

export const ruptureClient = {
  ...rupture,
  id: "concord-rupture-client",
  title: "Concord rupture questions for clients",
  shortTitle: "Tension in the session",
  rater: "client",
  secondsToComplete: 20,
  wordings: [
    {
      language: "en",
      title: "Between you and your therapist",
      instruction: "Moments of friction happen in every good therapy. Talking about them often helps.",
      items: {
        i01: {
          text: "Was there a moment today when something felt tense, distant or misunderstood between you?",
          anchors: yesNo,
        },
        i02: { text: "How strong was it?", anchors: strength },
        i03: { text: "Did the two of you talk about it?", anchors: talkedAbout },
        i04: { text: "Is it good between you again?", anchors: resolved },
        i05: { text: "What happened, in your words?" },
      },
    },
  ],
} as const satisfies Instrument;

export const ruptureTherapist = {
  ...rupture,
  id: "concord-rupture-therapist",
  title: "Concord rupture questions for therapists",
  shortTitle: "Tension in the session, therapist",
  rater: "therapist",
  secondsToComplete: 15,
  wordings: [
    {
      language: "en",
      title: "Between you and your client",
      instruction: "Small frictions count. So does a client who went quiet or agreed too easily.",
      items: {
        i01: {
          text: "Was there a moment when something felt tense, distant or misunderstood between you?",
          anchors: yesNo,
        },
        i02: { text: "How strong was it?", anchors: strength },
        i03: { text: "Did the two of you talk about it?", anchors: talkedAbout },
        i04: { text: "Is it good between you again?", anchors: resolved },
        i05: { text: "What was your part in it?" },
      },
    },
  ],
} as const satisfies Instrument;

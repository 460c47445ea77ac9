import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, numbersTo, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** High standards and what a person does to themselves when they miss them are told apart: only the second hurts. */
export const perfectionismClient = {
  ...ownForm,
  id: "concord-perfectionism-client",
  family: "concord-perfectionism",
  title: "Concord perfectionism screen",
  shortTitle: "Standards",
  construct: "perfectionism",
  rater: "client",
  about: "self",
  ageBands: ["adult", "adolescent"],
  given: "intake",
  items: sameItems(8, likert(1, 7), [4, 8]),
  scales: [
    meanScale({ id: "standards", title: "High standards", better: "neither" }, [1, 2, 3, 4]),
    meanScale({ id: "self-criticism", title: "Self-criticism", better: "lower" }, [5, 6, 7, 8]),
    meanScale({ id: "total", title: "Perfectionism", better: "lower" }, numbersTo(8)),
  ],
  secondsToComplete: 50,
  wordings: [
    {
      language: "en",
      title: "What you ask of yourself",
      instruction: "Choose the number that comes closest to how you usually are.",
      items: worded(
        [
          "When I take something on, I want it to be excellent.",
          "I put more work into things than would be called for.",
          "I notice at once what could be better in what I have made.",
          "I can leave a thing half good and go on to the next.",
          "One mistake can spoil a whole day for me.",
          "Praise slides off me; what I got wrong stays.",
          "If others knew how often I fall short, they would think less of me.",
          "When something goes wrong, I speak to myself as I would to a friend.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

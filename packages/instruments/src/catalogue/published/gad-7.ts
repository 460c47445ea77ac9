import type { Instrument } from "../../instrument.ts";
import { itemId, likert, numbersTo, sumScale } from "../building.ts";
import { howOften, howOftenCodes, phqRights } from "./phq-9.ts";
import { bandFrom, clinicalFrom, reliableChange, skeleton, source } from "./skeleton.ts";

const spitzer2006 = source("summary", "Spitzer RL et al. (2006). Arch Intern Med 166: 1092–1097", {
  doi: "10.1001/archinte.166.10.1092",
  url: "https://camcops.readthedocs.io/en/latest/tasks/gad7.html",
});
const talkingTherapies = source("memory", "NHS Talking Therapies manual: caseness and reliable change");

const itemCodes = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"];

export const gad7 = {
  ...skeleton,
  id: "gad-7",
  family: "gad-7",
  title: "Generalized Anxiety Disorder scale, 7 items",
  shortTitle: "GAD-7",
  construct: "outcome",
  rater: "client",
  about: "self",
  key: "verified",
  keySource: spitzer2006,
  items: itemCodes.map((loinc, index) => ({ id: itemId(index + 1), response: likert(0, 3), loinc })),
  scales: [
    sumScale({ id: "total", title: "Anxiety", better: "lower", requires: 6, loinc: "70274-6" }, numbersTo(7)),
  ],
  cutoffs: [
    bandFrom("total", 5, "mild", spitzer2006),
    bandFrom("total", 8, "counted as a case by NHS Talking Therapies", talkingTherapies),
    clinicalFrom(
      "total",
      10,
      "moderate; sensitivity 89%, specificity 82% for generalized anxiety disorder",
      spitzer2006,
    ),
    bandFrom("total", 15, "severe", spitzer2006),
  ],
  reliableChanges: [reliableChange("total", 4, "NHS Talking Therapies", talkingTherapies)],
  rights: phqRights,
  seenBy: "care-team",
  secondsToComplete: 70,
  loinc: { panel: "69737-5", answers: howOftenCodes },
  wordings: [
    {
      language: "en",
      title: "GAD-7",
      instruction: "Over the last 2 weeks, how often have you been bothered by the following problems?",
      rights: phqRights.statement,
      items: {
        i01: { text: "Feeling nervous, anxious or on edge", anchors: howOften },
        i02: { text: "Not being able to stop or control worrying", anchors: howOften },
        i03: { text: "Worrying too much about different things", anchors: howOften },
        i04: { text: "Trouble relaxing", anchors: howOften },
        i05: { text: "Being so restless that it is hard to sit still", anchors: howOften },
        i06: { text: "Becoming easily annoyed or irritable", anchors: howOften },
        i07: { text: "Feeling afraid as if something awful might happen", anchors: howOften },
      },
    },
  ],
} as const satisfies Instrument;

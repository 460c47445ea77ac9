import type { Instrument, Rights } from "../../instrument.ts";
import { itemId, likert, numbersTo, sumScale } from "../building.ts";
import { bandFrom, clinicalFrom, reliableChange, rightsReadOn, skeleton, source } from "./skeleton.ts";

/** What the owner says of the PHQ family, and the line it asks for. */
export const phqRights: Rights = {
  status: "open",
  holder: "Pfizer Inc.",
  statement:
    "The owner states that no permission is required to reproduce, translate, display or distribute it.",
  url: "https://www.phqscreeners.com/",
  readOn: rightsReadOn,
  mayShipWording: true,
  creditLine:
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.",
};

/** The four answers of the PHQ family; the lowest is "Not at all" in the GAD-7 too, where copies often err. */
export const howOften = {
  0: "Not at all",
  1: "Several days",
  2: "More than half the days",
  3: "Nearly every day",
} as const;

export const howOftenCodes = { 0: "LA6568-5", 1: "LA6569-3", 2: "LA6570-1", 3: "LA6571-9" } as const;

const kroenke2001 = source(
  "summary",
  "Kroenke K, Spitzer RL, Williams JBW (2001). J Gen Intern Med 16: 606–613",
  {
    doi: "10.1046/j.1525-1497.2001.016009606.x",
    url: "https://camcops.readthedocs.io/en/latest/tasks/phq9.html",
  },
);
const talkingTherapies = source("memory", "NHS Talking Therapies manual: reliable change");

const itemCodes = [
  "44250-9",
  "44255-8",
  "44259-0",
  "44254-1",
  "44251-7",
  "44258-2",
  "44252-5",
  "44253-3",
  "44260-8",
];

export const phq9 = {
  ...skeleton,
  id: "phq-9",
  family: "phq-9",
  title: "Patient Health Questionnaire-9",
  shortTitle: "PHQ-9",
  construct: "outcome",
  rater: "client",
  about: "self",
  key: "verified",
  keySource: kroenke2001,
  items: itemCodes.map((loinc, index) => ({ id: itemId(index + 1), response: likert(0, 3), loinc })),
  scales: [
    sumScale(
      { id: "total", title: "Depressive symptoms", better: "lower", requires: 7, loinc: "44261-6" },
      numbersTo(9),
    ),
  ],
  cutoffs: [
    bandFrom("total", 5, "mild", kroenke2001),
    clinicalFrom("total", 10, "moderate; sensitivity 77–88%, specificity 88–94% for depression", kroenke2001),
    bandFrom("total", 15, "moderately severe", kroenke2001),
    bandFrom("total", 20, "severe", kroenke2001),
  ],
  reliableChanges: [reliableChange("total", 6, "NHS Talking Therapies", talkingTherapies)],
  riskItems: [{ item: "i09", atLeast: 1, about: "suicide" }],
  rights: phqRights,
  seenBy: "care-team",
  secondsToComplete: 90,
  loinc: { panel: "44249-1", answers: howOftenCodes },
  wordings: [
    {
      language: "en",
      title: "Patient Health Questionnaire-9 (PHQ-9)",
      instruction:
        "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
      rights: phqRights.statement,
      items: {
        i01: { text: "Little interest or pleasure in doing things", anchors: howOften },
        i02: { text: "Feeling down, depressed, or hopeless", anchors: howOften },
        i03: { text: "Trouble falling or staying asleep, or sleeping too much", anchors: howOften },
        i04: { text: "Feeling tired or having little energy", anchors: howOften },
        i05: { text: "Poor appetite or overeating", anchors: howOften },
        i06: {
          text: "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
          anchors: howOften,
        },
        i07: {
          text: "Trouble concentrating on things, such as reading the newspaper or watching television",
          anchors: howOften,
        },
        i08: {
          text: "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual",
          anchors: howOften,
        },
        i09: {
          text: "Thoughts that you would be better off dead or of hurting yourself in some way",
          anchors: howOften,
        },
      },
    },
  ],
} as const satisfies Instrument;

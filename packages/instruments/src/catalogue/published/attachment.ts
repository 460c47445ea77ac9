import type { Instrument, Rights } from "../../instrument.ts";
import { likert, meanScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, readAs, retest, rightsReadOn, skeleton, source } from "./skeleton.ts";

const freeForResearch: Rights = {
  status: "conditional",
  holder: "Kelly A. Brennan, Catherine L. Clark, Phillip R. Shaver",
  statement:
    "Free of charge and without permission for research. For use in care the authors should be asked.",
  url: "http://psychology.ucdavis.edu/Labs/Shaver/PWT/index.cfm?Section=7",
  readOn: rightsReadOn,
  mayShipWording: false,
};
const postedByAuthor: Rights = {
  ...freeForResearch,
  holder: "R. Chris Fraley",
  statement: "The author posts the questionnaire publicly for research. For use in care he should be asked.",
  url: "https://labs.psychology.illinois.edu/~rcfraley/measures/ecrr.htm",
};

const attachment = {
  ...skeleton,
  construct: "attachment",
  rater: "client",
  about: "self",
  given: "intake",
} as const;

const anxiety = { id: "anxiety", title: "Attachment anxiety", better: "lower" } as const;
const avoidance = { id: "avoidance", title: "Attachment avoidance", better: "lower" } as const;

const brennan1998 = source(
  "memory",
  "Brennan KA, Clark CL, Shaver PR (1998). Self-report measurement of adult attachment",
);

const ecrClient = {
  ...attachment,
  id: "ecr-client",
  family: "ecr",
  title: "Experiences in Close Relationships",
  shortTitle: "ECR",
  key: "confident",
  keySource: brennan1998,
  items: sameItems(36, likert(1, 7), [3, 15, 19, 22, 25, 27, 29, 31, 33, 35]),
  scales: [
    meanScale({ ...anxiety, requires: 14 }, numbersTo(36, 2, 2)),
    meanScale({ ...avoidance, requires: 14 }, numbersTo(35, 1, 2)),
  ],
  reliabilities: [
    alpha("anxiety", 0.91, 0.94, brennan1998),
    alpha("avoidance", 0.91, 0.94, brennan1998),
    retest(
      "anxiety",
      0.5,
      0.6,
      source("summary", "Shaver lab, frequently asked questions", {
        url: "http://psychology.ucdavis.edu/Labs/Shaver/PWT/index.cfm?Section=7",
      }),
    ),
  ],
  rights: freeForResearch,
  secondsToComplete: 360,
} as const satisfies Instrument;

const fraley2000 = source(
  "memory",
  "Fraley RC, Waller NG, Brennan KA (2000). J Pers Soc Psychol 78: 350–365",
  {
    doi: "10.1037/0022-3514.78.2.350",
  },
);
const online = {
  sample: "people who answered on the author's site, about 17,000 to 22,000",
  population: "online volunteers, United States and elsewhere",
  kind: "published",
  source: { ...fraley2000, ...readAs("unverified") },
} as const;

/** The abstract names one coefficient for each scale without saying which; the lower one counts. */
const ehrenthal2009 = source(
  "abstract",
  "Ehrenthal JC, Dinger U, Lamla A, Funken B, Schauenburg H (2009). Psychother Psychosom Med Psychol 59: 215–223",
  { doi: "10.1055/s-2008-1067425" },
);

const ecrRevisedClient = {
  ...attachment,
  id: "ecr-r-client",
  family: "ecr",
  title: "Experiences in Close Relationships, revised",
  shortTitle: "ECR-R",
  key: "confident",
  keySource: fraley2000,
  items: sameItems(36, likert(1, 7), [9, 11, 20, 22, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36]),
  scales: [
    meanScale({ ...anxiety, requires: 14 }, numbersTo(18)),
    meanScale({ ...avoidance, requires: 14 }, numbersTo(36, 19)),
  ],
  norms: [
    { ...online, scale: "anxiety", mean: 3.56, standardDeviation: 1.12 },
    { ...online, scale: "avoidance", mean: 2.92, standardDeviation: 1.19 },
  ],
  reliabilities: [
    alpha("anxiety", 0.91, 0.92, ehrenthal2009, "1,006 people, Germany"),
    alpha("avoidance", 0.91, 0.92, ehrenthal2009, "1,006 people, Germany"),
  ],
  rights: postedByAuthor,
  secondsToComplete: 360,
} as const satisfies Instrument;

/** Nine questions about one person; a global score is the mean over several, or of the form about people in general. */
const ecrStructuresClient = {
  ...attachment,
  id: "ecr-rs-client",
  family: "ecr",
  title: "Experiences in Close Relationships, relationship structures",
  shortTitle: "ECR-RS",
  key: "verified",
  keySource: source("summary", "Fraley RC et al. (2011). Psychol Assess 23: 615–625", {
    doi: "10.1037/a0022898",
    url: "https://macshealthyaging.library.georgetown.edu/taxonomy/term/44",
  }),
  items: sameItems(9, likert(1, 7), [1, 2, 3, 4]),
  scales: [meanScale(anxiety, [7, 8, 9]), meanScale(avoidance, numbersTo(6))],
  rights: postedByAuthor,
  secondsToComplete: 90,
} as const satisfies Instrument;

const wei2007 = source("memory", "Wei M et al. (2007). J Pers Assess 88: 187–204", {
  doi: "10.1080/00223890701268041",
});

const ecrShortClient = {
  ...attachment,
  id: "ecr-s-client",
  family: "ecr",
  title: "Experiences in Close Relationships, short",
  shortTitle: "ECR-S",
  key: "confident",
  keySource: wei2007,
  items: sameItems(12, likert(1, 7), [1, 5, 8, 9]),
  scales: [
    sumScale({ ...anxiety, requires: 5 }, [2, 4, 6, 8, 10, 12]),
    sumScale({ ...avoidance, requires: 5 }, [1, 3, 5, 7, 9, 11]),
  ],
  reliabilities: [alpha("anxiety", 0.77, 0.86, wei2007), alpha("avoidance", 0.78, 0.88, wei2007)],
  rights: rightsToAsk("Meifen Wei; derived from the ECR"),
  secondsToComplete: 120,
} as const satisfies Instrument;

export const attachmentForms = [ecrClient, ecrRevisedClient, ecrStructuresClient, ecrShortClient] as const;

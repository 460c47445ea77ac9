import type { Instrument, Rights } from "../../instrument.ts";
import { likert, meanScale, namedScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, retest, rightsReadOn, skeleton, source } from "./skeleton.ts";

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
  "confident",
  "Brennan KA, Clark CL, Shaver PR (1998). Self-report measurement of adult attachment",
);

export const ecrClient = {
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
      source("verified", "Shaver lab, frequently asked questions", {
        url: "http://psychology.ucdavis.edu/Labs/Shaver/PWT/index.cfm?Section=7",
      }),
    ),
  ],
  rights: freeForResearch,
  secondsToComplete: 360,
} as const satisfies Instrument;

const fraley2000 = source(
  "confident",
  "Fraley RC, Waller NG, Brennan KA (2000). J Pers Soc Psychol 78: 350–365",
  {
    doi: "10.1037/0022-3514.78.2.350",
  },
);
const online = {
  sample: "people who answered on the author's site, about 17,000 to 22,000",
  population: "online volunteers, United States and elsewhere",
  kind: "published",
  source: { ...fraley2000, certainty: "doubtful" },
} as const;

export const ecrRevisedClient = {
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
  rights: postedByAuthor,
  secondsToComplete: 360,
} as const satisfies Instrument;

/** Nine questions about one person; a global score is the mean over several, or of the form about people in general. */
export const ecrStructuresClient = {
  ...attachment,
  id: "ecr-rs-client",
  family: "ecr",
  title: "Experiences in Close Relationships, relationship structures",
  shortTitle: "ECR-RS",
  key: "verified",
  keySource: source("verified", "Fraley RC et al. (2011). Psychol Assess 23: 615–625", {
    doi: "10.1037/a0022898",
    url: "https://macshealthyaging.library.georgetown.edu/taxonomy/term/44",
  }),
  items: sameItems(9, likert(1, 7), [1, 2, 3, 4]),
  scales: [meanScale(anxiety, [7, 8, 9]), meanScale(avoidance, numbersTo(6))],
  rights: postedByAuthor,
  secondsToComplete: 90,
} as const satisfies Instrument;

const wei2007 = source("confident", "Wei M et al. (2007). J Pers Assess 88: 187–204", {
  doi: "10.1080/00223890701268041",
});

export const ecrShortClient = {
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

const toTherapist = {
  ...attachment,
  construct: "attachment-to-therapist",
  about: "relationship",
  given: "periodic",
  key: "needed",
  rights: rightsToAsk("Brent Mallinckrodt"),
} as const;

const mallinckrodt1995 = source(
  "doubtful",
  "Mallinckrodt B, Gantt DL, Coble HM (1995). J Couns Psychol 42: 307–317",
  {
    doi: "10.1037/0022-0167.42.3.307",
  },
);
const catsScales = [
  namedScale({ id: "secure", title: "Secure", better: "higher" }),
  namedScale({ id: "avoidant", title: "Avoidant-fearful", better: "lower" }),
  namedScale({ id: "preoccupied", title: "Preoccupied-merger", better: "lower" }),
];

export const catsClient = {
  ...toTherapist,
  id: "cats-client",
  family: "cats",
  title: "Client Attachment to Therapist Scale",
  shortTitle: "CATS",
  keySource: mallinckrodt1995,
  items: sameItems(36, likert(1, 6)),
  scales: catsScales,
  reliabilities: [
    alpha("secure", 0.64, 0.64, mallinckrodt1995, "138 clients"),
    alpha("avoidant", 0.63, 0.63, mallinckrodt1995, "138 clients"),
    alpha("preoccupied", 0.81, 0.81, mallinckrodt1995, "138 clients"),
    retest("secure", 0.84, 0.84, mallinckrodt1995),
    retest("avoidant", 0.72, 0.72, mallinckrodt1995),
    retest("preoccupied", 0.86, 0.86, mallinckrodt1995),
  ],
  secondsToComplete: 360,
} as const satisfies Instrument;

export const catsShortClient = {
  ...toTherapist,
  id: "cats-s-client",
  family: "cats",
  title: "Client Attachment to Therapist Scale, short",
  shortTitle: "CATS-S",
  keySource: source("doubtful", "German validation, 354 clients (2022). BMC Med Res Methodol", {
    url: "https://bmcmedresmethodol.biomedcentral.com/articles/10.1186/s12874-022-01548-2",
  }),
  items: sameItems(12, likert(1, 6)),
  scales: catsScales,
  secondsToComplete: 120,
} as const satisfies Instrument;

const distance = {
  ...toTherapist,
  construct: "distance",
  scales: [
    namedScale({ id: "too-close", title: "Too close", better: "lower" }),
    namedScale({ id: "too-distant", title: "Too distant", better: "lower" }),
    namedScale({ id: "growing-autonomy", title: "Growing autonomy", better: "higher" }),
    namedScale({ id: "growing-engagement", title: "Growing engagement", better: "higher" }),
  ],
} as const;

export const therapeuticDistanceClient = {
  ...distance,
  id: "tds-client",
  family: "tds",
  title: "Therapeutic Distance Scale",
  shortTitle: "TDS",
  keySource: source("doubtful", "Mallinckrodt B, Choi G, Daly KD (2015). Psychother Res 25: 172–185", {
    doi: "10.1080/10503307.2014.928755",
  }),
  items: [],
  secondsToComplete: 400,
} as const satisfies Instrument;

export const therapeuticDistanceObserver = {
  ...distance,
  id: "tds-observer",
  family: "tds",
  title: "Therapeutic Distance Scale, observer",
  shortTitle: "TDS-O",
  rater: "observer",
  keySource: source(
    "doubtful",
    "Egozi S, Tishby O, Wiseman H (2021). Therapeutic distance in client–therapist narratives",
    {
      url: "https://cris.haifa.ac.il/en/publications/therapeutic-distance-in-client-therapist-narratives-client-attach",
    },
  ),
  items: [],
  rights: rightsToAsk("Sharon Egozi, Orya Tishby, Hadas Wiseman"),
  secondsToComplete: 1200,
} as const satisfies Instrument;

export const attachmentForms = [
  ecrClient,
  ecrRevisedClient,
  ecrStructuresClient,
  ecrShortClient,
  catsClient,
  catsShortClient,
  therapeuticDistanceClient,
  therapeuticDistanceObserver,
] as const;

import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, namedScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, readAs, skeleton, source } from "./skeleton.ts";

const youth = {
  ...skeleton,
  construct: "alliance",
  ageBands: ["child", "adolescent"],
} as const;

const shirk = source("summary", "Shirk SR, Saiz CC (1992); revised scale TASC-r", {
  url: "https://ebchelp.blueprint.ai/en/articles/10324574",
});
const accurso2013 = source("source", "Accurso EC et al. (2013); caregiver form, 209 caregivers", {
  url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3647370/",
});

/** Which six items are bond and which are task is not known to us; the total is. */
const tasc = {
  ...youth,
  family: "tasc-r",
  items: sameItems(12, likert(1, 4), [2, 5, 7, 8, 11]),
  scales: [
    namedScale({ id: "bond", title: "Bond", better: "higher" }, { minimum: 6, maximum: 24 }),
    namedScale({ id: "tasks", title: "Task", better: "higher" }, { minimum: 6, maximum: 24 }),
    sumScale({ id: "total", title: "Alliance", better: "higher", requires: 10 }, numbersTo(12)),
  ],
  rights: rightsToAsk("Stephen R. Shirk"),
  secondsToComplete: 120,
} as const;

/** Under eleven a child's answers alone did not agree with observers or therapists: read them beside another chair. */
const tascClient = {
  ...tasc,
  id: "tasc-r-client",
  title: "Therapeutic Alliance Scale for Children, revised",
  shortTitle: "TASC-r",
  rater: "client",
  key: "verified",
  keySource: shirk,
  reliabilities: [
    alpha(
      "total",
      0.72,
      0.74,
      source("summary", "Greenspace help pages: Therapeutic Alliance Scale for Children"),
    ),
  ],
} as const satisfies Instrument;

const tascTherapist = {
  ...tasc,
  id: "tasc-r-therapist",
  title: "Therapeutic Alliance Scale for Children, revised, therapist",
  shortTitle: "TASC-r, therapist",
  rater: "therapist",
  key: "confident",
  keySource: { ...shirk, ...readAs("memory") },
} as const satisfies Instrument;

const tascCaregiver = {
  ...tasc,
  id: "tasc-r-caregiver",
  title: "Therapeutic Alliance Scale for Caregivers and Parents",
  shortTitle: "TASCP",
  rater: "caregiver",
  key: "confident",
  keySource: { ...accurso2013, ...readAs("memory") },
} as const satisfies Instrument;

const bickman = source("memory", "Bickman L et al. (2010). Peabody Treatment Progress Battery, chapter 8", {
  url: "https://vdocuments.mx/chapter-8-therapeutic-alliance-quality-scale-taqs-.html",
});

const taqs = {
  ...youth,
  family: "taqs",
  ageBands: ["adolescent"],
  given: "each-session",
  key: "confident",
  keySource: bickman,
  items: sameItems(5, likert(1, 5)),
  scales: [meanScale({ id: "total", title: "Alliance", better: "higher" }, numbersTo(5))],
  rights: rightsToAsk("Leonard Bickman, Vanderbilt University"),
  secondsToComplete: 50,
} as const;

const taqsClient = {
  ...taqs,
  id: "taqs-client",
  title: "Therapeutic Alliance Quality Scale, youth",
  shortTitle: "TAQS",
  rater: "client",
} as const satisfies Instrument;

const taqsCaregiver = {
  ...taqs,
  id: "taqs-caregiver",
  title: "Therapeutic Alliance Quality Scale, caregiver",
  shortTitle: "TAQS, caregiver",
  rater: "caregiver",
} as const satisfies Instrument;

/** Four items in which the clinician predicts the client's rating. */
const taqrTherapist = {
  ...taqs,
  id: "taqr-therapist",
  title: "Therapeutic Alliance Quality Rating, clinician",
  shortTitle: "TAQR",
  rater: "therapist",
  key: "needed",
  items: [],
  scales: [namedScale({ id: "total", title: "Alliance, as the client would rate it", better: "higher" })],
} as const satisfies Instrument;

const observer = {
  ...youth,
  rater: "observer",
  about: "session",
  key: "needed",
  secondsToComplete: 600,
} as const;

const tpocsObserver = {
  ...observer,
  id: "tpocs-a-observer",
  family: "tpocs-a",
  title: "Therapy Process Observational Coding System, alliance",
  shortTitle: "TPOCS-A",
  keySource: source("unverified", "McLeod BD, Weisz JR (2005). J Consult Clin Psychol 73: 323–333"),
  items: sameItems(9, likert(0, 5)),
  scales: [namedScale({ id: "total", title: "Alliance", better: "higher" })],
  reliabilities: [
    {
      scale: "total",
      kind: "agreement",
      lowest: 0.68,
      highest: 0.68,
      sample: "mean of the items, 463 sessions",
      source: source("summary", "McLeod BD et al.; 463 sessions coded", {
        url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC8440417",
      }),
    },
  ],
  rights: rightsToAsk("Bryce D. McLeod"),
} as const satisfies Instrument;

const vtasObserver = {
  ...observer,
  id: "vtas-r-observer",
  family: "vtas-r",
  title: "Vanderbilt Therapeutic Alliance Scale, revised",
  shortTitle: "VTAS-R",
  ageBands: ["adolescent"],
  keySource: source("unverified", "Shelef K, Diamond GM (2008). Psychother Res 18: 433–443"),
  items: sameItems(26, likert(0, 5)),
  scales: [namedScale({ id: "total", title: "Alliance", better: "higher" })],
  rights: rightsToAsk("Gary M. Diamond, Karni Shelef"),
} as const satisfies Instrument;

export const youthAllianceForms = [
  tascClient,
  tascTherapist,
  tascCaregiver,
  taqsClient,
  taqsCaregiver,
  taqrTherapist,
  tpocsObserver,
  vtasObserver,
] as const;

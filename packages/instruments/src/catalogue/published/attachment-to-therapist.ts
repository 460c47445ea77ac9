import type { Instrument } from "../../instrument.ts";
import { likert, namedScale, sameItems } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, retest, skeleton, source } from "./skeleton.ts";

const toTherapist = {
  ...skeleton,
  construct: "attachment-to-therapist",
  rater: "client",
  key: "needed",
  rights: rightsToAsk("Brent Mallinckrodt"),
} as const;

const mallinckrodt1995 = source(
  "unverified",
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

const catsClient = {
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

const catsShortClient = {
  ...toTherapist,
  id: "cats-s-client",
  family: "cats",
  title: "Client Attachment to Therapist Scale, short",
  shortTitle: "CATS-S",
  keySource: source("unverified", "German validation, 354 clients (2022). BMC Med Res Methodol", {
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

const therapeuticDistanceClient = {
  ...distance,
  id: "tds-client",
  family: "tds",
  title: "Therapeutic Distance Scale",
  shortTitle: "TDS",
  keySource: source("unverified", "Mallinckrodt B, Choi G, Daly KD (2015). Psychother Res 25(5): 505–517", {
    doi: "10.1080/10503307.2014.928755",
  }),
  items: [],
  secondsToComplete: 400,
} as const satisfies Instrument;

const therapeuticDistanceObserver = {
  ...distance,
  id: "tds-observer",
  family: "tds",
  title: "Therapeutic Distance Scale, observer",
  shortTitle: "TDS-O",
  rater: "observer",
  keySource: source(
    "unverified",
    "Egozi S, Tishby O, Wiseman H (2021). Therapeutic distance in client–therapist narratives",
    {
      url: "https://cris.haifa.ac.il/en/publications/therapeutic-distance-in-client-therapist-narratives-client-attach",
    },
  ),
  items: [],
  rights: rightsToAsk("Sharon Egozi, Orya Tishby, Hadas Wiseman"),
  secondsToComplete: 1200,
} as const satisfies Instrument;

export const attachmentToTherapistForms = [
  catsClient,
  catsShortClient,
  therapeuticDistanceClient,
  therapeuticDistanceObserver,
] as const;

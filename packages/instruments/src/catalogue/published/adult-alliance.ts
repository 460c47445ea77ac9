import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, namedScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, skeleton, source } from "./skeleton.ts";

const alliance = { ...skeleton, construct: "alliance" } as const;

const luborsky1996 = source("memory", "Luborsky L et al. (1996). J Psychother Pract Res 5: 260–271");

const haq = {
  ...alliance,
  family: "haq-ii",
  key: "confident",
  keySource: luborsky1996,
  items: sameItems(19, likert(1, 6), [4, 8, 11, 16, 19]),
  scales: [sumScale({ id: "total", title: "Alliance", better: "higher", requires: 17 }, numbersTo(19))],
  reliabilities: [alpha("total", 0.9, 0.93, luborsky1996)],
  rights: rightsToAsk("Lester Luborsky's estate; University of Pennsylvania"),
  secondsToComplete: 180,
} as const;

const haqClient = {
  ...haq,
  id: "haq-ii-client",
  title: "Helping Alliance Questionnaire II, client",
  shortTitle: "HAq-II",
  rater: "client",
} as const satisfies Instrument;

const haqTherapist = {
  ...haq,
  id: "haq-ii-therapist",
  title: "Helping Alliance Questionnaire II, therapist",
  shortTitle: "HAq-II, therapist",
  rater: "therapist",
} as const satisfies Instrument;

const arm5Client = {
  ...alliance,
  id: "arm-5-client",
  family: "arm",
  title: "Agnew Relationship Measure, five items, client",
  shortTitle: "ARM-5",
  rater: "client",
  given: "each-session",
  key: "verified",
  keySource: source("summary", "Cahill J et al. (2012). Psychol Psychother 85: 241–255", {
    url: "https://psypack.com/assessments/agnew-relationship-measure-arm-5-client/",
  }),
  items: sameItems(5, likert(1, 7), [3]),
  scales: [meanScale({ id: "total", title: "Alliance", better: "higher" }, numbersTo(5))],
  rights: rightsToAsk("Roslyn Agnew-Davies, Jane Cahill"),
  secondsToComplete: 50,
} as const satisfies Instrument;

const gaston1991 = source("unverified", "Gaston L (1991). Psychol Assess 3: 68–74");

const calpasClient = {
  ...alliance,
  id: "calpas-client",
  family: "calpas",
  title: "California Psychotherapy Alliance Scales, patient",
  shortTitle: "CALPAS-P",
  rater: "client",
  key: "needed",
  keySource: gaston1991,
  items: sameItems(24, likert(1, 7)),
  scales: [
    namedScale({ id: "patient-commitment", title: "Patient commitment", better: "higher" }),
    namedScale({ id: "patient-working-capacity", title: "Patient working capacity", better: "higher" }),
    namedScale({
      id: "therapist-understanding",
      title: "Therapist understanding and involvement",
      better: "higher",
    }),
    namedScale({ id: "working-strategy-consensus", title: "Working strategy consensus", better: "higher" }),
    namedScale({ id: "total", title: "Alliance", better: "higher" }),
  ],
  reliabilities: [alpha("total", 0.83, 0.84, gaston1991)],
  rights: rightsToAsk("Louise Gaston, Charles R. Marmar"),
  secondsToComplete: 240,
} as const satisfies Instrument;

export const otherAllianceForms = [haqClient, haqTherapist, arm5Client, calpasClient] as const;

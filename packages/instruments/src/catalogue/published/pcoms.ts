import type { Cutoff, Instrument, Rights } from "../../instrument.ts";
import { meanScale, sameItems, sumScale, tenCentimetres } from "../building.ts";
import { alpha, reliableChange, retest, rightsReadOn, skeleton, source } from "./skeleton.ts";

const rights: Rights = {
  status: "closed",
  holder: "Scott D. Miller, Barry L. Duncan, Lynn Johnson; International Center for Clinical Excellence",
  statement:
    "Copyrighted; used under a licence for each clinician, and under a separate one in software. In the English NHS the licence is arranged through NHS Digital.",
  url: "https://camcops.readthedocs.io/en/latest/tasks/srs.html",
  readOn: rightsReadOn,
  mayShipWording: false,
};

const duncan2003 = source("memory", "Duncan BL et al. (2003). J Brief Ther 3: 3–12");
const miller2003 = source("memory", "Miller SD et al. (2003). J Brief Ther 2: 91–100");

const fourLines = {
  ...skeleton,
  given: "each-session",
  rights,
  key: "confident",
  items: sameItems(4, tenCentimetres),
  secondsToComplete: 40,
} as const;

const total = [1, 2, 3, 4];

const srs = {
  ...fourLines,
  family: "srs",
  construct: "alliance",
  about: "session",
  keySource: duncan2003,
} as const;

const talkTotal: Cutoff = {
  scale: "total",
  value: 36,
  side: "at-or-below",
  use: "talk",
  meaning: "worth talking about in this session",
  source: source("summary", "Duncan BL et al. (2003). J Brief Ther 3: 3–12", {
    url: "https://hiboop.com/fr/assessments/srs",
  }),
};

function talkLine(scale: string): Cutoff {
  const meaning = "a line below 9: worth talking about in this session";
  return { scale, value: 8.9, side: "at-or-below", use: "talk", meaning, source: duncan2003 };
}

const srsClient = {
  ...srs,
  id: "srs-client",
  title: "Session Rating Scale, version 3",
  shortTitle: "SRS",
  rater: "client",
  scales: [
    meanScale({ id: "relationship", title: "Relationship", better: "higher" }, [1]),
    meanScale({ id: "goals-and-topics", title: "Goals and topics", better: "higher" }, [2]),
    meanScale({ id: "approach", title: "Approach", better: "higher" }, [3]),
    meanScale({ id: "overall", title: "Overall", better: "higher" }, [4]),
    sumScale({ id: "total", title: "Alliance", better: "higher" }, total),
  ],
  cutoffs: [
    talkTotal,
    talkLine("relationship"),
    talkLine("goals-and-topics"),
    talkLine("approach"),
    talkLine("overall"),
  ],
  reliabilities: [
    alpha("total", 0.88, 0.88, duncan2003, "420 to 435 clients"),
    retest("total", 0.64, 0.64, duncan2003, "420 to 435 clients"),
  ],
} as const satisfies Instrument;

const srsChild = {
  ...srs,
  id: "csrs-client",
  title: "Child Session Rating Scale",
  shortTitle: "CSRS",
  rater: "client",
  ageBands: ["child"],
  scales: [sumScale({ id: "total", title: "Alliance", better: "higher" }, total)],
} as const satisfies Instrument;

/** For children under six: a face is pointed to or drawn, and it is not scored. */
const srsYoungChild = {
  ...srs,
  id: "ycsrs-client",
  title: "Young Child Session Rating Scale",
  shortTitle: "YCSRS",
  rater: "client",
  ageBands: ["child"],
  items: [{ id: "i01", response: { kind: "text", longest: 200 } }],
  scales: [],
} as const satisfies Instrument;

const srsGroup = {
  ...srs,
  id: "gsrs-member",
  title: "Group Session Rating Scale",
  shortTitle: "GSRS",
  construct: "cohesion",
  rater: "member",
  about: "group",
  scales: [sumScale({ id: "total", title: "Group alliance", better: "higher" }, total)],
} as const satisfies Instrument;

const ors = {
  ...fourLines,
  family: "ors",
  construct: "outcome",
  about: "self",
  keySource: miller2003,
  scales: [sumScale({ id: "total", title: "Well-being", better: "higher" }, total)],
  reliableChanges: [reliableChange("total", 5, "published for the instrument", miller2003)],
  reliabilities: [alpha("total", 0.85, 0.97, miller2003), retest("total", 0.49, 0.84, miller2003)],
} as const;

function clinicalUpTo(value: number, meaning: string): Cutoff {
  return { scale: "total", value, side: "at-or-below", use: "clinical", meaning, source: miller2003 };
}

const orsClient = {
  ...ors,
  id: "ors-client",
  title: "Outcome Rating Scale",
  shortTitle: "ORS",
  rater: "client",
  ageBands: ["adult", "adolescent"],
  cutoffs: [
    { ...clinicalUpTo(25, "clinical range, adults"), ageBand: "adult" },
    { ...clinicalUpTo(28, "clinical range, 13 to 17 years"), ageBand: "adolescent" },
  ],
} as const satisfies Instrument;

const orsChild = {
  ...ors,
  id: "cors-client",
  title: "Child Outcome Rating Scale",
  shortTitle: "CORS",
  rater: "client",
  ageBands: ["child"],
  cutoffs: [clinicalUpTo(32, "clinical range, 6 to 12 years")],
} as const satisfies Instrument;

const orsCaregiver = {
  ...ors,
  id: "cors-caregiver",
  title: "Child Outcome Rating Scale, caregiver",
  shortTitle: "CORS caregiver",
  rater: "caregiver",
  about: "client",
  ageBands: ["child"],
  cutoffs: [clinicalUpTo(28, "clinical range, caregivers of children of 6 to 12 years")],
} as const satisfies Instrument;

/** For children under six: not scored. */
const orsYoungChild = {
  ...ors,
  id: "ycors-client",
  title: "Young Child Outcome Rating Scale",
  shortTitle: "YCORS",
  rater: "client",
  ageBands: ["child"],
  items: [{ id: "i01", response: { kind: "text", longest: 200 } }],
  scales: [],
  reliableChanges: [],
  reliabilities: [],
} as const satisfies Instrument;

export const partnersForChange = [
  srsClient,
  srsChild,
  srsYoungChild,
  srsGroup,
  orsClient,
  orsChild,
  orsCaregiver,
  orsYoungChild,
] as const;

import type { Instrument } from "../../instrument.ts";
import { likert, meanScale, namedScale, sameItems } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, readAs, rightsReadOn, skeleton, source } from "./skeleton.ts";

const stiles = source(
  "memory",
  "Stiles WB, Gordon LE, Lani JA (2002). Session Evaluation Questionnaire, Form 5",
  {
    url: "http://wbstiles.net/session_evaluation_questionnaire.htm",
  },
);
const stilesDoubtful = { ...stiles, ...readAs("unverified") } as const;

/** Twenty-one pairs of opposites; those that open with the wished-for word are turned round. Item 1 is not scored. */
const seq = {
  ...skeleton,
  family: "seq",
  construct: "session-depth",
  about: "session",
  given: "each-session",
  key: "confident",
  keySource: stiles,
  items: sameItems(21, likert(1, 7), [3, 5, 7, 9, 11, 12, 14, 17, 18, 20]),
  scales: [
    meanScale({ id: "depth", title: "Depth", better: "higher" }, [3, 4, 7, 8, 9]),
    meanScale({ id: "smoothness", title: "Smoothness", better: "neither" }, [2, 5, 6, 10, 11]),
    meanScale({ id: "positivity", title: "Positivity", better: "higher" }, [12, 13, 15, 17, 18]),
    meanScale({ id: "arousal", title: "Arousal", better: "neither" }, [14, 16, 19, 20, 21]),
  ],
  reliabilities: [
    alpha("depth", 0.87, 0.9, stilesDoubtful),
    alpha("smoothness", 0.89, 0.93, stilesDoubtful),
    alpha("positivity", 0.86, 0.89, stilesDoubtful),
    alpha("arousal", 0.78, 0.81, stilesDoubtful),
  ],
  rights: {
    status: "ask",
    holder: "William B. Stiles",
    statement:
      "The author describes the questionnaire on his own page and gives it away. Permission to redistribute it in software has not been asked for yet.",
    url: "http://wbstiles.net/session_evaluation_questionnaire.htm",
    readOn: rightsReadOn,
    mayShipWording: false,
  },
  secondsToComplete: 120,
} as const;

const seqClient = {
  ...seq,
  id: "seq-5-client",
  title: "Session Evaluation Questionnaire, Form 5, client",
  shortTitle: "SEQ",
  rater: "client",
} as const satisfies Instrument;

const seqTherapist = {
  ...seq,
  id: "seq-5-therapist",
  title: "Session Evaluation Questionnaire, Form 5, therapist",
  shortTitle: "SEQ, therapist",
  rater: "therapist",
} as const satisfies Instrument;

const macKenzie1983 = source(
  "memory",
  "MacKenzie KR (1983). The clinical application of a group climate measure",
);

const groupClimateMember = {
  ...skeleton,
  id: "gcq-s-member",
  family: "gcq",
  title: "Group Climate Questionnaire, short",
  shortTitle: "GCQ-S",
  construct: "cohesion",
  rater: "member",
  about: "group",
  given: "each-session",
  key: "confident",
  keySource: macKenzie1983,
  items: sameItems(12, likert(0, 6)),
  scales: [
    meanScale({ id: "engaged", title: "Engaged", better: "higher" }, [1, 2, 4, 8, 11]),
    meanScale({ id: "avoiding", title: "Avoiding", better: "lower" }, [3, 5, 9]),
    meanScale({ id: "conflict", title: "Conflict", better: "neither" }, [6, 7, 10, 12]),
  ],
  reliabilities: [
    alpha("engaged", 0.94, 0.94, { ...macKenzie1983, ...readAs("unverified") }),
    alpha("avoiding", 0.92, 0.92, { ...macKenzie1983, ...readAs("unverified") }),
    alpha("conflict", 0.88, 0.88, { ...macKenzie1983, ...readAs("unverified") }),
  ],
  rights: rightsToAsk("K. Roy MacKenzie's estate"),
  secondsToComplete: 90,
} as const satisfies Instrument;

const keyNeeded = { ...skeleton, key: "needed" } as const;

const realRelationship = {
  ...keyNeeded,
  family: "rri",
  construct: "real-relationship",
  items: sameItems(24, likert(1, 5)),
  scales: [
    namedScale({ id: "realism", title: "Realism", better: "higher" }),
    namedScale({ id: "genuineness", title: "Genuineness", better: "higher" }),
    namedScale({ id: "total", title: "Real relationship", better: "higher" }),
  ],
  rights: rightsToAsk("Charles J. Gelso"),
  secondsToComplete: 240,
} as const;

const realRelationshipClient = {
  ...realRelationship,
  id: "rri-client",
  title: "Real Relationship Inventory, client",
  shortTitle: "RRI-C",
  rater: "client",
  keySource: source("unverified", "Kelley FA et al. (2010). Psychother Res 20: 430–442"),
} as const satisfies Instrument;

const realRelationshipTherapist = {
  ...realRelationship,
  id: "rri-therapist",
  title: "Real Relationship Inventory, therapist",
  shortTitle: "RRI-T",
  rater: "therapist",
  keySource: source("unverified", "Gelso CJ et al. (2005). J Couns Psychol 52: 640–649"),
} as const satisfies Instrument;

const rupture = {
  ...keyNeeded,
  construct: "rupture",
  about: "session",
  given: "each-session",
  items: [],
  rights: rightsToAsk("J. Christopher Muran, Catherine F. Eubanks, Jeremy D. Safran's estate"),
} as const;

const ruptureResolutionClient = {
  ...rupture,
  id: "rrq-client",
  family: "rrq",
  title: "Rupture Resolution Questionnaire",
  shortTitle: "RRQ",
  rater: "client",
  keySource: source("unverified", "Winkelman E, Safran JD, Muran JC: Rupture Resolution Questionnaire"),
  items: sameItems(20, likert(1, 5)),
  scales: [namedScale({ id: "resolved", title: "Resolved", better: "higher" })],
  secondsToComplete: 200,
} as const satisfies Instrument;

const postSessionClient = {
  ...rupture,
  id: "psq-client",
  family: "psq",
  title: "Post-Session Questionnaire, rupture questions, patient",
  shortTitle: "PSQ",
  rater: "client",
  keySource: source("unverified", "Muran JC et al. (2009). Psychotherapy 46: 233–248", {
    doi: "10.1037/a0016085",
  }),
  scales: [
    namedScale({ id: "strength", title: "Strength of the tension", better: "lower" }),
    namedScale({ id: "talked-about", title: "Talked about", better: "higher" }),
    namedScale({ id: "resolved", title: "Resolved", better: "higher" }),
  ],
  secondsToComplete: 60,
} as const satisfies Instrument;

const ruptureObserver = {
  ...rupture,
  id: "3rs-observer",
  family: "3rs",
  title: "Rupture Resolution Rating System",
  shortTitle: "3RS",
  rater: "observer",
  keySource: source(
    "unverified",
    "Eubanks CF, Muran JC, Safran JD (2015). Rupture Resolution Rating System: manual",
    {
      doi: "10.13140/2.1.1666.8488",
    },
  ),
  scales: [
    namedScale({ id: "withdrawal", title: "Withdrawal", better: "lower" }),
    namedScale({ id: "confrontation", title: "Confrontation", better: "lower" }),
    namedScale({ id: "resolved", title: "Resolved", better: "higher" }),
    namedScale({ id: "therapist-contribution", title: "Therapist's contribution", better: "lower" }),
  ],
  secondsToComplete: 3600,
} as const satisfies Instrument;

export const sessionProcessForms = [
  seqClient,
  seqTherapist,
  groupClimateMember,
  realRelationshipClient,
  realRelationshipTherapist,
  ruptureResolutionClient,
  postSessionClient,
  ruptureObserver,
] as const;

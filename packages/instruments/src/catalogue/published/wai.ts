import type { Instrument, Rights } from "../../instrument.ts";
import { likert, namedScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { alpha, readAs, rightsReadOn, skeleton, source } from "./skeleton.ts";

const rights: Rights = {
  status: "closed",
  holder: "Society for Psychotherapy Research",
  statement:
    "The author released the rights to the Society for Psychotherapy Research, which asks that requests for the inventory go to it.",
  url: "http://pastesqf.com/rehabilitation-measures/working-alliance-inventory",
  readOn: rightsReadOn,
  mayShipWording: false,
};

const horvath1989 = source("memory", "Horvath AO, Greenberg LS (1989). J Couns Psychol 36: 223–233", {
  doi: "10.1037/0022-0167.36.2.223",
});
const tracey1989 = source("memory", "Tracey TJ, Kokotovic AM (1989). Psychol Assess 1: 207–210", {
  doi: "10.1037/1040-3590.1.3.207",
});
const hatcher2006 = source("summary", "Hatcher RL, Gillaspy JA (2006). Psychother Res 16: 12–25", {
  doi: "10.1080/10503300500352500",
  url: "https://ebchelp.blueprint.ai/en/articles/5208475",
});
const munder2010 = source("memory", "Munder T et al. (2010). Clin Psychol Psychother 17: 231–239", {
  doi: "10.1002/cpp.658",
});

const wai = {
  ...skeleton,
  family: "wai",
  construct: "alliance",
  rights,
} as const;

const tasks36 = [2, 4, 7, 11, 13, 15, 16, 18, 24, 31, 33, 35];
const bond36 = [1, 5, 8, 17, 19, 20, 21, 23, 26, 28, 29, 36];
const goals36 = [3, 6, 9, 10, 12, 14, 22, 25, 27, 30, 32, 34];
const reversed36 = [1, 3, 7, 9, 10, 11, 12, 15, 20, 27, 29, 31, 33, 34];

const full = {
  ...wai,
  key: "confident",
  keySource: horvath1989,
  items: sameItems(36, likert(1, 7), reversed36),
  scales: [
    sumScale({ id: "bond", title: "Bond", better: "higher", requires: 10 }, bond36),
    sumScale({ id: "tasks", title: "Task", better: "higher", requires: 10 }, tasks36),
    sumScale({ id: "goals", title: "Goal", better: "higher", requires: 10 }, goals36),
    sumScale({ id: "total", title: "Alliance", better: "higher", requires: 30 }, numbersTo(36)),
  ],
  reliabilities: [alpha("total", 0.87, 0.93, horvath1989)],
  secondsToComplete: 420,
} as const;

const waiClient = {
  ...full,
  id: "wai-client",
  title: "Working Alliance Inventory, client",
  shortTitle: "WAI-C",
  rater: "client",
} as const satisfies Instrument;

const waiTherapist = {
  ...full,
  id: "wai-therapist",
  title: "Working Alliance Inventory, therapist",
  shortTitle: "WAI-T",
  rater: "therapist",
} as const satisfies Instrument;

const waiObserver = {
  ...full,
  id: "wai-observer",
  title: "Working Alliance Inventory, observer",
  shortTitle: "WAI-O",
  rater: "observer",
  about: "session",
} as const satisfies Instrument;

/** Store the value that is printed beside the answer: the order of the printed labels turns round on some items. */
const waiSrClient = {
  ...wai,
  id: "wai-sr-client",
  title: "Working Alliance Inventory, short revised, client",
  shortTitle: "WAI-SR",
  rater: "client",
  given: "each-session",
  key: "verified",
  keySource: hatcher2006,
  items: sameItems(12, likert(1, 5)),
  scales: [
    sumScale({ id: "bond", title: "Bond", better: "higher", requires: 3 }, [3, 5, 7, 9]),
    sumScale({ id: "tasks", title: "Task", better: "higher", requires: 3 }, [1, 2, 10, 12]),
    sumScale({ id: "goals", title: "Goal", better: "higher", requires: 3 }, [4, 6, 8, 11]),
    sumScale({ id: "total", title: "Alliance", better: "higher", requires: 10 }, numbersTo(12)),
  ],
  reliabilities: [
    alpha("total", 0.91, 0.92, { ...hatcher2006, ...readAs("memory") }, "United States"),
    alpha("total", 0.9, 0.93, munder2010, "Germany, 88 outpatients and 243 inpatients"),
  ],
  secondsToComplete: 120,
} as const satisfies Instrument;

const waiSClient = {
  ...wai,
  id: "wai-s-client",
  title: "Working Alliance Inventory, short, client",
  shortTitle: "WAI-S",
  rater: "client",
  given: "each-session",
  key: "confident",
  keySource: tracey1989,
  items: sameItems(12, likert(1, 7), [4, 10]),
  scales: [
    sumScale({ id: "bond", title: "Bond", better: "higher", requires: 3 }, [3, 5, 7, 9]),
    sumScale({ id: "tasks", title: "Task", better: "higher", requires: 3 }, [1, 2, 8, 12]),
    sumScale({ id: "goals", title: "Goal", better: "higher", requires: 3 }, [4, 6, 10, 11]),
    sumScale({ id: "total", title: "Alliance", better: "higher", requires: 10 }, numbersTo(12)),
  ],
  secondsToComplete: 120,
} as const satisfies Instrument;

const keyNeeded = {
  ...wai,
  key: "needed",
  scales: [
    namedScale({ id: "bond", title: "Bond", better: "higher" }),
    namedScale({ id: "tasks", title: "Task", better: "higher" }),
    namedScale({ id: "goals", title: "Goal", better: "higher" }),
    namedScale({ id: "total", title: "Alliance", better: "higher" }),
  ],
  secondsToComplete: 120,
} as const;

const hatcher2020 = source("unverified", "Hatcher RL, Lindqvist K, Falkenström F (2020). Psychother Res 30", {
  doi: "10.1080/10503307.2019.1677964",
});

const waiSrTherapist = {
  ...keyNeeded,
  id: "wai-sr-therapist",
  title: "Working Alliance Inventory, short revised, therapist",
  shortTitle: "WAI-SR-T",
  rater: "therapist",
  keySource: hatcher2020,
  items: [],
} as const satisfies Instrument;

const waiSTherapist = {
  ...keyNeeded,
  id: "wai-s-therapist",
  title: "Working Alliance Inventory, short, therapist",
  shortTitle: "WAI-S-T",
  rater: "therapist",
  keySource: hatcher2020,
  items: [],
} as const satisfies Instrument;

const waiSrObserver = {
  ...keyNeeded,
  id: "wai-sr-observer",
  title: "Working Alliance Inventory, short revised, observer",
  shortTitle: "WAI-SR-O",
  rater: "observer",
  about: "session",
  keySource: source("unverified", "Ribeiro E et al. (2021). Front Psychol 12: 647814", {
    doi: "10.3389/fpsyg.2021.647814",
  }),
  items: sameItems(12, likert(1, 7)),
} as const satisfies Instrument;

const waiBrief = {
  ...keyNeeded,
  id: "br-wai-client",
  title: "Brief Working Alliance Inventory, client",
  shortTitle: "br-WAI",
  rater: "client",
  keySource: source("unverified", "Mallinckrodt B, Tekie YT (2016). Psychother Res 26: 694–719"),
  items: sameItems(16, likert(1, 7)),
} as const satisfies Instrument;

const waiAdolescent = {
  ...keyNeeded,
  id: "wai-a-client",
  title: "Working Alliance Inventory, adolescents",
  shortTitle: "WAI-A",
  rater: "client",
  ageBands: ["adolescent"],
  keySource: source("unverified", "DiGiuseppe R, Linscott J, Jilton R (1996). Appl Prev Psychol 5: 85–100"),
  items: sameItems(36, likert(1, 7)),
} as const satisfies Instrument;

export const workingAllianceInventories = [
  waiClient,
  waiTherapist,
  waiObserver,
  waiSrClient,
  waiSrTherapist,
  waiSrObserver,
  waiSClient,
  waiSTherapist,
  waiBrief,
  waiAdolescent,
] as const;

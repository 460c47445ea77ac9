import type { Instrument, Rights, Scale } from "../../instrument.ts";
import { likert, numbersTo, sameItems, sumScale } from "../building.ts";
import { type NormSample, normsOf, rightsReadOn, skeleton, source } from "./skeleton.ts";

/** The eight octants in the order of the tables: from domineering at 90° counter-clockwise. */
const octants = [
  { id: "domineering", title: "Domineering", angle: 90 },
  { id: "vindictive", title: "Vindictive, self-centred", angle: 135 },
  { id: "cold", title: "Cold, distant", angle: 180 },
  { id: "socially-inhibited", title: "Socially inhibited", angle: 225 },
  { id: "nonassertive", title: "Nonassertive", angle: 270 },
  { id: "exploitable", title: "Overly accommodating, exploitable", angle: 315 },
  { id: "self-sacrificing", title: "Self-sacrificing, overly nurturant", angle: 0 },
  { id: "intrusive", title: "Intrusive, needy", angle: 45 },
] as const;
const octantIds = octants.map((octant) => octant.id);

function octantScales(items: readonly (readonly number[])[], requires: number): readonly Scale[] {
  return octants.map(({ angle, ...head }, index) => ({
    ...sumScale({ ...head, better: "lower", requires }, items[index]!),
    angle,
  }));
}

/** Octant k holds items k, k + 8, k + 16, … */
function everyEighth(last: number): readonly (readonly number[])[] {
  return octants.map((_, index) => numbersTo(last, index + 1, 8));
}

const circumplex = {
  ...skeleton,
  construct: "interpersonal-problems",
  rater: "client",
  about: "self",
  given: "intake",
} as const;

const mindGarden: Rights = {
  status: "closed",
  holder: "Mind Garden",
  statement:
    "Mind Garden alone may distribute the inventory in full. Key and norms may be listed with its credit line.",
  url: "https://www.mindgarden.com/113-inventory-of-interpersonal-problems",
  readOn: rightsReadOn,
  mayShipWording: false,
  creditLine:
    "Inventory of Interpersonal Problems: Horowitz LM, Alden LE, Wiggins JS, Pincus AL. Distributed by Mind Garden, www.mindgarden.com",
};

const horowitz2003 = source("summary", "Horowitz LM, Alden LE, Wiggins JS, Pincus AL (2003). IIP manual", {
  url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/iip32.R",
  page: "appendix H",
});
const standardization: NormSample = {
  sample: "US standardization sample",
  population: "adults of the United States",
  n: 800,
  kind: "standardization",
  source: horowitz2003,
};

const iip32Client = {
  ...circumplex,
  id: "iip-32-client",
  family: "iip",
  title: "Inventory of Interpersonal Problems, 32 items",
  shortTitle: "IIP-32",
  key: "verified",
  keySource: horowitz2003,
  items: sameItems(32, likert(0, 4)),
  scales: octantScales(
    [
      [22, 25, 28, 30],
      [14, 16, 17, 18],
      [10, 11, 13, 15],
      [2, 5, 9, 19],
      [4, 6, 7, 12],
      [1, 8, 20, 31],
      [23, 26, 27, 32],
      [3, 21, 24, 29],
    ],
    3,
  ),
  norms: normsOf(
    standardization,
    octantIds,
    [2.0, 2.7, 2.7, 3.3, 4.0, 4.3, 4.3, 2.7],
    [2.5, 3.3, 3.7, 3.3, 3.3, 3.0, 3.3, 2.6],
  ),
  rights: mindGarden,
  secondsToComplete: 300,
} as const satisfies Instrument;

const iip64Client = {
  ...circumplex,
  id: "iip-64-client",
  family: "iip",
  title: "Inventory of Interpersonal Problems, 64 items",
  shortTitle: "IIP-64",
  key: "verified",
  keySource: { ...horowitz2003, url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/iip64.R" },
  items: sameItems(64, likert(0, 4)),
  scales: octantScales(
    [
      [17, 31, 44, 45, 50, 52, 57, 59],
      [1, 22, 24, 29, 32, 40, 56, 64],
      [11, 15, 16, 20, 23, 27, 36, 60],
      [3, 7, 14, 18, 33, 35, 55, 62],
      [5, 6, 8, 9, 12, 13, 19, 39],
      [2, 10, 25, 34, 38, 42, 53, 61],
      [21, 28, 37, 46, 49, 51, 54, 63],
      [4, 26, 30, 41, 43, 47, 48, 58],
    ],
    6,
  ),
  norms: normsOf(
    standardization,
    octantIds,
    [4.9, 5.3, 5.7, 6.5, 7.4, 7.8, 8.2, 5.7],
    [4.5, 5.1, 5.9, 5.7, 6.1, 5.3, 5.5, 4.8],
  ),
  rights: mindGarden,
  secondsToComplete: 600,
} as const satisfies Instrument;

const soldz1995 = source("summary", "Soldz S, Budman S, Demby A, Merry J (1995). Assessment 2: 53–63", {
  doi: "10.1177/1073191195002001006",
  url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/iipsc.R",
});
const hopwood2008 = source(
  "summary",
  "Hopwood CJ, Pincus AL, DeMoor RM, Koonce EA (2008). J Pers Assess 90",
  {
    doi: "10.1080/00223890802388665",
    url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/iipsc.R",
  },
);

const iipShortCircumplexClient = {
  ...circumplex,
  id: "iip-sc-client",
  family: "iip",
  title: "Inventory of Interpersonal Problems, short circumplex",
  shortTitle: "IIP-SC",
  key: "verified",
  keySource: soldz1995,
  items: sameItems(32, likert(0, 4)),
  scales: octantScales(everyEighth(32), 3),
  norms: [
    ...normsOf(
      {
        sample: "college students, United States",
        population: "students",
        n: 872,
        kind: "published",
        source: hopwood2008,
      },
      octantIds,
      [3.04, 3.17, 3.6, 4.19, 5.68, 5.54, 5.86, 4.1],
      [2.64, 2.76, 3.42, 3.79, 3.66, 3.41, 3.3, 3.2],
    ),
    // Printed per item; four times that is the octant's sum.
    ...normsOf(
      {
        sample: "psychiatric outpatients, United States",
        population: "outpatients",
        n: 106,
        kind: "published",
        source: soldz1995,
      },
      octantIds,
      [3.96, 3.88, 5.2, 5.32, 7.24, 7.68, 8.56, 5.72],
      [3.28, 3.4, 4.28, 3.92, 3.56, 3.56, 3.6, 4.2],
    ),
  ],
  rights: mindGarden,
  secondsToComplete: 300,
} as const satisfies Instrument;

const boudreaux2018 = source(
  "summary",
  "Boudreaux MJ, Ozer DJ, Oltmanns TF, Wright AGC (2018). Psychol Assess 30",
  {
    doi: "10.1037/pas0000505",
    url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/csip.R",
  },
);

const csipClient = {
  ...circumplex,
  id: "csip-client",
  family: "csip",
  title: "Circumplex Scales of Interpersonal Problems",
  shortTitle: "CSIP",
  key: "verified",
  keySource: boudreaux2018,
  items: sameItems(64, likert(0, 3)),
  scales: octantScales(everyEighth(64), 6),
  norms: normsOf(
    {
      sample: "college students, United States",
      population: "students",
      n: 712,
      kind: "published",
      source: boudreaux2018,
    },
    octantIds,
    [3.0, 3.2, 5.6, 7.2, 7.1, 6.5, 7.4, 4.7],
    [3.9, 3.8, 5.1, 5.5, 5.1, 4.6, 4.7, 4.0],
  ),
  rights: {
    status: "open",
    holder: "Michael J. Boudreaux and colleagues",
    statement:
      "Listed as open access, with its items, by the circumplex package. The words do not ship here until the authors' own statement has been read.",
    url: "https://github.com/jmgirard/circumplex/blob/main/data-raw/csip.R",
    readOn: rightsReadOn,
    mayShipWording: false,
  },
  secondsToComplete: 600,
} as const satisfies Instrument;

export const interpersonalForms = [iip32Client, iip64Client, iipShortCircumplexClient, csipClient] as const;

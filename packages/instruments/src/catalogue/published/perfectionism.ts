import type { Instrument } from "../../instrument.ts";
import { likert, namedScale, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { alpha, bandFrom, skeleton, source } from "./skeleton.ts";

const perfectionism = {
  ...skeleton,
  construct: "perfectionism",
  rater: "client",
  about: "self",
  given: "intake",
} as const;

const slaney2001 = source("memory", "Slaney RB et al. (2001). Meas Eval Couns Dev 34: 130–145");
const rice2007 = source("memory", "Rice KG, Ashby JS (2007). J Couns Psychol 54: 72–85");

const almostPerfectClient = {
  ...perfectionism,
  id: "aps-r-client",
  family: "aps-r",
  title: "Almost Perfect Scale, revised",
  shortTitle: "APS-R",
  key: "confident",
  keySource: slaney2001,
  items: sameItems(23, likert(1, 7)),
  scales: [
    sumScale({ id: "standards", title: "High standards", better: "neither" }, [1, 5, 8, 12, 14, 18, 22]),
    sumScale({ id: "order", title: "Order", better: "neither" }, [2, 4, 7, 10]),
    sumScale(
      { id: "discrepancy", title: "Discrepancy", better: "lower" },
      [3, 6, 9, 11, 13, 15, 16, 17, 19, 20, 21, 23],
    ),
  ],
  cutoffs: [
    bandFrom("standards", 42, "high standards, as perfectionists hold", rice2007),
    bandFrom("discrepancy", 42, "with high standards: the kind that hurts", rice2007),
  ],
  reliabilities: [
    alpha("standards", 0.85, 0.92, slaney2001),
    alpha("order", 0.85, 0.92, slaney2001),
    alpha("discrepancy", 0.85, 0.92, slaney2001),
  ],
  rights: rightsToAsk("Robert B. Slaney, Kenneth G. Rice"),
  secondsToComplete: 200,
} as const satisfies Instrument;

const shortAlmostPerfectClient = {
  ...perfectionism,
  id: "saps-client",
  family: "aps-r",
  title: "Short Almost Perfect Scale",
  shortTitle: "SAPS",
  key: "needed",
  keySource: source("unverified", "Rice KG, Richardson CME, Tueller S (2014). J Pers Assess 96: 368–379"),
  items: sameItems(8, likert(1, 7)),
  scales: [
    namedScale({ id: "standards", title: "High standards", better: "neither" }),
    namedScale({ id: "discrepancy", title: "Discrepancy", better: "lower" }),
  ],
  rights: rightsToAsk("Kenneth G. Rice"),
  secondsToComplete: 70,
} as const satisfies Instrument;

const hewitt1991 = source("memory", "Hewitt PL, Flett GL (1991). J Pers Soc Psychol 60: 456–470", {
  doi: "10.1037/0022-3514.60.3.456",
});

const multidimensionalPerfectionismClient = {
  ...perfectionism,
  id: "mps-client",
  family: "mps",
  title: "Multidimensional Perfectionism Scale (Hewitt and Flett)",
  shortTitle: "MPS",
  key: "confident",
  keySource: hewitt1991,
  items: sameItems(45, likert(1, 7), [2, 3, 4, 8, 9, 10, 12, 19, 21, 24, 30, 34, 36, 37, 38, 43, 44, 45]),
  scales: [
    sumScale(
      { id: "self-oriented", title: "Self-oriented perfectionism", better: "lower" },
      [1, 6, 8, 12, 14, 15, 17, 20, 23, 28, 32, 34, 36, 40, 42],
    ),
    sumScale(
      { id: "other-oriented", title: "Other-oriented perfectionism", better: "lower" },
      [2, 3, 4, 7, 10, 16, 19, 22, 24, 26, 27, 29, 38, 43, 45],
    ),
    sumScale(
      { id: "socially-prescribed", title: "Socially prescribed perfectionism", better: "lower" },
      [5, 9, 11, 13, 18, 21, 25, 30, 31, 33, 35, 37, 39, 41, 44],
    ),
  ],
  reliabilities: [
    alpha("self-oriented", 0.86, 0.86, hewitt1991),
    alpha("other-oriented", 0.82, 0.82, hewitt1991),
    alpha("socially-prescribed", 0.87, 0.87, hewitt1991),
  ],
  rights: {
    status: "closed",
    holder: "Multi-Health Systems",
    statement: "Sold by its publisher; understood to be closed, its terms not read for this catalogue.",
    readOn: null,
    mayShipWording: false,
  },
  secondsToComplete: 420,
} as const satisfies Instrument;

/** Which items of Form A are reversed, and which make the perfectionism factor, must come from its authors. */
const dysfunctionalAttitudesClient = {
  ...perfectionism,
  id: "das-a-client",
  family: "das",
  title: "Dysfunctional Attitude Scale, Form A",
  shortTitle: "DAS-A",
  key: "needed",
  keySource: source(
    "unverified",
    "Weissman AN, Beck AT (1978). Development and validation of the Dysfunctional Attitude Scale",
  ),
  items: sameItems(40, likert(1, 7)),
  scales: [
    namedScale({ id: "perfectionism", title: "Perfectionism", better: "lower" }),
    namedScale({ id: "need-for-approval", title: "Need for approval", better: "lower" }),
    namedScale(
      { id: "total", title: "Dysfunctional attitudes", better: "lower" },
      { minimum: 40, maximum: 280 },
    ),
  ],
  rights: rightsToAsk("Arlene N. Weissman"),
  secondsToComplete: 420,
} as const satisfies Instrument;

export const perfectionismForms = [
  almostPerfectClient,
  shortAlmostPerfectClient,
  multidimensionalPerfectionismClient,
  dysfunctionalAttitudesClient,
] as const;

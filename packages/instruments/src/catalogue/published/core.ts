import type { Instrument, Rights } from "../../instrument.ts";
import { likert, meanScale, namedScale, numbersTo, sameItems } from "../building.ts";
import { alpha, bandFrom, clinicalFrom, reliableChange, rightsReadOn, skeleton, source } from "./skeleton.ts";

const rights: Rights = {
  status: "conditional",
  holder: "CORE System Trust",
  licence: "CC-BY-ND-4.0",
  statement:
    "Any organisation may reproduce the CORE instruments in software without payment, word for word, with the attribution, and not reworded or translated at home. Load the words as the Trust publishes them.",
  url: "https://camcops.readthedocs.io/en/latest/tasks/core10.html",
  readOn: rightsReadOn,
  mayShipWording: false,
  creditLine: "CORE instruments: copyright CORE System Trust, CC BY-ND 4.0, www.coresystemtrust.org.uk",
};

const core = {
  ...skeleton,
  family: "core",
  construct: "outcome",
  rater: "client",
  about: "self",
  rights,
  seenBy: "care-team",
} as const;

const barkham2013 = source("memory", "Barkham M et al. (2013). The CORE-10. Couns Psychother Res 13: 3–13", {
  doi: "10.1080/14733145.2012.729069",
});

/** The clinical score is ten times the mean of what was answered. */
const core10 = {
  ...core,
  id: "core-10",
  title: "Clinical Outcomes in Routine Evaluation, 10 items",
  shortTitle: "CORE-10",
  key: "verified",
  keySource: source("summary", "Barkham M et al. (2013). The CORE-10. Couns Psychother Res 13: 3–13", {
    doi: "10.1080/14733145.2012.729069",
    url: "https://camcops.readthedocs.io/en/latest/tasks/core10.html",
  }),
  items: sameItems(10, likert(0, 4), [2, 3]),
  scales: [
    meanScale(
      { id: "total", title: "Psychological distress", better: "lower", factor: 10, requires: 9 },
      numbersTo(10),
    ),
  ],
  cutoffs: [
    clinicalFrom("total", 11, "clinical range", barkham2013),
    bandFrom("total", 13, "clinical range for depression", barkham2013),
    bandFrom("total", 15, "moderate", barkham2013),
    bandFrom("total", 20, "moderately severe", barkham2013),
    bandFrom("total", 25, "severe", barkham2013),
  ],
  reliableChanges: [reliableChange("total", 6, "published for the instrument", barkham2013)],
  riskItems: [{ item: "i06", atLeast: 1, about: "suicide" }],
  secondsToComplete: 100,
} as const satisfies Instrument;

const evans2002 = source("memory", "Evans C et al. (2002). Br J Psychiatry 180: 51–60");

const coreOm = {
  ...core,
  id: "core-om",
  title: "Clinical Outcomes in Routine Evaluation, outcome measure",
  shortTitle: "CORE-OM",
  key: "confident",
  keySource: evans2002,
  items: sameItems(34, likert(0, 4), [3, 4, 7, 12, 19, 21, 31, 32]),
  scales: [
    meanScale({ id: "well-being", title: "Well-being", better: "lower", factor: 10 }, [4, 14, 17, 31]),
    meanScale(
      { id: "problems", title: "Problems", better: "lower", factor: 10 },
      [2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30],
    ),
    meanScale(
      { id: "functioning", title: "Functioning", better: "lower", factor: 10 },
      [1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33],
    ),
    meanScale(
      { id: "risk", title: "Risk", better: "lower", factor: 10, requires: 6 },
      [6, 9, 16, 22, 24, 34],
    ),
    meanScale(
      { id: "total", title: "Psychological distress", better: "lower", factor: 10, requires: 31 },
      numbersTo(34),
    ),
  ],
  cutoffs: [clinicalFrom("total", 10, "clinical range", evans2002)],
  reliableChanges: [reliableChange("total", 5, "published for the instrument", evans2002)],
  riskItems: [
    { item: "i06", atLeast: 1, about: "harm-to-others" },
    { item: "i09", atLeast: 1, about: "suicide" },
    { item: "i16", atLeast: 1, about: "suicide" },
    { item: "i22", atLeast: 1, about: "harm-to-others" },
    { item: "i24", atLeast: 1, about: "suicide" },
    { item: "i34", atLeast: 1, about: "safety" },
  ],
  secondsToComplete: 360,
} as const satisfies Instrument;

const keyNeeded = { ...core, key: "needed", items: [] } as const;

const twigg2016 = {
  doi: "10.1111/camh.12128",
  url: "https://pubmed.ncbi.nlm.nih.gov/32680371/",
};
const twiggCitation = "Twigg E et al. (2016). Child Adolesc Ment Health 21: 115–123";

/** Its cut-offs differ by age and sex and are not known here, so no one is called recovered by it. */
const youngPersonsCore = {
  ...keyNeeded,
  id: "yp-core",
  title: "Young Person's CORE",
  shortTitle: "YP-CORE",
  ageBands: ["adolescent"],
  keySource: source(
    "unverified",
    "Twigg E et al. (2009). Young Person's CORE. Couns Psychother Res 9: 160–168",
  ),
  scales: [
    namedScale(
      { id: "total", title: "Psychological distress", better: "lower" },
      { minimum: 0, maximum: 40 },
    ),
  ],
  reliabilities: [
    alpha("total", 0.8, 0.8, source("abstract", twiggCitation, twigg2016), "1,269 clients aged 11 to 16"),
  ],
  reliableChanges: [
    reliableChange(
      "total",
      8,
      "about what is published; it differs by age and sex",
      source("unverified", twiggCitation, twigg2016),
    ),
  ],
  secondsToComplete: 100,
} as const satisfies Instrument;

const core5 = {
  ...keyNeeded,
  id: "core-5",
  title: "Clinical Outcomes in Routine Evaluation, 5 items",
  shortTitle: "CORE-5",
  given: "each-session",
  keySource: source("unverified", "Barkham M et al.: CORE-5, a session-by-session tracker"),
  scales: [namedScale({ id: "total", title: "Psychological distress", better: "lower" })],
  secondsToComplete: 50,
} as const satisfies Instrument;

export const coreForms = [core10, coreOm, youngPersonsCore, core5] as const;

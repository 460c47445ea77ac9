import type { Instrument } from "../../instrument.ts";
import { likert, namedScale, numbersTo, sameItems, sumScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { clinicalFrom, reliableChange, rightsReadOn, skeleton, source } from "./skeleton.ts";

const outcome = {
  ...skeleton,
  construct: "outcome",
  rater: "client",
  about: "self",
  seenBy: "care-team",
} as const;

const lambert1996 = source("memory", "Lambert MJ et al. (1996). Clin Psychol Psychother 3: 249–258");

/** The items of the three subscales are the holder's to tell; the total and its key are known. */
const oq45 = {
  ...outcome,
  id: "oq-45-2",
  family: "oq",
  title: "Outcome Questionnaire 45.2",
  shortTitle: "OQ-45.2",
  key: "confident",
  keySource: lambert1996,
  items: sameItems(45, likert(0, 4), [1, 12, 13, 20, 21, 24, 31, 37, 43]),
  scales: [
    namedScale(
      { id: "symptom-distress", title: "Symptom distress", better: "lower" },
      { minimum: 0, maximum: 100 },
    ),
    namedScale(
      { id: "interpersonal-relations", title: "Interpersonal relations", better: "lower" },
      { minimum: 0, maximum: 44 },
    ),
    namedScale({ id: "social-role", title: "Social role", better: "lower" }, { minimum: 0, maximum: 36 }),
    sumScale({ id: "total", title: "Distress", better: "lower", requires: 41 }, numbersTo(45)),
  ],
  cutoffs: [clinicalFrom("total", 64, "clinical range; 63 is still functional", lambert1996)],
  reliableChanges: [reliableChange("total", 14, "published for the instrument", lambert1996)],
  riskItems: [
    // The holder's own threshold is not known: from 1, so that suicide alerts no later than alcohol does. Provisional.
    { item: "i08", atLeast: 1, about: "suicide" },
    { item: "i11", atLeast: 1, about: "substance" },
    { item: "i26", atLeast: 1, about: "substance" },
    { item: "i32", atLeast: 1, about: "substance" },
    { item: "i44", atLeast: 1, about: "harm-to-others" },
  ],
  rights: {
    status: "closed",
    holder: "OQ Measures LLC",
    statement: "Used under a paid licence from the holder.",
    url: "https://www.oqmeasures.com",
    readOn: rightsReadOn,
    mayShipWording: false,
  },
  secondsToComplete: 420,
} as const satisfies Instrument;

const totalOnly = { ...outcome, key: "needed", items: [] } as const;

/** Known by its total alone, as studies and records carry it. */
const bdi = {
  ...totalOnly,
  id: "bdi",
  family: "bdi",
  title: "Beck Depression Inventory, total",
  shortTitle: "BDI",
  keySource: source("memory", "Beck AT et al. (1961). Arch Gen Psychiatry 4: 561–571"),
  scales: [
    namedScale({ id: "total", title: "Depressive symptoms", better: "lower" }, { minimum: 0, maximum: 63 }),
  ],
  rights: {
    status: "closed",
    holder: "Pearson",
    statement: "Sold by its publisher; understood to be closed, its terms not read for this catalogue.",
    readOn: null,
    mayShipWording: false,
  },
  secondsToComplete: 300,
} as const satisfies Instrument;

/** Rated by an interviewer; known by its total alone. */
const hamd = {
  ...totalOnly,
  id: "hamd",
  family: "hamd",
  title: "Hamilton Depression Rating Scale, 17 items, total",
  shortTitle: "HAM-D",
  rater: "observer",
  about: "client",
  keySource: source("memory", "Hamilton M (1960). J Neurol Neurosurg Psychiatry 23: 56–62"),
  scales: [
    namedScale({ id: "total", title: "Depressive symptoms", better: "lower" }, { minimum: 0, maximum: 52 }),
  ],
  rights: rightsToAsk("Max Hamilton's estate"),
  secondsToComplete: 1200,
} as const satisfies Instrument;

export const closedOutcomeForms = [oq45, bdi, hamd] as const;

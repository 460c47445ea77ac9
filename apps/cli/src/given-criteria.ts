import type { Find } from "@concord/course";
import {
  type Cutoff,
  findInstrument,
  type Instrument,
  type ReliableChange,
  type Source,
} from "@concord/instruments";
import type { GivenCriterion } from "@concord/interchange";

/** Nobody has looked the figure up for Concord: whoever reads the file answers for it. */
const given: Source = { citation: "given for this file", read: "unverified", certainty: "doubtful" };

/** The catalogue, with what a mapping says of change on its scales put first. */
export function withCriteria(criteria: readonly GivenCriterion[]): Find {
  const made = new Map<string, Instrument>();
  for (const criterion of criteria) {
    const { instrument } = criterion;
    const base = made.get(instrument) ?? findInstrument(instrument) ?? outsideCatalogue(criterion);
    made.set(instrument, {
      ...base,
      reliableChanges: [...reliable(criterion), ...base.reliableChanges],
      cutoffs: [...clinical(criterion), ...base.cutoffs],
    });
  }
  return (id) => made.get(id) ?? findInstrument(id);
}

function reliable({ scale, reliableChange }: GivenCriterion): readonly ReliableChange[] {
  if (reliableChange === null) return [];
  return [{ scale, points: reliableChange, basis: "The criterion of reliable change", source: given }];
}

function clinical({ scale, cutoff, better }: GivenCriterion): readonly Cutoff[] {
  if (cutoff === null) return [];
  const side = better === "lower" ? "at-or-above" : "at-or-below";
  return [{ scale, value: cutoff, side, meaning: "The clinical range", use: "clinical", source: given }];
}

/** As much of an instrument as a name in a file amounts to. */
function outsideCatalogue({ instrument, rater, construct }: GivenCriterion): Instrument {
  return {
    id: instrument,
    family: instrument,
    version: "0",
    title: instrument,
    shortTitle: instrument,
    construct,
    rater,
    about: "self",
    ageBands: ["adult"],
    given: "periodic",
    items: [],
    scales: [],
    key: "needed",
    keySource: given,
    norms: [],
    cutoffs: [],
    reliableChanges: [],
    riskItems: [],
    rights: {
      status: "ask",
      holder: "not known",
      statement: "Not in the catalogue.",
      readOn: "",
      mayShipWording: false,
    },
    wordings: [],
    validation: "published",
    seenBy: "pair",
    secondsToComplete: 0,
  };
}

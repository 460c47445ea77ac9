import {
  type ComputedClaimText,
  type EvidenceCorpus,
  type SynthesisDefinition,
  simulatedCorpus,
  startingCorpus,
  usualModel,
} from "@concord/evidence";

/** The day on which the evidence that ships with Concord was last read over: the date of its first editions. */
export const corpusDate = "2026-11-22";

/** What the studies a practice adds are about, unless they say otherwise. */
export const usualTopic = "alliance-outcome";

const definition: SynthesisDefinition = {
  id: "alliance-outcome-in-hand",
  title: "Alliance and outcome, from the studies in hand",
  question: "Does a stronger alliance go with a better outcome, in the studies this practice has entered?",
  filter: { topics: [usualTopic] },
  model: usualModel,
};

const claim: ComputedClaimText = {
  id: "alliance-goes-with-outcome-in-hand",
  title: "Alliance and outcome, from the studies in hand",
  synthesis: definition.id,
  sentences: {
    better: "In the studies this practice has entered, a stronger alliance goes with a better outcome.",
    worse: "In the studies this practice has entered, a stronger alliance goes with a worse outcome.",
    unclear:
      "In the studies this practice has entered, it stays open whether the alliance goes with outcome.",
  },
  population: "as the studies describe it",
  rater: "mixed",
  serves: ["S1", "S9", "S11"],
  limits: ["It rests on the studies somebody here chose to enter, not on a search of the literature."],
};

/**
 * The evidence a practice starts with. A simulated practice also has made-up studies, so that there is something to
 * pool; a real one has none, and a question that waits for the first study it enters.
 */
export function builtInCorpus(simulated: boolean): EvidenceCorpus {
  if (simulated) {
    return {
      studies: [...simulatedCorpus.studies, ...startingCorpus.studies],
      definitions: [...simulatedCorpus.definitions, ...startingCorpus.definitions],
      claims: [...simulatedCorpus.claims, ...startingCorpus.claims],
    };
  }
  return {
    studies: startingCorpus.studies,
    definitions: [...startingCorpus.definitions, definition],
    claims: [...startingCorpus.claims, claim],
  };
}

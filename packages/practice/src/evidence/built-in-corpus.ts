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
  title: "Alliance and outcome: studies in this database",
  question: "Is a stronger alliance associated with better outcome in the studies entered in this practice?",
  filter: { topics: [usualTopic] },
  model: usualModel,
};

const claim: ComputedClaimText = {
  id: "alliance-goes-with-outcome-in-hand",
  title: { id: "evidence.computed.own.title", values: {} },
  synthesis: definition.id,
  sentences: {
    better: { id: "evidence.computed.own.better", values: {} },
    worse: { id: "evidence.computed.own.worse", values: {} },
    unclear: { id: "evidence.computed.own.unclear", values: {} },
  },
  population: { id: "evidence.computed.own.population", values: {} },
  rater: "mixed",
  serves: ["S1", "S9", "S11"],
  limits: [{ id: "evidence.statement.limit.own-studies", values: {} }],
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

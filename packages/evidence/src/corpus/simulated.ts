import type { StaffMessage } from "@concord/messages";
import type { ComputedClaimText } from "../computed-claim.ts";
import type { EvidenceCorpus } from "../ledger/ledger.ts";
import type { Report, Study, StudyAgeBand, Timing } from "../study/study.ts";
import { type SynthesisDefinition, usualModel } from "../synthesis/definition.ts";

/**
 * Made-up studies to learn the evidence pages with: they are evidence of nothing, say so wherever they are shown, and
 * no guidance rests on them.
 */
type Row = readonly [
  name: string,
  year: number,
  ageBand: StudyAgeBand,
  timing: Timing,
  n: number,
  client: number | null,
  therapist: number | null,
  observer: number | null,
];

const rows: readonly Row[] = [
  ["Ash", 1998, "adult", "early", 42, 0.38, 0.18, null],
  ["Beech", 2001, "adult", "early", 65, 0.12, null, 0.27],
  ["Cedar", 2003, "adult", "mid", 120, 0.41, 0.22, null],
  ["Elder", 2004, "adolescent", "early", 38, 0.02, -0.06, 0.2],
  ["Fir", 2006, "adult", "late", 51, 0.52, 0.31, null],
  ["Hazel", 2008, "adult", "early", 210, 0.26, null, null],
  ["Juniper", 2009, "child", "mid", 33, -0.05, 0.21, null],
  ["Larch", 2011, "adult", "average", 88, 0.33, 0.1, 0.3],
  ["Maple", 2013, "adult", "early", 74, 0.11, -0.04, null],
  ["Oak", 2015, "adolescent", "mid", 57, 0.34, null, 0.08],
  ["Pine", 2017, "adult", "late", 143, 0.47, 0.29, null],
  ["Rowan", 2018, "adult", "early", 96, 0.18, 0.15, null],
  ["Spruce", 2020, "mixed", "average", 61, 0.36, null, null],
  ["Willow", 2022, "adult", "early", 180, 0.14, 0.2, 0.05],
];

const topic = "alliance-outcome";

const studies: readonly Study[] = [
  ...rows.map(study),
  {
    ...study(["Yew", 2014, "adult", "early", 29, null, null, null]),
    stage: { kind: "narrative", reason: "reports a test without its figures" },
  },
  {
    ...study(["Alder", 2016, "adult", "early", 70, null, null, null]),
    stage: { kind: "excluded", at: "full-text", reason: "no measure of the alliance" },
  },
  {
    ...study(["Birch", 2012, "adult", "early", 45, null, null, null]),
    stage: { kind: "excluded", at: "screening", reason: "not a study of therapy" },
  },
];

const definitions: readonly SynthesisDefinition[] = [
  {
    id: "simulated-alliance-outcome",
    title: "Alliance and outcome (simulated studies)",
    question: "Is a stronger alliance associated with better outcome?",
    filter: { topics: [topic] },
    model: usualModel,
  },
  {
    id: "simulated-client-rated",
    title: "Client-rated alliance and outcome (simulated studies)",
    question: "Is client-rated alliance associated with better outcome?",
    filter: { topics: [topic], raters: ["client"] },
    model: { ...usualModel, test: "knha", random: "effect", robust: null },
  },
  {
    id: "simulated-who-rated",
    title: "Alliance and outcome by rater (simulated studies)",
    question: "Do effect sizes differ by rater?",
    filter: { topics: [topic] },
    model: { ...usualModel, mods: "~ rater" },
  },
];

const limit: StaffMessage = { id: "evidence.statement.limit.simulated", values: {} };

const claims: readonly ComputedClaimText[] = [
  {
    id: "simulated-alliance-predicts-outcome",
    title: { id: "evidence.computed.simulated.title", values: {} },
    synthesis: "simulated-alliance-outcome",
    sentences: {
      better: { id: "evidence.computed.simulated.better", values: {} },
      worse: { id: "evidence.computed.simulated.worse", values: {} },
      unclear: { id: "evidence.computed.simulated.unclear", values: {} },
    },
    population: { id: "evidence.computed.simulated.population", values: {} },
    rater: "mixed",
    serves: ["S1"],
    limits: [limit],
  },
  {
    id: "simulated-client-rated-predicts-outcome",
    title: { id: "evidence.computed.simulated-clients.title", values: {} },
    synthesis: "simulated-client-rated",
    sentences: {
      better: { id: "evidence.computed.simulated-clients.better", values: {} },
      worse: { id: "evidence.computed.simulated-clients.worse", values: {} },
      unclear: { id: "evidence.computed.simulated-clients.unclear", values: {} },
    },
    population: { id: "evidence.computed.simulated.population", values: {} },
    rater: "client",
    serves: ["S1"],
    limits: [limit],
  },
];

/** Made-up studies with their syntheses and claims, for demonstrations only. */
export const simulatedCorpus: EvidenceCorpus = { studies, definitions, claims };

function study([name, year, ageBand, timing, n, client, therapist, observer]: Row): Study {
  const report = (rater: "client" | "therapist" | "observer", r: number | null): readonly Report[] =>
    r === null
      ? []
      : [
          {
            id: rater,
            rater,
            instrument: "made-up alliance form",
            timing,
            outcome: "made-up outcome",
            outcomeRater: "client",
            figures: { kind: "correlation", r, n },
            toward: "better",
            note: null,
          },
        ];
  return {
    id: `simulated-${name.toLowerCase()}-${year}`,
    citation: `${name} (${year}), simulated study`,
    authors: [name],
    year,
    title: "Simulated study of alliance and outcome",
    doi: null,
    design: "longitudinal",
    population: { ageBand, country: null, setting: null, description: "nobody: simulated" },
    quality: "not-rated",
    topics: [topic],
    stage: { kind: "pooled" },
    provenance: { kind: "simulated", source: "simulated for demonstration", licence: "CC0-1.0" },
    reports: [
      ...report("client", client),
      ...report("therapist", therapist),
      ...report("observer", observer),
    ],
  };
}

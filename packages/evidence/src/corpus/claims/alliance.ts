import type { ClaimText } from "../../claim.ts";
import { correlational, reviewedOn } from "./limits.ts";

/** What the alliance says about outcome and staying. */
export const allianceClaims: readonly ClaimText[] = [
  {
    id: "alliance-predicts-outcome-adult",
    title: "Alliance and outcome in adults",
    sentence:
      "In adult psychotherapy, a stronger alliance goes with a better outcome, whatever the orientation or the measure.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "fluckiger-2018", effect: "alliance with outcome" }, { synthesis: "horvath-2011" }],
    population: "adults",
    rater: "mixed",
    concepts: ["therapeutic-bond"],
    serves: ["S1", "S2", "S3", "S11"],
    limits: [correlational, "The studies differ from one another more than chance explains."],
    reviewedOn,
  },
  {
    id: "alliance-predicts-outcome-youth",
    title: "Alliance and outcome in children and adolescents",
    sentence:
      "With children and adolescents the alliance goes with a better outcome too, somewhat less closely than with adults.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "karver-2018" }, { synthesis: "mcleod-2011" }, { synthesis: "roest-2023" }],
    population: "children and adolescents",
    rater: "mixed",
    concepts: ["therapeutic-bond"],
    serves: ["S3"],
    limits: [
      correlational,
      "Correlations range from .14 to .19 between syntheses; with the parent’s alliance .13.",
    ],
    reviewedOn,
  },
  {
    id: "adolescents-own-ratings-predict",
    title: "Adolescents’ own ratings and outcome",
    sentence:
      "Adolescents' own ratings of the alliance go with outcome about as closely as adults' ratings do.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "murphy-hutton-2018" }],
    population: "adolescents",
    rater: "client",
    concepts: ["therapeutic-bond"],
    serves: ["S3"],
    limits: [
      correlational,
      "The studies differ widely (I² 80%). In samples of ages 12 to 19 only: r = .34 [.23, .45], 15 studies.",
    ],
    reviewedOn,
  },
  {
    id: "within-client-alliance-precedes-symptoms",
    title: "A client’s ups and downs, and the symptoms after",
    sentence:
      "When a client's own rating is above what is usual for that client, symptoms tend to be lower afterwards, and the reverse: each carries the other along.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "fluckiger-2020" }],
    population: "adults, sessions 1 to 7",
    rater: "client",
    concepts: ["therapeutic-bond"],
    serves: ["S2", "S11"],
    limits: ["The link within a client is small; its exact size is unverified here."],
    reviewedOn,
  },
  {
    id: "weak-alliance-precedes-dropout",
    title: "Weak alliance and leaving early",
    sentence: "Clients who leave early had, on average, a weaker alliance.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "sharf-2010" }],
    population: "adults",
    rater: "mixed",
    concepts: ["therapeutic-bond"],
    serves: ["S2"],
    limits: ["Eleven studies; the figure has not been checked against the article."],
    reviewedOn,
  },
];

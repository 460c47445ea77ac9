import type { ClaimText } from "../../claim.ts";
import { reviewedOn } from "./limits.ts";

/** What feedback, review together and a single answer can do. */
export const feedbackClaims: readonly ClaimText[] = [
  {
    id: "progress-feedback-helps-a-little",
    title: { id: "evidence.statement.progress-feedback-helps-a-little.title", values: {} },
    sentence: { id: "evidence.statement.progress-feedback-helps-a-little.sentence", values: {} },
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "de-jong-2021", effect: "progress feedback with outcome" }],
    population: { id: "evidence.statement.progress-feedback-helps-a-little.population", values: {} },
    rater: "not-applicable",
    serves: ["S11"],
    limits: [
      { id: "evidence.statement.progress-feedback-helps-a-little.limit-1", values: {} },
      { id: "evidence.statement.progress-feedback-helps-a-little.limit-2", values: {} },
    ],
    reviewedOn,
  },
  {
    id: "review-together-not-alone",
    title: { id: "evidence.statement.review-together-not-alone.title", values: {} },
    sentence: { id: "evidence.statement.review-together-not-alone.sentence", values: {} },
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "stefana-2024" }],
    population: { id: "evidence.statement.review-together-not-alone.population", values: {} },
    rater: "client",
    serves: ["S2", "S11"],
    limits: [{ id: "evidence.statement.review-together-not-alone.limit-1", values: {} }],
    reviewedOn,
  },
  {
    id: "inviting-feedback-raises-alliance",
    title: { id: "evidence.statement.inviting-feedback-raises-alliance.title", values: {} },
    sentence: { id: "evidence.statement.inviting-feedback-raises-alliance.sentence", values: {} },
    direction: "higher-is-better",
    grade: "B",
    rests: [{ synthesis: "fluckiger-2012" }],
    population: { id: "evidence.statement.inviting-feedback-raises-alliance.population", values: {} },
    rater: "client",
    serves: ["S2"],
    limits: [{ id: "evidence.statement.inviting-feedback-raises-alliance.limit-1", values: {} }],
    reviewedOn,
  },
  {
    id: "self-harm-item-needs-assessment",
    title: { id: "evidence.statement.self-harm-item-needs-assessment.title", values: {} },
    sentence: { id: "evidence.statement.self-harm-item-needs-assessment.sentence", values: {} },
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "louzon-2016" }, { synthesis: "simon-2013" }],
    population: { id: "evidence.statement.self-harm-item-needs-assessment.population", values: {} },
    rater: "client",
    serves: ["S11"],
    limits: [
      { id: "evidence.statement.self-harm-item-needs-assessment.limit-1", values: {} },
      { id: "evidence.statement.self-harm-item-needs-assessment.limit-2", values: {} },
    ],
    reviewedOn,
  },
];

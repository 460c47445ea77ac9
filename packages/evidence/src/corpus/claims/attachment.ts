import type { ClaimText } from "../../claim.ts";
import { oneDataSet, reviewedOn } from "./limits.ts";

/** What attachment and perfectionism bring to the relationship. */
export const attachmentClaims: readonly ClaimText[] = [
  {
    id: "therapist-anxiety-lowers-own-rating",
    title: "Anxious therapists rate their alliances lower",
    sentence:
      "Therapists who are anxious in close relationships rate their own alliances lower; their clients do not.",
    direction: "higher-is-worse",
    grade: "A",
    rests: [
      {
        synthesis: "marin-cavestany-2025",
        effect: "therapist attachment anxiety with therapist-rated alliance",
      },
    ],
    population: "therapists; 12 studies pooled of 23 found",
    rater: "therapist",
    concepts: ["countertransference"],
    serves: ["S6"],
    limits: ["A small body of studies.", "With patient-rated alliance the pooled r is 0.04 [−0.16, 0.24]."],
    reviewedOn,
  },
  {
    id: "insecure-attachment-lowers-alliance",
    title: "Insecure attachment and the alliance",
    sentence:
      "Clients who are more anxious or more avoidant in close relationships rate the alliance a little lower.",
    direction: "higher-is-worse",
    grade: "A",
    rests: [{ synthesis: "bernecker-2014" }, { synthesis: "diener-monroe-2011" }],
    population: "adults in individual psychotherapy",
    rater: "client",
    concepts: ["attachment-dependence", "therapeutic-bond"],
    serves: ["S4"],
    limits: [
      "Small correlations.",
      "Norms of attachment scales differ between populations; insecurity is over-estimated in some East Asian samples.",
    ],
    reviewedOn,
  },
  {
    id: "secure-attachment-to-therapist-goes-with-alliance",
    title: "Attachment to the therapist and the alliance",
    sentence:
      "A secure attachment to the therapist goes closely with the alliance, an avoidant one against it; a preoccupied one has no clear relation.",
    direction: "mixed",
    grade: "A",
    rests: [{ synthesis: "mallinckrodt-jeong-2015" }],
    population: "clients in individual psychotherapy",
    rater: "client",
    concepts: ["attachment-dependence", "therapeutic-bond"],
    serves: ["S4"],
    limits: ["The signs were read; the sizes are unverified."],
    reviewedOn,
  },
  {
    id: "attachment-anxiety-predicts-worse-outcome",
    title: "Attachment anxiety and outcome",
    sentence:
      "Clients' attachment anxiety goes with a poorer outcome; avoidance hardly does; security goes with a better one.",
    direction: "higher-is-worse",
    grade: "A",
    rests: [{ synthesis: "levy-2011" }, { synthesis: "levy-2018" }],
    population: "adults in psychotherapy",
    rater: "not-applicable",
    concepts: ["attachment-dependence"],
    serves: ["S4"],
    limits: ["Figures as remembered; not checked against the articles."],
    reviewedOn,
  },
  {
    id: "distance-model-half-supported",
    title: "Therapeutic distance: partly borne out",
    sentence:
      "How a therapist should vary distance with a client's attachment rests on experts' agreement; only part of the model has been borne out.",
    direction: "mixed",
    grade: "C",
    rests: [{ synthesis: "mallinckrodt-2015-distance" }],
    population: "47 clients at mid-therapy, 34 at the end",
    rater: "client",
    concepts: ["attachment-dependence"],
    serves: ["S5"],
    limits: ["Small samples; anxiety before therapy did not predict growing autonomy as the model expects."],
    reviewedOn,
  },
  {
    id: "perfectionism-slows-engagement",
    title: "Perfectionism and engagement in therapy",
    sentence:
      "Highly perfectionistic clients build less of their own part of the alliance over therapy, and this carries part of the effect on outcome.",
    direction: "higher-is-worse",
    grade: "B",
    rests: [{ synthesis: "zuroff-2000" }],
    population: "one trial of treatments for depression",
    rater: "observer",
    serves: ["S7"],
    limits: [oneDataSet],
    reviewedOn,
  },
];

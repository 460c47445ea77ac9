import type { ClaimText } from "../../claim.ts";
import { oneDataSet, reviewedOn, reviewOnly } from "./limits.ts";

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
    limits: [
      "Few studies; the number of therapists in them is not given in the abstract.",
      "With patient-rated alliance the pooled r is 0.04 [−0.16, 0.24].",
    ],
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
      "Secure attachment to the therapist is strongly and positively associated with the alliance, avoidant attachment negatively; for preoccupied attachment there is no clear association.",
    direction: "mixed",
    grade: "A",
    rests: [
      {
        synthesis: "client-attachment-to-therapist-review",
        effect: "secure attachment to the therapist with alliance",
      },
      { synthesis: "mallinckrodt-jeong-2015" },
    ],
    population: "clients in individual psychotherapy",
    rater: "client",
    concepts: ["attachment-dependence", "therapeutic-bond"],
    serves: ["S4"],
    limits: [
      "Newest synthesis: secure .71 [.62, .79], avoidant −.55 [−.59, −.50] (11 studies, 892 clients).",
      "Earlier synthesis (2015): the abstract gives signs only; about .76 and −.63 are unverified.",
    ],
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
    limits: [
      "Read in the abstracts; the size for security before therapy in the newer synthesis is unverified.",
    ],
    reviewedOn,
  },
  {
    id: "distance-model-half-supported",
    title: "Therapeutic distance: partly supported",
    sentence:
      "How a therapist should vary distance with a client’s attachment is expert consensus; studies support part of the model.",
    direction: "mixed",
    grade: "C",
    rests: [{ synthesis: "mallinckrodt-2015-distance" }],
    population: "47 clients at mid-therapy, 34 at the end",
    rater: "client",
    concepts: ["attachment-dependence"],
    serves: ["S5"],
    limits: [
      "Small samples. Three of four hypotheses held; anxiety before therapy did not predict growing autonomy as clients rate it.",
      "In a study that coded clients’ narratives, client anxiety was associated with autonomy.",
    ],
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
  {
    id: "secure-attachment-to-therapist-deepens-sessions",
    title: "Secure attachment and deeper exploration",
    sentence: "Clients who are securely attached to their therapist rate their sessions as deeper.",
    direction: "higher-is-better",
    grade: "B",
    rests: [{ synthesis: "mallinckrodt-porter-kivlighan-2005" }, { synthesis: "romano-2008" }],
    population: "clients of counselling centres in short therapies",
    rater: "client",
    concepts: ["attachment-dependence"],
    serves: ["S4", "S5"],
    limits: [
      "Two small studies (38 and 59 clients); not an experiment.",
      "Both are short therapies: that exploration deepens in the middle phase of longer ones is theory.",
    ],
    reviewedOn,
  },
  {
    id: "attachment-norms-differ-by-culture",
    title: "Culture and the norms of attachment scales",
    sentence:
      "What counts as a healthy level of attachment avoidance and anxiety differs between cultures, so norms from another population can overstate insecurity.",
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "wang-mallinckrodt-2006" }],
    population: "students in Taiwan and the United States",
    rater: "not-applicable",
    concepts: ["attachment-dependence"],
    serves: ["S4"],
    limits: ["Students described an ideal person; clients were not studied."],
    reviewedOn,
  },
  {
    id: "therapist-avoidance-and-alliance",
    title: "Insecure therapists and the alliance",
    sentence:
      "Therapists with insecure attachment, avoidant as well as anxious, may find it harder to establish a solid alliance.",
    direction: "higher-is-worse",
    grade: "B",
    rests: [
      {
        synthesis: "marin-cavestany-2025",
        effect:
          "therapists with insecure attachment, anxious or avoidant, may have difficulty with the alliance (narrative)",
      },
    ],
    population: "therapists; a narrative finding over 23 studies",
    rater: "mixed",
    concepts: ["countertransference"],
    serves: ["S6"],
    limits: [
      "A narrative finding over 23 studies, read in a summary; there is no pooled estimate for avoidance.",
    ],
    reviewedOn,
  },
  {
    id: "perfectionism-lowers-early-bond",
    title: "Perfectionism, early bond and engagement",
    sentence:
      "Clients with higher perfectionism before treatment have a poorer early bond, see their therapist as less empathic, congruent and regarding early on, and engage less later.",
    direction: "higher-is-worse",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "perfectionism with a poorer early bond and less later engagement",
      },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "mixed",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "perfectionism-does-not-change-therapist-part",
    title: "Perfectionism and the therapist’s part",
    sentence: "The therapist’s contribution to the alliance does not differ by the client’s perfectionism.",
    direction: "no-relation",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "the therapist's contribution does not differ by perfectionism",
      },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "observer",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "conditions-between-therapists-lower-perfectionism",
    title: "Rogerian conditions between therapists",
    sentence:
      "Clients of therapists who are on average rated as more empathic, congruent and regarding have larger decreases in perfectionism and symptoms.",
    direction: "higher-is-better",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "therapists seen on average as more empathic, congruent and regarding: larger decreases",
      },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "client",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "conditions-matter-most-at-moderate-perfectionism",
    title: "Moderate perfectionism and the early relationship",
    sentence:
      "A better early view of the therapist’s empathy, congruence and regard is associated with the largest decrease in symptoms at moderate perfectionism.",
    direction: "mixed",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "the early relationship helps symptoms most at moderate perfectionism",
      },
      { synthesis: "blatt-1996" },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "client",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "early-engagement-lowers-perfectionism",
    title: "Early engagement and perfectionism",
    sentence:
      "Greater early engagement is associated with a larger decrease in perfectionism; for symptoms to decrease as well, a strong relationship may be needed.",
    direction: "higher-is-better",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "early engagement with a larger decrease in perfectionism",
      },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "observer",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "hostility-explains-perfectionism-and-alliance",
    title: "Hostility, perfectionism and the alliance",
    sentence:
      "Hostility and low positive affect explain part of the association of perfectionism with a poorer alliance.",
    direction: "higher-is-worse",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "hostility and low positive affect explain part of perfectionism and alliance",
      },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "mixed",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
  {
    id: "contribution-and-network-explain-perfectionism",
    title: "Why perfectionism predicts outcome",
    sentence:
      "The patient’s contribution to the alliance and satisfaction with the social network explain nearly all of the association of perfectionism with outcome.",
    direction: "higher-is-worse",
    grade: "B",
    rests: [
      {
        synthesis: "miller-hilsenroth-hewitt-2017",
        effect: "patient contribution and social network explain nearly all of perfectionism and outcome",
      },
      { synthesis: "zuroff-2000" },
    ],
    population: "mostly one trial of treatments for depression",
    rater: "mixed",
    serves: ["S7"],
    limits: [oneDataSet, reviewOnly],
    reviewedOn,
  },
];

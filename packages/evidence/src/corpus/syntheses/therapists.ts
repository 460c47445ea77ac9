import type { SynthesisText } from "../../published.ts";
import { effect } from "./effect.ts";

/** How much of it is the therapist's? */
export const therapistsPart: readonly SynthesisText[] = [
  {
    id: "del-re-2012",
    topic: "Therapist effects in the alliance",
    citation: "Del Re, Flückiger, Horvath, Symonds, Wampold (2012). Clinical Psychology Review",
    year: 2012,
    doi: "10.1016/j.cpr.2012.07.002",
    kind: "meta-analysis",
    population: "adults in individual psychotherapy",
    k: 69,
    n: null,
    effects: [effect("the therapist's part predicts more than the client's", "r", null, null, "abstract")],
    heterogeneity: null,
    read: "abstract",
    note: "A primary-care study (10.1080/10503307.2018.1516306) finds the contrary: within more than between.",
  },
  {
    id: "baldwin-2007",
    topic: "Between and within therapists",
    citation: "Baldwin, Wampold, Imel (2007). Journal of Consulting and Clinical Psychology 75",
    year: 2007,
    doi: "10.1037/0022-006X.75.6.842",
    kind: "longitudinal",
    population: "331 clients of 80 therapists in university counselling centres",
    k: 1,
    n: 331,
    effects: [
      effect(
        "between-therapist alliance with outcome significant, within not",
        "r",
        null,
        null,
        "memory",
        "client",
      ),
    ],
    heterogeneity: null,
    read: "memory",
    note: null,
  },
  {
    id: "one-with-many-primary-care",
    topic: "Between and within therapists, primary care",
    citation: "One-with-many study in primary care (2018). Psychotherapy Research",
    year: 2018,
    doi: "10.1080/10503307.2018.1516306",
    kind: "longitudinal",
    population: "primary-care psychotherapy, large sample",
    k: 1,
    n: null,
    effects: [
      effect(
        "variation within therapists predicts better than between",
        "r",
        null,
        null,
        "abstract",
        "client",
      ),
    ],
    heterogeneity: null,
    read: "abstract",
    note: null,
  },
];

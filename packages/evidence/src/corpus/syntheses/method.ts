import type { SynthesisText } from "../../published.ts";
import { effect } from "./effect.ts";

/** How syntheses are to be read, and what experts make of them. */
export const method: readonly SynthesisText[] = [
  {
    id: "inthout-2016",
    topic: "Prediction intervals in meta-analyses",
    citation: "IntHout, Ioannidis, Rovers, Goeman (2016). BMJ Open 6: e010247",
    year: 2016,
    doi: "10.1136/bmjopen-2015-010247",
    kind: "meta-analysis",
    population:
      "479 significant and heterogeneous meta-analyses of interventions, Cochrane reviews 2009 to 2013",
    k: null,
    n: null,
    effects: [
      effect(
        "72.4% of 479 significant meta-analyses have a prediction interval that includes no effect or its opposite",
        "estimate",
        null,
        null,
        "abstract",
        "not-applicable",
      ),
    ],
    heterogeneity: null,
    read: "abstract",
    note: "Interventions in medicine at large, not psychotherapy alone.",
  },
  {
    id: "norcross-lambert-2018",
    topic: "Elements of the therapeutic relationship",
    citation: "Norcross, Lambert (2018). Psychotherapy 55",
    year: 2018,
    doi: "10.1037/pst0000193",
    kind: "guideline",
    population: "psychotherapy; a task force over 16 meta-analyses",
    k: null,
    n: null,
    effects: [
      effect(
        "nine elements judged demonstrably effective, seven probably effective, one promising",
        "estimate",
        null,
        null,
        "abstract",
        "not-applicable",
      ),
    ],
    heterogeneity: null,
    read: "abstract",
    note: "A judgement of experts over meta-analyses, with 28 recommendations.",
  },
];

import type { PublishedSynthesis } from "../../published.ts";
import { effect } from "./effect.ts";

/** What makes an alliance grow slowly, and the distance at which it is kept. */
export const perfectionismAndDistance: readonly PublishedSynthesis[] = [
  {
    id: "zuroff-2000",
    topic: "Perfectionism and the growth of the alliance",
    citation: "Zuroff et al. (2000). Journal of Consulting and Clinical Psychology 68",
    year: 2000,
    doi: "10.1037/0022-006X.68.1.114",
    kind: "longitudinal",
    population: "one large trial of treatments for depression",
    k: 1,
    n: null,
    effects: [
      effect(
        "smaller increases in the patient's alliance mediate the effect of perfectionism",
        "b",
        null,
        null,
        "verified",
        "observer",
      ),
    ],
    heterogeneity: null,
    certainty: "verified",
    note: "Mostly one data set.",
  },
  {
    id: "mallinckrodt-2015-distance",
    topic: "Therapeutic distance",
    citation: "Mallinckrodt, Choi, Daly (2015). Psychotherapy Research",
    year: 2015,
    doi: "10.1080/10503307.2014.928755",
    kind: "longitudinal",
    population: "47 clients at mid-therapy, 34 at the end",
    k: 1,
    n: 47,
    effects: [
      effect(
        "anxiety before therapy did not predict growing autonomy",
        "r",
        null,
        null,
        "verified",
        "client",
      ),
    ],
    heterogeneity: null,
    certainty: "verified",
    note: "The model of distance is half supported.",
  },
];

import type { SynthesisText } from "../../published.ts";
import { effect } from "./effect.ts";

/** How often do alliances break, and what does their repair go with? */
export const ruptures: readonly SynthesisText[] = [
  {
    id: "eubanks-2018",
    topic: "Repair of ruptures and outcome",
    citation: "Eubanks, Muran, Safran (2018). Psychotherapy 55",
    year: 2018,
    doi: "10.1037/pst0000185",
    kind: "meta-analysis",
    population: "clients in individual psychotherapy",
    k: 11,
    n: 1314,
    effects: [
      effect("rupture repair with outcome", "r", 0.29, [0.1, 0.47], "memory"),
      effect(
        "training in repair with outcome (not significant)",
        "r",
        0.11,
        null,
        "memory",
        "not-applicable",
        { k: 6, n: 276 },
      ),
    ],
    heterogeneity: null,
    read: "memory",
    note: "The direction was read in a second source; the figures are as remembered.",
  },
  {
    id: "safran-2011",
    topic: "Repair of ruptures and outcome (earlier edition)",
    citation: "Safran, Muran, Eubanks-Carter (2011). Psychotherapy 48",
    year: 2011,
    doi: "10.1037/a0022140",
    kind: "meta-analysis",
    population: "clients in individual psychotherapy",
    k: 3,
    n: 148,
    effects: [
      effect("rupture repair with outcome", "r", 0.24, [0.09, 0.39], "abstract"),
      effect("training in repair, before to after", "r", 0.65, [0.46, 0.78], "abstract", "not-applicable", {
        k: 8,
        n: 376,
      }),
    ],
    heterogeneity: null,
    read: "abstract",
    note: "Only three studies.",
  },
  {
    id: "muran-2009",
    topic: "Ruptures in the first six sessions",
    citation: "Muran, Safran, Gorman, Samstag, Eubanks-Carter, Winston (2009). Psychotherapy 46",
    year: 2009,
    doi: "10.1037/a0016085",
    kind: "longitudinal",
    population: "128 patients, the first six sessions",
    k: 1,
    n: 128,
    effects: [effect("clients report fewer ruptures than their therapists", "r", null, null, "abstract")],
    heterogeneity: null,
    read: "abstract",
    note: "Lower intensity and higher resolution went with better alliance; higher resolution with staying in therapy.",
  },
];

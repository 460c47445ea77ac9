import type { SynthesisText } from "../../published.ts";
import { effect } from "./effect.ts";

/** Being a group, and wanting the same. */
export const cohesionAndGoals: readonly SynthesisText[] = [
  {
    id: "burlingame-2018",
    topic: "Cohesion in groups and outcome",
    citation: "Burlingame, McClendon, Yang (2018). Psychotherapy 55",
    year: 2018,
    doi: "10.1037/pst0000173",
    kind: "meta-analysis",
    population: "members of therapy groups",
    k: 55,
    n: 6055,
    effects: [effect("cohesion with outcome", "r", 0.26, null, "abstract", "client")],
    heterogeneity: "Q 260.84 on 54 degrees of freedom, I² 79.3%",
    read: "abstract",
    note: null,
  },
  {
    id: "tryon-2018",
    topic: "Goal consensus, collaboration and outcome",
    citation: "Tryon, Birch, Verkuilen (2018). Psychotherapy 55",
    year: 2018,
    doi: "10.1037/pst0000170",
    kind: "meta-analysis",
    population: "clients in psychotherapy",
    k: 54,
    n: 7278,
    effects: [
      effect("goal consensus with outcome", "r", 0.24, [0.19, 0.28], "memory"),
      effect("collaboration with outcome", "r", 0.29, [0.24, 0.34], "memory", "mixed", { k: 53, n: 5286 }),
    ],
    heterogeneity: null,
    read: "memory",
    note: null,
  },
];

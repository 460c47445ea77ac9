import type { ClaimText } from "../../claim.ts";
import { reviewedOn } from "./limits.ts";

/** What falls of the alliance mean, and how sure one can be to see them. */
export const ruptureClaims: readonly ClaimText[] = [
  {
    id: "rupture-repair-relates-to-outcome",
    title: "Repaired ruptures and outcome",
    sentence: "Therapies in which a rupture is repaired end better than those in which it is not.",
    direction: "higher-is-better",
    grade: "A",
    rests: [
      { synthesis: "eubanks-2018", effect: "rupture repair with outcome" },
      { synthesis: "safran-2011" },
    ],
    population: "adults in individual psychotherapy",
    rater: "mixed",
    concepts: ["therapeutic-bond", "resistance"],
    serves: ["S2"],
    limits: [
      "Eleven studies with a wide interval.",
      "Training therapists in repair has not shown a significant effect on outcome.",
    ],
    reviewedOn,
  },
  {
    id: "clients-report-fewer-ruptures-than-therapists",
    title: "Who reports ruptures: clients do so less often",
    sentence:
      "Clients report fewer ruptures than their therapists do, and talking a rupture through goes with staying in therapy.",
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "muran-2009" }],
    population: "128 patients, first six sessions",
    rater: "mixed",
    concepts: ["therapeutic-bond"],
    serves: ["S2"],
    limits: ["One study."],
    reviewedOn,
  },
  {
    id: "session-drop-thresholds-are-provisional",
    title: "No agreed size for a drop",
    sentence:
      "There is no standard for how large a drop between sessions must be to count as a rupture; different rules find different sessions.",
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "gumz-2012" }],
    population: "courses of individual psychotherapy",
    rater: "client",
    serves: ["S2"],
    limits: ["Read a drop as a reason to ask, not as a finding."],
    reviewedOn,
  },
  {
    id: "ceiling-may-hide-withdrawal",
    title: "What perfect scores may hide",
    sentence:
      "Perfect scores session after session may mean that all is well, or that something is not being said.",
    direction: "about-method",
    grade: "C",
    rests: [{ synthesis: "ceiling-practice" }],
    population: "clients who rate every session",
    rater: "client",
    concepts: ["resistance"],
    serves: ["S2", "S4"],
    limits: ["Advice from practice; no study of its accuracy is known to us."],
    reviewedOn,
  },
];

import type { ClaimText } from "../../claim.ts";
import { reviewedOn } from "./limits.ts";

/** What feedback, review together and a single answer can do. */
export const feedbackClaims: readonly ClaimText[] = [
  {
    id: "progress-feedback-helps-a-little",
    title: "Feedback on progress helps a little",
    sentence:
      "Feedback on progress helps a little, more where a therapy is off track, and most when it comes with tools for acting on it.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "de-jong-2021", effect: "progress feedback with outcome" }],
    population: "clients in psychotherapy",
    rater: "not-applicable",
    serves: ["S11"],
    limits: ["The effect is small."],
    reviewedOn,
  },
  {
    id: "review-together-not-alone",
    title: "Look at the picture together",
    sentence:
      "Monitoring that leaves the therapist out gave no advantage, and the relationship felt less genuine: look at the picture together.",
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "stefana-2024" }],
    population: "475 clients randomised, ten weeks",
    rater: "client",
    serves: ["S2", "S11"],
    limits: ["One trial with heavy attrition."],
    reviewedOn,
  },
  {
    id: "inviting-feedback-raises-alliance",
    title: "Inviting feedback and the alliance",
    sentence:
      "An invitation from the clinic to say how therapy is going can raise the alliance for the rest of it.",
    direction: "higher-is-better",
    grade: "B",
    rests: [{ synthesis: "fluckiger-2012" }],
    population: "94 clients of one clinic",
    rater: "client",
    serves: ["S2"],
    limits: ["One trial."],
    reviewedOn,
  },
  {
    id: "self-harm-item-needs-assessment",
    title: "An answer about self-harm calls for an assessment",
    sentence:
      "Any answer above “not at all” to a question about being better off dead or self-harm calls for an assessment by a person, soon.",
    direction: "about-method",
    grade: "C",
    rests: [{ synthesis: "phq9-item9" }],
    population: "people who answer such a question",
    rater: "client",
    serves: ["S11"],
    limits: [
      "It is not a diagnosis: such items include passive thoughts and are often positive without acute danger.",
    ],
    reviewedOn,
  },
];

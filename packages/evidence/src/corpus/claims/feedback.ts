import type { ClaimText } from "../../claim.ts";
import { reviewedOn } from "./limits.ts";

/** What feedback, review together and a single answer can do. */
export const feedbackClaims: readonly ClaimText[] = [
  {
    id: "progress-feedback-helps-a-little",
    title: "Feedback on progress helps a little",
    sentence: "Progress feedback has a small effect on outcome, and fewer clients drop out.",
    direction: "higher-is-better",
    grade: "A",
    rests: [{ synthesis: "de-jong-2021", effect: "progress feedback with outcome" }],
    population: "clients in psychotherapy",
    rater: "not-applicable",
    serves: ["S11"],
    limits: [
      "The effect is small: d = 0.15 [0.10, 0.20].",
      "For clients not on track d = 0.17 [0.11, 0.22]; the intervals overlap, so a larger effect for them does not follow.",
    ],
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
      "Any answer above “not at all” to a question about suicide or self-harm calls for an assessment by a person, soon. An answer of “not at all” is no reassurance.",
    direction: "about-method",
    grade: "B",
    rests: [{ synthesis: "louzon-2016" }, { synthesis: "simon-2013" }],
    population: "people who answer such a question",
    rater: "client",
    serves: ["S11"],
    limits: [
      "Most people who died by suicide in one series had answered “not at all” (71.6%): ask about suicide whatever the answer.",
      "It is not a diagnosis: such items include passive thoughts, and most people who agree to them make no attempt.",
    ],
    reviewedOn,
  },
];

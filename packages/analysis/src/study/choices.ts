/** The studies by name, each with what it asks. */
export const studyQuestions = {
  "therapist-effects": "does it matter who the therapist is, and what may be said of each",
  "within-between":
    "what goes with a client's own ups and downs, and what with being a client who is usually higher",
  "round-robin": "Whose doing is a rating: the perceiver's, the target's, or the relationship's?",
  "perfectionism-path":
    "whether perfectionism reaches the outcome by way of the early bond, engagement and the social network",
  "truth-and-bias":
    "how closely therapists follow their clients' ratings, and by how much they rate lower or higher",
} as const;

export type StudyName = keyof typeof studyQuestions;

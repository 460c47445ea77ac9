const list = (words: string): readonly string[] => words.split(" ");

/** Words that show what kind of sentence one reads, whatever it is about. */
export const manner = {
  general: list(
    "is are must can may always every whenever will should means therefore thus consists depends essential " +
      "necessary ought all never only cannot general principle rule",
  ),
  narrative: list(
    "was were had did said told asked went came gave found felt became began seemed mrs miss mr ago she her " +
      "dreamed dream case once yesterday morning night age years",
  ),
  defining: list(
    "call called calls means mean meaning define defined definition consists consist term designate designated " +
      "essence nature understand constitutes signifies concept conception",
  ),
} as const;

/** Words that show what a stretch of pages is about: treatment, or other ties than that of therapy. */
export const surroundings = {
  treatment: list(
    "treatment treat cure therapy therapeutic psychotherapy psychoanalysis analysis recovery hypnosis symptom neurosis",
  ),
  family: list("father mother parent child son daughter brother sister family husband wife marriage incest"),
} as const;

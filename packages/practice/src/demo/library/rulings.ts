import type { AuthorPosition, OverviewSentence, Rank } from "@concord/library";

/** What the researcher of the simulated practice made of a passage: its words are looked up in the essay. */
export interface DemoRuling {
  readonly concept: string;
  readonly words: string;
  readonly rank: Rank;
  readonly stance: AuthorPosition;
  readonly gloss: string;
}

export const demoRulings: readonly DemoRuling[] = [
  {
    concept: "therapeutic-bond",
    words: "It is the condition under which the treatment can be heard.",
    rank: "thesis",
    stance: "vehicle",
    gloss: "The alliance is no prelude to treatment; without it nothing that is said arrives.",
  },
  {
    concept: "therapeutic-bond",
    words: "The bond alone does nothing.",
    rank: "thesis",
    stance: "ambivalent",
    gloss: "Trust without an agreed goal and task is company, not therapy.",
  },
  {
    concept: "therapeutic-bond",
    words: "the bond that seemed to be torn is often found to be stronger than before",
    rank: "supporting",
    stance: "curative",
    gloss: "A mended tear shows the client that tears can be mended.",
  },
  {
    concept: "transference",
    words:
      "It follows that the transference is no disturbance of the treatment. It is the treatment's material",
    rank: "thesis",
    stance: "vehicle",
    gloss: "Borrowed feelings are what the treatment works on.",
  },
  {
    concept: "transference",
    words: "it must never be used to explain away the therapist's own part",
    rank: "supporting",
    stance: "ambivalent",
    gloss: "Not every feeling of the patient is borrowed.",
  },
];

/** A sentence of an overview, with the words of the rulings it rests on. */
export interface DemoOverview extends Omit<OverviewSentence, "cites"> {
  readonly concept: string;
  readonly restsOn: readonly string[];
}

export const demoOverviews: readonly DemoOverview[] = [
  {
    concept: "therapeutic-bond",
    kind: "converge",
    words:
      "Treatment is heard only by a client who feels that the therapist is on their side, and a torn bond can be mended.",
    restsOn: [
      "It is the condition under which the treatment can be heard.",
      "the bond that seemed to be torn is often found to be stronger than before",
    ],
  },
  {
    concept: "therapeutic-bond",
    kind: "divide",
    words: "Whether the bond heals by itself is denied: it carries the work and does not replace it.",
    restsOn: ["The bond alone does nothing."],
  },
];

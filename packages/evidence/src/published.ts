/**
 * What was read for a figure: the source itself, its abstract, a summary of it elsewhere, its manual, or nothing: known
 * from memory, or from memory and doubtful ("unverified").
 */
export type Reading = "source" | "abstract" | "summary" | "manual" | "memory" | "unverified";

/** How sure a figure is; follows from what was read. */
export type Certainty = "verified" | "confident" | "doubtful";

/** Returns how sure a figure is by what was read for it: read anywhere, from memory, or doubtful. */
export function certaintyOf(read: Reading): Certainty {
  if (read === "unverified") return "doubtful";
  return read === "memory" ? "confident" : "verified";
}

/** Who rated the relationship in the pooled studies; it is the first moderator of this field. */
export type RaterSplit = "client" | "therapist" | "observer" | "mixed" | "not-applicable";

/** One published figure, as its authors print it. */
export interface PublishedEffect {
  readonly label: string;
  readonly metric:
    | "r"
    | "d"
    | "g"
    | "OR"
    | "b"
    | "RR"
    | "RD"
    | "MD"
    | "ratio"
    | "proportion"
    | "alpha"
    | "estimate";
  /** Null where the source reports a direction or a test and no size that could be checked. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rater: RaterSplit;
  /** Studies and people behind this figure, where they differ from the whole synthesis. */
  readonly k?: number;
  readonly n?: number;
  readonly read: Reading;
  readonly certainty: Certainty;
}

/**
 * A synthesis that others have published: quoted with its source, never recomputed here, because the studies' own
 * table is not in hand.
 */
export interface PublishedSynthesis {
  readonly id: string;
  readonly topic: string;
  readonly citation: string;
  readonly year: number;
  readonly doi: string | null;
  readonly kind: "meta-analysis" | "review" | "trial" | "longitudinal" | "guideline";
  readonly population: string;
  /** Studies found, and people in them; null where the source read does not say. */
  readonly k: number | null;
  readonly n: number | null;
  readonly effects: readonly PublishedEffect[];
  readonly heterogeneity: string | null;
  readonly read: Reading;
  readonly certainty: Certainty;
  readonly note: string | null;
}

/** A published synthesis as the corpus states it: how sure it is follows from what was read. */
export type SynthesisText = Omit<PublishedSynthesis, "certainty">;

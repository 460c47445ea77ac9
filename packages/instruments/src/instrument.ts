/** Who answers a form. The same five words everywhere: data, colours, columns, sentences. */
export type Rater = "client" | "therapist" | "observer" | "caregiver" | "member";

/** Child 6–10 years, adolescent 11–17, adult 18 and over. */
export type AgeBand = "child" | "adolescent" | "adult";

/** What an instrument measures; a course is traced within one construct. */
export type Construct =
  | "alliance"
  | "rupture"
  | "session-depth"
  | "conditions"
  | "distance"
  | "readiness"
  | "social-network"
  | "perfectionism"
  | "attachment"
  | "attachment-to-therapist"
  | "cohesion"
  | "group-perception"
  | "interpersonal-problems"
  | "real-relationship"
  | "outcome";

/**
 * What was read for a figure: the source itself, its abstract, a summary of it elsewhere, its manual, or nothing: known
 * from memory, or from memory and doubtful ("unverified").
 */
export type Reading = "source" | "abstract" | "summary" | "manual" | "memory" | "unverified";

/** How sure a figure is; follows from what was read. */
export type Certainty = "verified" | "confident" | "doubtful";

/** Where a figure comes from. */
export interface Source {
  readonly citation: string;
  readonly doi?: string;
  readonly url?: string;
  readonly page?: string;
  readonly read: Reading;
  readonly certainty: Certainty;
}

/** The values an item can take. Numbers are codes as the instrument prints them, never positions on the screen. */
export type ResponseScale =
  | { readonly kind: "likert"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "faces"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "line"; readonly minimum: number; readonly maximum: number; readonly step: number }
  | { readonly kind: "text"; readonly longest: number };

/** One question. Its words live in a wording, so that a skeleton can ship without them. */
export interface Item {
  /** Stable within the instrument: `i01`, `i02`, … in the instrument's own numbering. */
  readonly id: string;
  readonly response: ResponseScale;
  /** Counted as minimum + maximum − x. */
  readonly reversed?: true;
  /** Asked only when another item was answered with at least this value; not missing otherwise. */
  readonly askedWhen?: { readonly item: string; readonly atLeast: number };
  /** The client may leave it empty without the form remarking on it. */
  readonly optional?: true;
  /** LOINC code of the question, where one exists. */
  readonly loinc?: string;
}

export interface Scale {
  /** `bond`, `tasks`, `goals`, `total`, …: the same id in every instrument that measures the same thing. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly combine: "sum" | "mean";
  /** Multiplies the combined value: CORE reports 10 × the mean. */
  readonly factor?: number;
  /** How many of the items must be answered; the rest take the person's own mean on this scale. */
  readonly requires: number;
  /** Of a scale that is known by its total alone: its items are empty, and only the total can be entered. */
  readonly range?: { readonly minimum: number; readonly maximum: number };
  /** Which direction is the wished-for one. */
  readonly better: "higher" | "lower" | "neither";
  /** LOINC code of the score, where one exists. */
  readonly loinc?: string;
  /** Degrees on the interpersonal circumplex, counter-clockwise from warmth, of a scale that is an octant. */
  readonly angle?: number;
}

export interface Norm {
  readonly scale: string;
  readonly population: string;
  readonly sample: string;
  readonly n?: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly alpha?: number;
  readonly kind: "standardization" | "published" | "unsourced";
  readonly source: Source;
}

/** How well the scale reproduces itself; a range where samples differ. */
export interface Reliability {
  readonly scale: string;
  readonly kind: "alpha" | "retest" | "agreement";
  readonly lowest: number;
  readonly highest: number;
  readonly sample?: string;
  readonly source: Source;
}

export interface Cutoff {
  readonly scale: string;
  readonly value: number;
  readonly side: "at-or-above" | "at-or-below";
  /**
   * `clinical` parts the clinical from the functional range, at most once for a scale and an age band; `band`
   * names a degree; `talk` invites a conversation and says nothing of illness.
   */
  readonly use: "clinical" | "band" | "talk";
  readonly meaning: string;
  readonly ageBand?: AgeBand;
  readonly source: Source;
}

/** The change on a scale that measurement error alone seldom produces. */
export interface ReliableChange {
  readonly scale: string;
  readonly points: number;
  readonly basis: string;
  readonly source: Source;
}

/** An answer that must reach a person at once. Never imputed, never averaged away. */
export interface RiskItem {
  readonly item: string;
  readonly atLeast: number;
  readonly about: "suicide" | "harm-to-others" | "substance" | "safety";
}

/** Words may ship only where their owner lets anyone reproduce them. */
export interface Rights {
  readonly status: "own" | "open" | "conditional" | "ask" | "closed";
  readonly holder: string;
  readonly licence?: string;
  /** What the holder states, in our summary, with where and when it was read. */
  readonly statement: string;
  readonly url?: string;
  /** Date on which the statement was read; null where it rests on general knowledge and must still be asked for. */
  readonly readOn: string | null;
  readonly mayShipWording: boolean;
  /** A line the holder asks to be printed with the instrument. */
  readonly creditLine?: string;
}

/** The words of one instrument in one language. */
export interface Wording {
  readonly language: string;
  readonly title: string;
  readonly instruction: string;
  readonly items: Readonly<Record<string, ItemWording>>;
  readonly rights?: string;
  /** A translation of Concord's own that no native clinician has checked yet; nothing so worded counts as validated. */
  readonly translation?: "not-checked";
}

export interface ItemWording {
  readonly text: string;
  /** Labels by value, for the values that carry one. */
  readonly anchors?: Readonly<Record<number, string>>;
}

/** What an earlier version asked, in the words of the current one. */
export type EarlierVersion = Pick<Instrument, "version" | "items" | "scales" | "secondsToComplete">;

/**
 * A form for one rater and one age band, as data.
 *
 * `key` says how sure the scoring key is; with `needed` the scales are names without items, and nothing can
 * be scored from answers.
 * Forms of one `family` measure the same scales from other chairs or at other ages.
 */
export interface Instrument {
  readonly id: string;
  readonly family: string;
  readonly version: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly construct: Construct;
  readonly rater: Rater;
  /** About whom: one's own therapy, a client, oneself, or each fellow member in turn. */
  readonly about: "session" | "relationship" | "self" | "client" | "group" | "each-member";
  readonly ageBands: readonly AgeBand[];
  readonly given: "each-session" | "intake" | "periodic";
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
  readonly key: "own" | "verified" | "confident" | "needed";
  readonly keySource: Source;
  readonly norms: readonly Norm[];
  readonly reliabilities?: readonly Reliability[];
  readonly cutoffs: readonly Cutoff[];
  readonly reliableChanges: readonly ReliableChange[];
  readonly riskItems: readonly RiskItem[];
  readonly rights: Rights;
  readonly wordings: readonly Wording[];
  /** Concord's own forms say so until a study says otherwise. */
  readonly validation: "not-yet-validated" | "published";
  /** Who may read the answers by default; a therapist's self-knowledge is theirs alone. */
  readonly seenBy: "pair" | "therapist-only" | "care-team";
  readonly secondsToComplete: number;
  /** Versions that people were sent or have answered: what they asked and how that is scored stays. */
  readonly earlier?: readonly EarlierVersion[];
  /** LOINC codes, where they exist: of the form as a whole, and of each answer by its value. */
  readonly loinc?: { readonly panel: string; readonly answers: Readonly<Record<number, string>> };
}

/** How one author, school or time names a concept. */
export interface Wording {
  readonly words: string;
  /** `variant`: another name for it today. `period`: how it was said in other years or schools. */
  readonly kind: "variant" | "period";
  readonly school: string | null;
  /** Where the scholar, or the list, has it from. */
  readonly from: string;
}

/** Two people of whom a concept holds between. A passage that names both, in one sentence, is likelier about it. */
export type Party = "therapist" | "patient";

/** What a scholar gathers passages about. */
export interface Concept {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly wordings: readonly Wording[];
  /** The same words in another sense ("thought transference"): a passage with nothing else is not about it. */
  readonly excluded: readonly string[];
  readonly parties: readonly Party[];
}

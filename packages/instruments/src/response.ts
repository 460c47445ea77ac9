import type { Instrument } from "./instrument.ts";

/** What a person gave, item by item, in the instrument's own codes. Items not answered are absent. */
export interface Response {
  readonly kind: "response";
  readonly instrument: string;
  readonly version: string;
  readonly values: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Why an answer cannot be taken, and what to do; everything else of the form is kept in `kept`. */
export interface Rejected {
  readonly kind: "rejected";
  readonly problems: readonly { readonly item: string; readonly problem: string }[];
  readonly kept: Readonly<Record<string, number>>;
  /** Valid free-text answers, kept likewise. */
  readonly keptTexts: Readonly<Record<string, string>>;
}

/** Raw answers as a form, a file or a program sends them. */
export type RawAnswers = Readonly<Record<string, string | number | null | undefined>>;

/** Implemented in answer.ts. */
export type Answer = (instrument: Instrument, raw: RawAnswers) => Response | Rejected;

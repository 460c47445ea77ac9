import type { AgeBand, Instrument, Rater, Wording } from "@concord/instruments";

/** What a token opens. */
export type FormView =
  | {
      readonly kind: "open";
      readonly request: string;
      readonly practiceName: string;
      readonly instrument: Instrument;
      readonly wording: Wording;
      readonly ageBand: AgeBand;
      readonly rater: Rater;
      readonly session: number;
      /** The sentence that says who will see the answers. */
      readonly seenBy: string;
      /** Shown at once when a risk item is answered at or over its threshold. */
      readonly help: HelpText;
      /** Fellow members to rate, for a round robin. Their answers are sent as `<member id>:<item id>`. */
      readonly members: readonly { readonly id: string; readonly name: string }[];
      readonly simulated: boolean;
      /** Where this form stands among those of the same link; null where one form is all. */
      readonly sitting: Sitting | null;
    }
  | { readonly kind: "answered"; readonly practiceName: string; readonly at: string }
  | { readonly kind: "expired"; readonly practiceName: string }
  | {
      readonly kind: "no-wording";
      readonly practiceName: string;
      readonly title: string;
      readonly sentence: string;
    }
  | { readonly kind: "unknown" };

/** "2 of 4", and how long what is left takes. */
export interface Sitting {
  readonly number: number;
  readonly of: number;
  readonly secondsLeft: number;
}

/** Local help, set by the practice: whom to call, and whether anyone watches answers as they come. */
export interface HelpText {
  readonly heading: string;
  readonly sentence: string;
  readonly contacts: readonly { readonly name: string; readonly number: string }[];
  readonly monitored: string;
}

/** The next form of the same sitting. Its path is the sitting’s own link: that opens the first unanswered form. */
export interface NextForm {
  readonly path: string;
  readonly title: string;
  readonly seconds: number;
  /** How many are left with this one, and how long all of them take. */
  readonly left: number;
  readonly secondsLeft: number;
}

export type Submission =
  | {
      readonly kind: "received";
      readonly at: string;
      readonly help: HelpText | null;
      readonly again: boolean;
      readonly next: NextForm | null;
    }
  | {
      readonly kind: "rejected";
      readonly problems: readonly { readonly item: string; readonly problem: string }[];
    }
  | { readonly kind: "closed"; readonly reason: "answered" | "expired" | "unknown" | "no-wording" };

import type { AgeBand, Instrument, Rater, Wording } from "@concord/instruments";

/** Which sentence says, to the person who answers, who can see the answers in any case. */
export type SeenBySentence =
  | "adolescent"
  | "adult"
  | "adult-safety"
  | "caregiver"
  | "child"
  | "group"
  | "members"
  | "observer"
  | "only-me"
  | "therapist";

/** Who besides the therapist can see what is answered about a client now, by consent, by role and by settings. */
export interface Viewers {
  readonly therapist: string;
  /** Leaders of groups that the client is in, who are not the therapist. */
  readonly leaders: readonly string[];
  /** Supervisors with consent. */
  readonly supervisors: readonly string[];
  /** Who sees answers about safety; null where the practice has named nobody. */
  readonly onCall: string | null;
  /** Whether researchers get scores and answers without names. */
  readonly research: boolean;
}

/** Who can see the answers to one questionnaire, as it is said before the first question. */
export interface VisibleTo {
  readonly sentence: SeenBySentence;
  readonly supervisors: readonly string[];
  readonly leaders: readonly string[];
  readonly onCall: string | null;
  readonly research: boolean;
}

/** Who reads a form's page, and in which language it was asked for. */
export interface FormReader {
  readonly practiceName: string;
  /** Of the form's words where it has any. */
  readonly language: string;
  readonly ageBand: AgeBand;
  readonly rater: Rater;
}

/** What a token opens. */
export type FormView =
  | (FormReader & {
      readonly kind: "open";
      readonly request: string;
      readonly instrument: Instrument;
      readonly wording: Wording;
      readonly session: number;
      /** Who can see the answers. */
      readonly visibleTo: VisibleTo;
      /** Shown at once when a risk item is answered at or over its threshold. */
      readonly help: SafetyMessage;
      /** Fellow members to rate, for a round robin. Their answers are sent as `<member id>:<item id>`. */
      readonly members: readonly { readonly id: string; readonly name: string }[];
      readonly simulated: boolean;
      /** Where this form stands among those of the same link; null where one form is all. */
      readonly sitting: Sitting | null;
    })
  | (FormReader & { readonly kind: "answered"; readonly at: string })
  | (FormReader & { readonly kind: "expired" })
  | (FormReader & {
      readonly kind: "no-wording";
      readonly title: string;
      /** Why, and what to do about it: for staff. */
      readonly sentence: string;
    })
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

/** What is shown with a risk answer: the practice's own words, or Concord's in the language of the form. */
export type SafetyMessage =
  | { readonly kind: "own"; readonly language: string; readonly help: HelpText }
  | { readonly kind: "built-in" };

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
      readonly help: SafetyMessage | null;
      readonly again: boolean;
      readonly next: NextForm | null;
    }
  | {
      readonly kind: "rejected";
      readonly problems: readonly { readonly item: string; readonly problem: string }[];
    }
  | { readonly kind: "closed"; readonly reason: "answered" | "expired" | "unknown" | "no-wording" };

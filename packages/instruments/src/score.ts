import type { Message, StaffMessageId } from "@concord/messages";
import type { RiskItem } from "./instrument.ts";

/** A scale's value in the instrument's own metric, and where it lies in the possible range. */
export interface ScaleScore {
  readonly kind: "score";
  readonly scale: string;
  readonly value: number;
  /** 0 = the lowest possible value, 100 = the highest. Not reversed: `better` says which way is good. */
  readonly percent: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly answered: number;
  readonly items: number;
  readonly prorated: boolean;
}

/** Why a scale has no score. */
export type UnscorableMessage = Message<(`stored.score.${string}` | "stored.text") & StaffMessageId>;

export interface Unscorable {
  readonly kind: "unscorable";
  readonly scale: string;
  /** Why, in English for files and programs. */
  readonly reason: string;
  /** Why, for readers of any language. */
  readonly message: UnscorableMessage;
  readonly answered: number;
  readonly items: number;
}

/** An answer at or over a risk item's threshold, whatever else was left out. */
export interface RiskAnswer extends RiskItem {
  readonly value: number;
}

/** Everything one response yields. `scoring` names the version of the rules that made it. */
export interface Score {
  readonly instrument: string;
  readonly version: string;
  readonly scoring: string;
  readonly scales: readonly (ScaleScore | Unscorable)[];
  readonly risks: readonly RiskAnswer[];
  /** Risk items left empty: nothing is known of them, and nothing is put in their place. */
  readonly risksUnanswered: readonly RiskItem[];
}

import type { Rater } from "@concord/course";
import type { MessageValues, StaffMessage } from "@concord/messages";
import { weightOrder } from "../rank.ts";
import type { Basis, ClaimId, Signal, SignalKind, Weight } from "../signal.ts";
import type { Situation, SituationKind } from "./situation.ts";

/** What a card answers to: a signal, or a situation the case is in. A field left out answers to all. */
export type CardTrigger = SignalOccasion | SituationOccasion;

export interface SignalOccasion {
  readonly kinds: readonly SignalKind[];
  /** The lightest signal it answers to. */
  readonly least: Weight;
  readonly raters?: readonly Rater[];
  readonly parts?: readonly string[];
  readonly scales?: readonly string[];
  readonly hypothesis?: NonNullable<Signal["hypothesis"]>;
  /** What a risk item asks about. */
  readonly about?: readonly string[];
}

export interface SituationOccasion {
  readonly situations: readonly SituationKind[];
}

/** In this order of urgency: the practice of clinical support tools. */
export const concerns = ["risk", "alliance", "motivation", "support", "events", "missing"] as const;
export type CardCategory = (typeof concerns)[number];

/** Something to think about before the next session: a suggestion for reflection, never an instruction. */
export interface Card {
  readonly id: string;
  readonly version: string;
  readonly title: StaffMessage;
  readonly concern: CardCategory;
  readonly when: CardTrigger;
  readonly think: StaffMessage;
  /** Questions the therapist may try, in words of their own. */
  readonly ask: readonly StaffMessage[];
  /** Comes first where the two of them are concerned: therapists tend to look for the cause in the client. */
  readonly ownPart: StaffMessage;
  /** One open question the two may look at together. Null where it is for the therapist alone. */
  readonly together: StaffMessage | null;
  /**
   * A meta-analysis, B trial or longitudinal study, C expert consensus: the best that stands behind the
   * suggestion itself.
   */
  readonly grade: "A" | "B" | "C";
  readonly basis: readonly Basis[];
  readonly because: readonly ClaimId[];
  /** Concepts of the library in which authors wrote of this, by identifier. */
  readonly concepts?: readonly string[];
  /** What pauses it: advice on distance or endings waits until a safety answer or a worse outcome has been seen to. */
  readonly pausedBy?: readonly ("safety" | "outcome" | "distance-felt")[];
}

/** The texts of points to consider, none of which takes values. */
type TextId = keyof MessageValues & (`guidance.card.${string}` | `guidance.distance.${string}.${string}`);

/** Returns a text of a card. */
export function say(id: TextId): StaffMessage {
  return { id, values: {} } as StaffMessage;
}

/** Does this card speak to this signal? */
export function matchesSignal(card: Card, signal: Signal): boolean {
  if (!("kinds" in card.when)) return false;
  const { kinds, least, raters, parts, scales, hypothesis, about } = card.when;
  return (
    kinds.includes(signal.kind) &&
    weightOrder.indexOf(signal.weight) <= weightOrder.indexOf(least) &&
    (raters === undefined || raters.includes(signal.rater)) &&
    (parts === undefined || (signal.part !== undefined && parts.includes(signal.part))) &&
    (scales === undefined || scales.includes(signal.scale)) &&
    (hypothesis === undefined || hypothesis === signal.hypothesis) &&
    (about === undefined || (signal.about !== undefined && about.includes(signal.about)))
  );
}

/** Does this card speak to this situation? */
export function matchesSituation(card: Card, situation: Situation): boolean {
  return "situations" in card.when && card.when.situations.includes(situation.kind);
}

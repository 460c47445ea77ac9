import type { StaffMessage } from "@concord/messages";
import { rank } from "../rank.ts";
import type { Signal } from "../signal.ts";
import { allianceCards } from "./alliance.ts";
import { type Card, concerns, matchesSignal, matchesSituation } from "./card.ts";
import { distanceCards } from "./distance.ts";
import { missingCards } from "./missing.ts";
import { offTrackCards } from "./off-track.ts";
import { relationshipCards } from "./relationship.ts";
import { riskCards } from "./risk.ts";
import type { Situation } from "./situation.ts";

/** Every card, in the order in which concerns come first; within one the more particular before the general. */
export const cards: readonly Card[] = [
  ...riskCards,
  ...allianceCards,
  ...relationshipCards,
  ...distanceCards,
  ...offTrackCards,
  ...missingCards,
];

/** Printed on every card. */
export const reflectionLine: StaffMessage = { id: "guidance.reflection", values: {} };

/** A card and what it speaks to. */
export interface Advice {
  readonly card: Card;
  readonly signals: readonly Signal[];
  readonly situations: readonly Situation[];
}

/**
 * Returns what a therapist might consider before the next session, the most pressing first.
 *
 * Each signal is answered by the first card that speaks to it, each situation by all that do. Cards come risk first,
 * then alliance, motivation, support, events and what is missing; within these signals before situations, by their
 * heaviest signal. A small decrease is left out when there is a clear one.
 */
export function adviceFor(
  signals: readonly Signal[],
  situations: readonly Situation[] = [],
): readonly Advice[] {
  const answered = new Map<Card, Signal[]>();
  for (const signal of rank(signals)) {
    const card = cards.find((each) => matchesSignal(each, signal));
    if (card === undefined) continue;
    answered.set(card, [...(answered.get(card) ?? []), signal]);
  }
  const bySignal = [...answered].map(([card, its]): Advice => ({ card, signals: its, situations: [] }));
  const bySituation = cards.flatMap((card): readonly Advice[] => {
    const its = situations.filter((situation) => matchesSituation(card, situation));
    return its.length === 0 ? [] : [{ card, signals: [], situations: its }];
  });
  const clear = bySignal.some(({ card }) => card.concern === "alliance" && card.id !== "small-drop");
  // Array.prototype.sort is stable: within a concern the order of the heaviest signal stays.
  return [...bySignal, ...bySituation]
    .filter(({ card }) => card.id !== "small-drop" || !clear)
    .sort((a, b) => concerns.indexOf(a.card.concern) - concerns.indexOf(b.card.concern));
}

/** Asked where nothing stands out; looking together helps then, too. */
export const defaultSharedQuestion: StaffMessage = { id: "guidance.shared.default", values: {} };

/** Returns open questions for both to look at side by side, without anything that is for the therapist alone. */
export function questionsToShare(advice: readonly Advice[]): readonly StaffMessage[] {
  const questions = advice.flatMap(({ card }) => (card.together === null ? [] : [card.together]));
  return questions.length === 0 ? [defaultSharedQuestion] : questions;
}

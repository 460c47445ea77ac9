import { rank } from "../rank.ts";
import type { Signal } from "../signal.ts";
import { allianceCards } from "./alliance.ts";
import { answersTo, type Card } from "./card.ts";
import { missingCards } from "./missing.ts";
import { riskCards } from "./risk.ts";

/** Every card, in the order in which concerns come first: risk, alliance, what is missing. */
export const cards: readonly Card[] = [...riskCards, ...allianceCards, ...missingCards];

/** Printed on every card. */
export const reflectionLine = "A suggestion for reflection, not an instruction.";

/** More than three at once is not read (the practice of clinical support tools). */
export const mostCards = 3;

/** A card and the signals it speaks to. */
export interface Advice {
  readonly card: Card;
  readonly signals: readonly Signal[];
}

/**
 * What might a therapist think about before the next session?
 *
 * Each signal is answered by the first card that speaks to it; cards come risk first, then alliance, then
 * what is missing, and within these by their heaviest signal; at most three. A small step is left out when
 * the same chair has a clear one. Give it the signals that are current.
 */
export function whatToThinkAbout(signals: readonly Signal[]): readonly Advice[] {
  const advice = new Map<Card, Signal[]>();
  for (const signal of rank(signals)) {
    const card = cards.find((each) => answersTo(each, signal));
    if (card === undefined) continue;
    advice.set(card, [...(advice.get(card) ?? []), signal]);
  }
  const given = [...advice].map(([card, its]): Advice => ({ card, signals: its }));
  const clear = given.some(({ card }) => card.concern === "alliance" && card.id !== "small-drop");
  // Array.prototype.sort is stable: within a concern the order of the heaviest signal stays.
  return given
    .filter(({ card }) => card.id !== "small-drop" || !clear)
    .sort((a, b) => concerns.indexOf(a.card.concern) - concerns.indexOf(b.card.concern))
    .slice(0, mostCards);
}

const concerns: readonly Card["concern"][] = ["risk", "alliance", "missing"];

/** Asked where nothing stands out; looking together helps then, too. */
export const everydayQuestion = "What has been of use since last time, and what should we do differently?";

/**
 * Open questions for both to look at side by side, at most three; nothing that is for the therapist alone.
 */
export function questionsToShare(signals: readonly Signal[]): readonly string[] {
  const questions = whatToThinkAbout(signals).flatMap(({ card }) =>
    card.together === null ? [] : [card.together],
  );
  return questions.length === 0 ? [everydayQuestion] : questions;
}

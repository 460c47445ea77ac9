import { fitTogether, type LogisticModel, logistic, logOdds } from "./logistic.ts";
import { type Look, seenNames } from "./look.ts";

/** What a scholar said of a passage: its rank, or that it is not about the concept at all. */
export type Judgement = "thesis" | "supporting" | "aside" | "decoy";

export const judgements: readonly Judgement[] = ["thesis", "supporting", "aside", "decoy"];

export interface Judged {
  readonly look: Look;
  readonly judgement: Judgement;
}

/** A word the ranking has learnt, and its weight. */
export interface LearntTerm {
  readonly stem: string;
  readonly where: "says" | "around";
  readonly rarity: number;
}

/** One yes-or-no question per judgement over the same features. */
export interface RankModel {
  readonly words: readonly LearntTerm[];
  readonly byJudgement: Readonly<Record<Judgement, LogisticModel>>;
  readonly learntFrom: number;
}

/** How firmly weights are held to what was believed before anything was confirmed. */
const firmness = 2;
/** What all the words of a passage together may weigh beside what is seen. */
const wordScale = 3;
const fewestSaying = 5;
const fewestAround = 8;

/** What is believed before anybody has confirmed anything, in the order of `seenNames`. */
const before: Readonly<Record<Judgement, readonly number[]>> = {
  thesis: [0.5, 0.2, 0, 0.5, 0.8, -0.8, -1, -0.6, 0.1, 0.1, 0.1, 0, 0.8, -0.8, 0.6],
  supporting: [0.2, 0.2, 0.3, 0.5, 0.5, -0.5, -0.5, -0.3, 0.2, 0.2, 0.2, -0.1, 0, 0, 0],
  aside: [0, 0, 0.2, -0.5, -0.3, 0, 0.5, 0.1, 0, 0, 0, 0, -0.3, 0.3, 0],
  decoy: [-0.5, -0.3, -0.5, -1, -1, 1, 1, 0.8, -0.3, -0.5, -0.3, 0.3, 0, 0, 0],
};
const beforeIntercept: Readonly<Record<Judgement, number>> = {
  thesis: -1.5,
  supporting: -0.5,
  aside: -1.5,
  decoy: 0,
};

/**
 * Learns from what the scholar confirmed how to suggest ranks for what is still unread.
 *
 * Features are what `lookAt` sees and the words of the passage (unit length, weighted by rarity among the
 * judged). Without confirmations the starting beliefs above hold; each confirmation moves them.
 */
export function learnRanks(judged: readonly Judged[]): RankModel {
  const words = learntTerms(judged);
  const none = words.map(() => 0);
  const fitted = fitTogether(
    judged.map(({ look }) => numbersOf(look, words)),
    judgements.map((own) => ({
      outcomes: judged.map(({ judgement }) => judgement === own),
      prior: { intercept: beforeIntercept[own], weights: [...before[own], ...none], settled: true },
    })),
    firmness,
  );
  const [thesis, supporting, aside, decoy] = fitted as readonly [
    LogisticModel,
    LogisticModel,
    LogisticModel,
    LogisticModel,
  ];
  return { words, byJudgement: { thesis, supporting, aside, decoy }, learntFrom: judged.length };
}

/** How likely it is that the passage is about the concept at all. */
export function likelihoodAbout(model: RankModel, look: Look): number {
  return logistic(-logOdds(model.byJudgement.decoy, numbersOf(look, model.words)));
}

/** What is seen, then the learnt terms, at unit length for each of the two places. */
export function numbersOf(look: Look, words: readonly LearntTerm[]): readonly number[] {
  const raw = words.map(({ stem, where, rarity }) => (look[where].has(stem) ? rarity : 0));
  const lengths = { says: 0, around: 0 };
  raw.forEach((value, at) => {
    lengths[words[at]!.where] += value ** 2;
  });
  const scaled = raw.map((value, at) => (wordScale * value) / (Math.sqrt(lengths[words[at]!.where]) || 1));
  return [...look.seen.slice(0, seenNames.length), ...scaled];
}

function learntTerms(judged: readonly Judged[]): readonly LearntTerm[] {
  const termsAt = (where: LearntTerm["where"], fewest: number): readonly LearntTerm[] => {
    const counts = new Map<string, number>();
    for (const { look } of judged)
      for (const each of look[where]) counts.set(each, (counts.get(each) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count >= fewest && count < 0.6 * judged.length)
      .map(([stem, count]) => ({ stem, where, rarity: Math.log(judged.length / count) }));
  };
  return [...termsAt("says", fewestSaying), ...termsAt("around", fewestAround)];
}

import type { Postings } from "./postings.ts";
import { findTerm, type Term } from "./term.ts";

export interface WeightedTerm {
  readonly term: Term;
  readonly weight: number;
}

/** `saturation` is k₁, `lengthening` is b. */
export interface Bm25Options {
  readonly saturation: number;
  readonly lengthening: number;
}

export const defaultBm25: Bm25Options = { saturation: 1.2, lengthening: 0.75 };

/**
 * How well does each passage answer the terms?
 *
 * BM25: Σ w · ln(1 + (N − n + ½)/(n + ½)) · f(k₁ + 1) / (f + k₁(1 − b + b·l/l̄)), f the count of the term in
 * the passage, n the passages that hold it, l their length in words. A phrase is a term like any other, with
 * its own n. The logarithm's 1 + keeps terms of most passages at or above zero.
 *
 * Robertson S, Zaragoza H (2009), The Probabilistic Relevance Framework: BM25 and Beyond, p. 360. A row with
 * one score per passage comes back; 0 is no match.
 */
export function scoreBm25(
  postings: Postings,
  terms: readonly WeightedTerm[],
  options: Bm25Options = defaultBm25,
): Float64Array {
  const { passages, passageFirst, passageOf } = postings;
  const scores = new Float64Array(passages.length);
  const average = passageOf.length / Math.max(1, passages.length);
  for (const { term, weight } of terms) {
    const counts = countByPassage(postings, findTerm(postings, term));
    const rarity = Math.log(1 + (passages.length - counts.length + 0.5) / (counts.length + 0.5));
    for (const { passage, count } of counts) {
      const length = passageFirst[passage + 1]! - passageFirst[passage]!;
      const relative = 1 - options.lengthening + (options.lengthening * length) / average;
      const frequency = (count * (options.saturation + 1)) / (count + options.saturation * relative);
      scores[passage]! += weight * rarity * frequency;
    }
  }
  return scores;
}

/** Runs of places in one passage. */
function countByPassage(
  postings: Postings,
  places: Uint32Array,
): readonly { readonly passage: number; readonly count: number }[] {
  const counts: { passage: number; count: number }[] = [];
  let last: { passage: number; count: number } | null = null;
  for (const place of places) {
    const passage = postings.passageOf[place]!;
    if (last !== null && last.passage === passage) last.count += 1;
    else {
      last = { passage, count: 1 };
      counts.push(last);
    }
  }
  return counts;
}

export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/** The best `count` passages, best first; equal scores in the order of the books. */
export function best(scores: Float64Array, count: number): readonly Hit[] {
  const hits: Hit[] = [];
  scores.forEach((score, passage) => {
    if (score > 0) hits.push({ passage, score });
  });
  return hits.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, count);
}

import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { stopWords } from "../search/stop-words.ts";
import { collocateWindow } from "./concordance.ts";

/** A word that stands near others more often than chance would have it. */
export interface Collocate {
  /** Its commonest form. */
  readonly word: string;
  readonly count: number;
  readonly expected: number;
  /** Log-likelihood ratio G². */
  readonly strength: number;
}

/**
 * Which words keep company with these places?
 *
 * Words within five to each side are counted against all words of the library: G² = 2 Σ O ln(O/E) over the four
 * cells of near/far by this word/others. Dunning T (1993), Computational Linguistics 19: 61–74. Only words more
 * frequent than expected; function words are left out.
 */
export function collocatesOf(
  postings: Postings,
  places: Uint32Array,
  length: number,
  count: number,
): readonly Collocate[] {
  const { wordOf, passageOf } = postings;
  const near = new Map<number, number>();
  let window = 0;
  for (const token of places) {
    for (let away = -collocateWindow; away < length + collocateWindow; away++) {
      const beside = token + away;
      if ((away >= 0 && away < length) || passageOf[beside] !== passageOf[token]) continue;
      near.set(wordOf[beside]!, (near.get(wordOf[beside]!) ?? 0) + 1);
      window += 1;
    }
  }
  return strongest(postings, near, window, count);
}

/** The words of some passages against all words of the library. */
export function keywordsOf(
  postings: Postings,
  passages: readonly number[],
  count: number,
): readonly Collocate[] {
  const { wordOf, passageFirst } = postings;
  const near = new Map<number, number>();
  let window = 0;
  for (const passage of passages) {
    for (let token = passageFirst[passage]!; token < passageFirst[passage + 1]!; token++) {
      near.set(wordOf[token]!, (near.get(wordOf[token]!) ?? 0) + 1);
      window += 1;
    }
  }
  return strongest(postings, near, window, count);
}

function strongest(
  { words, stemOf, stemFirst, wordOf }: Postings,
  near: ReadonlyMap<number, number>,
  window: number,
  count: number,
): readonly Collocate[] {
  const byStem = new Map<number, { count: number; word: number; most: number }>();
  for (const [word, times] of near) {
    const form = words[word]!;
    if (form.length < 3 || stopWords.has(form) || stopStems.has(stem(form)) || /^\d/.test(form)) continue;
    const id = stemOf[word]!;
    const known = byStem.get(id) ?? { count: 0, word, most: 0 };
    byStem.set(id, {
      count: known.count + times,
      word: times > known.most ? word : known.word,
      most: Math.max(times, known.most),
    });
  }
  const whole = wordOf.length;
  const collocates: Collocate[] = [];
  for (const [id, { count: times, word }] of byStem) {
    const everywhere = Math.max(times, stemFirst[id + 1]! - stemFirst[id]!);
    const expected = (everywhere * window) / whole;
    if (times < 2 || times <= expected) continue;
    const strength = ratio(times, window, everywhere, whole);
    collocates.push({ word: words[word]!, count: times, expected, strength });
  }
  return collocates.sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1)).slice(0, count);
}

const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stem));

function ratio(times: number, window: number, everywhere: number, whole: number): number {
  const cell = (observed: number, expected: number): number =>
    observed <= 0 ? 0 : observed * Math.log(observed / expected);
  const share = window / whole;
  return (
    2 *
    (cell(times, everywhere * share) +
      cell(everywhere - times, everywhere * (1 - share)) +
      cell(window - times, (whole - everywhere) * share) +
      cell(whole - everywhere - window + times, (whole - everywhere) * (1 - share)))
  );
}

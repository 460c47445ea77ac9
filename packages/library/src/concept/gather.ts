import { best, type Hit } from "../search/bm25.ts";
import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { wordsOf } from "../search/words.ts";
import type { Concept, Wording } from "./concept.ts";
import { type Proximity, partyPlaces, proximityTerms, type Sign, signsOf } from "./evidence.ts";
import { isNear, presenceBySentence } from "./presence.ts";

/** What one place of a sign is worth. */
export interface PlaceWorth {
  readonly weight: number;
  /** The part of the weight a place has when neither party is near. */
  readonly alone: number;
  /** The part of the rest that only both parties together earn; what remains, each earns half of. */
  readonly together: number;
}

export interface GatherOptions {
  readonly worth: Readonly<Record<Proximity, PlaceWorth>>;
  /** The part of its worth that a place keeps where a party its wording names is not near. */
  readonly unnamed: number;
  /** What naming the parties is worth beside the signs. */
  readonly parties: number;
  /** What the passages around, up to `around` away in the same chapter, lend to one. */
  readonly lent: number;
  readonly around: number;
  /** What the name of the concept in the heading of its chapter adds to a passage, as a part of its score. */
  readonly heading: number;
  /** What a passage outside the body is worth. */
  readonly aside: number;
}

/** What they are worth on concepts they were not chosen on: bench/library.ts. */
export const usualGathering: GatherOptions = {
  worth: {
    name: { weight: 3, alone: 0.3, together: 0.5 },
    variant: { weight: 0.5, alone: 0.1, together: 0.5 },
    period: { weight: 0.5, alone: 0, together: 1 },
  },
  unnamed: 0.5,
  parties: 1,
  lent: 0.5,
  around: 5,
  heading: 0.1,
  aside: 0.5,
};

/**
 * Which passages are about the concept, the likeliest first?
 *
 * The signs of one root score together as a term of BM25 (k₁ = 2, b = 0.75; words of one meaning as one term:
 * Pirkola 1998, SIGIR, 55–63), so that a passage which varies a word does not count as often as it varies it. The
 * term's count in a passage is the sum of what its places are worth: a place in a sentence where therapist and
 * patient meet is worth most, a period wording where they do not meet nothing at all, and a wording that names
 * one of them half where that one is not near. The parties add to a passage that has a sign; passages around in
 * the same chapter lend theirs, falling with distance, and a chapter called by the concept's name adds to its
 * passages; notes, contents and index count half.
 */
export function gather(
  postings: Postings,
  concept: Concept,
  most: number,
  options: GatherOptions = usualGathering,
  wordings: readonly Wording[] = concept.wordings,
): readonly Hit[] {
  return best(scoreConcept(postings, concept, options, wordings), most);
}

export function scoreConcept(
  postings: Postings,
  concept: Concept,
  options: GatherOptions = usualGathering,
  wordings: readonly Wording[] = concept.wordings,
): Float64Array {
  const { passages } = postings;
  const scores = new Float64Array(passages.length);
  const parties = concept.parties.map((party) => partyPlaces(postings, party));
  const presence = parties.map((places) => presenceBySentence(postings, places));
  const worthOf = ({ nearness, named }: Sign, place: number): number => {
    const worth = worthOfPlace(options.worth[nearness], presence, postings.sentenceOf[place]!);
    const isAlone = concept.parties.some(
      (party, at) => named.includes(party) && !isNear(postings, parties[at]!, place, proximityTerms),
    );
    return worth * (isAlone ? options.unnamed : 1);
  };
  const found = signsOf(postings, concept, wordings);
  for (const signs of Map.groupBy(found, ({ root }) => root).values()) {
    const weight = Math.max(...signs.map(({ nearness }) => options.worth[nearness].weight));
    const counts = new Map<number, number>();
    for (const sign of signs) {
      const share = options.worth[sign.nearness].weight / weight;
      count(counts, postings, sign.places, (place) => share * worthOf(sign, place));
    }
    addTerm(scores, postings, counts, weight);
  }
  const hasSign = scores.map((score) => (score > 0 ? 1 : 0));
  for (const places of parties) {
    addTerm(scores, postings, count(new Map(), postings, places), options.parties);
  }
  passages.forEach(({ role }, at) => {
    scores[at]! *= hasSign[at]! * (role === "body" ? 1 : options.aside);
  });
  const lent = withNeighbours(postings, scores, options);
  const isCalled = calledBy(found);
  return lent.map((score, at) => score * (isCalled(passages[at]!.chapter) ? 1 + options.heading : 1));
}

/** Does the heading of a chapter hold one of the concept's names? */
function calledBy(signs: readonly Sign[]): (chapter: string) => boolean {
  const names = signs.filter(({ nearness }) => nearness === "name").map(({ term }) => term.stems);
  const known = new Map<string, boolean>();
  return (chapter) => {
    let answer = known.get(chapter);
    if (answer === undefined) {
      const stems = new Set(wordsOf(chapter).map(stem));
      answer = names.some((name) => name.every((each) => stems.has(each)));
      known.set(chapter, answer);
    }
    return answer;
  };
}

/** Without parties to look for, every place is worth its weight. */
function worthOfPlace(worth: PlaceWorth, presence: readonly Float32Array[], sentence: number): number {
  if (presence.length === 0) return 1;
  const near = presence.map((each) => each[sentence]!);
  const mean = near.reduce((sum, each) => sum + each, 0) / near.length;
  const product = near.reduce((all, each) => all * each, 1);
  return worth.alone + (1 - worth.alone) * ((1 - worth.together) * mean + worth.together * product);
}

const saturation = 2;
const lengthening = 0.75;

/** Adds what the places are worth to the count of each one's passage. */
function count(
  counts: Map<number, number>,
  { passageOf }: Postings,
  places: Sign["places"],
  worth: (place: number) => number = () => 1,
): ReadonlyMap<number, number> {
  for (const place of places) {
    const passage = passageOf[place]!;
    counts.set(passage, (counts.get(passage) ?? 0) + worth(place));
  }
  return counts;
}

function addTerm(
  scores: Float64Array,
  { passages, passageFirst, passageOf }: Postings,
  counts: ReadonlyMap<number, number>,
  weight: number,
): void {
  const rarity = Math.log(1 + (passages.length - counts.size + 0.5) / (counts.size + 0.5));
  const average = passageOf.length / Math.max(1, passages.length);
  for (const [passage, tally] of counts) {
    const length = passageFirst[passage + 1]! - passageFirst[passage]!;
    const relative = 1 - lengthening + (lengthening * length) / average;
    scores[passage]! += (weight * rarity * tally * (saturation + 1)) / (tally + saturation * relative);
  }
}

function withNeighbours({ passages }: Postings, own: Float64Array, options: GatherOptions): Float64Array {
  return own.map((score, at) => {
    if (score === 0) return 0;
    const { text, chapter } = passages[at]!;
    let sum = 0;
    let shares = 0;
    for (let step = 1; step <= options.around; step++) {
      for (const beside of [at - step, at + step]) {
        const other = passages[beside];
        if (other === undefined || other.text !== text || other.chapter !== chapter) continue;
        sum += own[beside]! / step;
        shares += 1 / step;
      }
    }
    return score + (shares === 0 ? 0 : (options.lent * sum) / shares);
  });
}

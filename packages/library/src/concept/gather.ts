import { best, type Hit } from "../search/bm25.ts";
import type { Postings } from "../search/postings.ts";
import type { Concept, Wording } from "./concept.ts";
import { type Nearness, partyPlaces, type Sign, signsOf } from "./evidence.ts";
import { presenceBySentence } from "./presence.ts";

/** What one place of a sign is worth. */
export interface PlaceWorth {
  readonly weight: number;
  /** The part of the weight a place has when neither party is near. */
  readonly alone: number;
  /** The part of the rest that only both parties together earn; what remains, each earns half of. */
  readonly together: number;
}

export interface GatherOptions {
  readonly worth: Readonly<Record<Nearness, PlaceWorth>>;
  /** What naming the parties is worth beside the signs. */
  readonly parties: number;
  /** What the passages around, up to `around` away in the same chapter, lend to one. */
  readonly lent: number;
  readonly around: number;
  /** What a passage outside the body is worth. */
  readonly aside: number;
}

/** Chosen on other concepts than those it was measured on: see bench/library.ts. */
export const usualGathering: GatherOptions = {
  worth: {
    name: { weight: 2, alone: 0.3, together: 0.5 },
    variant: { weight: 0.5, alone: 0.1, together: 0.5 },
    period: { weight: 0.5, alone: 0, together: 1 },
  },
  parties: 0.5,
  lent: 1,
  around: 5,
  aside: 0.5,
};

/**
 * Which passages are about the concept, the likeliest first?
 *
 * Each sign scores as a term of BM25 (k₁ = 1.2, b = 0.75) whose count in a passage is the sum of what its places
 * are worth: a place in a sentence where therapist and patient meet is worth most, a period wording where they
 * do not meet nothing at all. The parties add to a passage that has a sign; passages around in the same chapter
 * lend theirs, falling with distance; notes, contents and index count half.
 */
export function gather(
  postings: Postings,
  concept: Concept,
  count: number,
  options: GatherOptions = usualGathering,
  wordings: readonly Wording[] = concept.wordings,
): readonly Hit[] {
  return best(scoreConcept(postings, concept, options, wordings), count);
}

export function scoreConcept(
  postings: Postings,
  concept: Concept,
  options: GatherOptions = usualGathering,
  wordings: readonly Wording[] = concept.wordings,
): Float64Array {
  const { passages, sentenceOf } = postings;
  const scores = new Float64Array(passages.length);
  const parties = concept.parties.map((party) => partyPlaces(postings, party));
  const presence = parties.map((places) => presenceBySentence(postings, places));
  for (const sign of signsOf(postings, concept, wordings)) {
    const worth = options.worth[sign.nearness];
    addTerm(scores, postings, sign.places, worth.weight, (place) =>
      worthOfPlace(worth, presence, sentenceOf[place]!),
    );
  }
  const hasSign = scores.map((score) => (score > 0 ? 1 : 0));
  for (const places of parties) addTerm(scores, postings, places, options.parties, () => 1);
  passages.forEach(({ role }, at) => {
    scores[at]! *= hasSign[at]! * (role === "body" ? 1 : options.aside);
  });
  return withNeighbours(postings, scores, options);
}

/** Without parties to look for, every place is worth its weight. */
function worthOfPlace(worth: PlaceWorth, presence: readonly Float32Array[], sentence: number): number {
  if (presence.length === 0) return 1;
  const near = presence.map((each) => each[sentence]!);
  const mean = near.reduce((sum, each) => sum + each, 0) / near.length;
  const product = near.reduce((all, each) => all * each, 1);
  return worth.alone + (1 - worth.alone) * ((1 - worth.together) * mean + worth.together * product);
}

const saturation = 1.2;
const lengthening = 0.75;

function addTerm(
  scores: Float64Array,
  { passages, passageFirst, passageOf }: Postings,
  places: Sign["places"],
  weight: number,
  worth: (place: number) => number,
): void {
  const counts = new Map<number, number>();
  for (const place of places) {
    const passage = passageOf[place]!;
    counts.set(passage, (counts.get(passage) ?? 0) + worth(place));
  }
  const rarity = Math.log(1 + (passages.length - counts.size + 0.5) / (counts.size + 0.5));
  const average = passageOf.length / Math.max(1, passages.length);
  for (const [passage, count] of counts) {
    const length = passageFirst[passage + 1]! - passageFirst[passage]!;
    const relative = 1 - lengthening + (lengthening * length) / average;
    scores[passage]! += (weight * rarity * count * (saturation + 1)) / (count + saturation * relative);
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

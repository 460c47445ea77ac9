import type { Concept } from "../concept/concept.ts";
import { partyPlaces, type Sign, signsOf } from "../concept/evidence.ts";
import { type GatherOptions, scoreConcept, usualGathering } from "../concept/gather.ts";
import { presenceBySentence } from "../concept/presence.ts";
import type { Postings } from "../search/postings.ts";
import { findTerm, termOf } from "../search/term.ts";

/** What can be seen of a passage beside a concept, in the order of its numbers. */
export const featureNames = [
  "name",
  "variant",
  "period",
  "meeting",
  "therapist",
  "patient",
  "company",
  "other-sense",
  "outside-body",
  "general",
  "narrative",
  "defining",
  "early",
  "long",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** What is needed of a library to see the features of any passage beside one concept; made once per concept. */
export interface ConceptView {
  readonly postings: Postings;
  readonly signs: readonly Sign[];
  readonly parties: readonly Uint32Array[];
  readonly presence: readonly Float32Array[];
  readonly scores: Float64Array;
  readonly excluded: readonly Uint32Array[];
}

export function viewConcept(
  postings: Postings,
  concept: Concept,
  options: GatherOptions = usualGathering,
): ConceptView {
  const parties = (["therapist", "patient"] as const).map((party) => partyPlaces(postings, party));
  return {
    postings,
    signs: signsOf(postings, concept),
    parties,
    presence: parties.map((places) => presenceBySentence(postings, places)),
    scores: scoreConcept(postings, concept, options),
    excluded: concept.excluded.flatMap((words) => {
      const term = termOf(words);
      return term === null ? [] : [findTerm(postings, term)];
    }),
  };
}

/** The features of the tokens from `from` to before `to`, which lie in one passage. */
export function featuresOf(view: ConceptView, from: number, to: number): readonly number[] {
  const { postings, signs, parties, presence } = view;
  const passage = postings.passageOf[from]!;
  const length = Math.max(1, to - from);
  const counts = { name: 0, variant: 0, period: 0 };
  let meeting = 0;
  let earliest = 1;
  for (const { nearness, places } of signs) {
    for (const place of within(places, from, to)) {
      counts[nearness] += 1;
      const sentence = postings.sentenceOf[place]!;
      meeting = Math.max(
        meeting,
        presence.reduce((all, each) => all * each[sentence]!, 1),
      );
      earliest = Math.min(earliest, (place - from) / length);
    }
  }
  const other = view.excluded.reduce((sum, places) => sum + within(places, from, to).length, 0);
  const words = wordCounts(postings, from, to);
  const score = view.scores[passage]!;
  return [
    saturated(counts.name),
    saturated(counts.variant),
    saturated(counts.period),
    meeting,
    saturated(within(parties[0]!, from, to).length),
    saturated(within(parties[1]!, from, to).length),
    score / (score + 10),
    saturated(other),
    postings.passages[passage]!.role === "body" ? 0 : 1,
    words.general / (words.general + words.narrative + 3),
    words.narrative / (words.general + words.narrative + 3),
    saturated(words.defining),
    1 - earliest,
    length / (length + 60),
  ];
}

const saturated = (count: number): number => count / (count + 1);

/** The part of a rising row that lies between. */
export function within(places: Uint32Array, from: number, to: number): Uint32Array {
  return places.subarray(firstAtLeast(places, from), firstAtLeast(places, to));
}

function firstAtLeast(places: Uint32Array, wanted: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const general = list(
  "is are must can may always every whenever will should means therefore thus consists depends essential necessary " +
    "ought all never only cannot general principle rule",
);
const narrative = list(
  "was were had did said told asked went came gave found felt became began seemed mrs miss mr ago she her dreamed " +
    "dream case once yesterday morning night age years",
);
const defining = list(
  "call called calls means mean meaning define defined definition consists consist term designate designated " +
    "essence nature understand constitutes signifies concept conception",
);

function wordCounts({ wordOf, words }: Postings, from: number, to: number) {
  const counts = { general: 0, narrative: 0, defining: 0 };
  for (let token = from; token < to; token++) {
    const word = words[wordOf[token]!]!;
    if (general.has(word)) counts.general += 1;
    if (narrative.has(word)) counts.narrative += 1;
    if (defining.has(word)) counts.defining += 1;
  }
  return counts;
}

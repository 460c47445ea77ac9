import type { Concept } from "../concept/concept.ts";
import { partyPlaces, type Sign, signsOf } from "../concept/evidence.ts";
import { scoreConcept } from "../concept/gather.ts";
import { presenceBySentence } from "../concept/presence.ts";
import { stem } from "../search/porter2.ts";
import { type Postings, placesOf } from "../search/postings.ts";
import { stopWords } from "../search/stop-words.ts";
import { findTerm, termOf } from "../search/term.ts";
import { relativeDensity, within } from "./density.ts";
import { manner, surroundings } from "./word-lists.ts";

/** What can be seen of a passage beside a concept, in the order of its numbers. */
export const seenNames = [
  "name",
  "variant",
  "period",
  "meeting",
  "company",
  "other-sense",
  "outside-body",
  "far-down",
  "therapist-around",
  "patient-around",
  "treatment-around",
  "family-around",
  "general",
  "narrative",
  "defining",
] as const;

export type SeenName = (typeof seenNames)[number];

/** A passage as the ranking sees it. */
export interface Look {
  readonly seen: readonly number[];
  /** Stems of its own words, and of the passage it is in. */
  readonly says: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** What is looked up once for a concept in a library, before any passage. */
export interface ConceptView {
  readonly postings: Postings;
  readonly signs: readonly Sign[];
  readonly presence: readonly Float32Array[];
  readonly excluded: readonly Uint32Array[];
  readonly scores: Float64Array;
  /** For each passage how many stand before it in the list; more than any for those without a sign. */
  readonly standing: Uint32Array;
  readonly subjects: Readonly<Record<"therapist" | "patient" | "treatment" | "family", Uint32Array>>;
}

export function viewConcept(postings: Postings, concept: Concept): ConceptView {
  const therapist = partyPlaces(postings, "therapist");
  const patient = partyPlaces(postings, "patient");
  const scores = scoreConcept(postings, concept);
  return {
    postings,
    signs: signsOf(postings, concept),
    presence: [therapist, patient].map((places) => presenceBySentence(postings, places)),
    excluded: concept.excluded.flatMap((words) => {
      const term = termOf(words);
      return term === null ? [] : [findTerm(postings, term)];
    }),
    scores,
    standing: standingOf(scores),
    subjects: {
      therapist,
      patient,
      treatment: placesOfAny(postings, surroundings.treatment),
      family: placesOfAny(postings, surroundings.family),
    },
  };
}

/** How the tokens from `from` to before `to`, which lie in one passage, look beside the concept. */
export function lookAt(view: ConceptView, from: number, to: number): Look {
  const { postings, signs, presence } = view;
  const passage = postings.passageOf[from]!;
  const counts = { name: 0, variant: 0, period: 0 };
  let meeting = 0;
  for (const { nearness, places } of signs) {
    for (const place of within(places, from, to)) {
      counts[nearness] += 1;
      const sentence = postings.sentenceOf[place]!;
      meeting = Math.max(
        meeting,
        presence.reduce((all, each) => all * each[sentence]!, 1),
      );
    }
  }
  const other = view.excluded.reduce((sum, places) => sum + within(places, from, to).length, 0);
  const style = mannerOf(postings, from, to);
  const score = view.scores[passage]!;
  return {
    seen: [
      saturated(counts.name),
      saturated(counts.variant),
      saturated(counts.period),
      meeting,
      score / (score + 10),
      saturated(other),
      postings.passages[passage]!.role === "body" ? 0 : 1,
      score > 0 ? Math.log1p(view.standing[passage]!) / 5 : 1.8,
      relativeDensity(postings, view.subjects.therapist, passage),
      relativeDensity(postings, view.subjects.patient, passage),
      relativeDensity(postings, view.subjects.treatment, passage),
      relativeDensity(postings, view.subjects.family, passage),
      style.general,
      style.narrative,
      style.defining,
    ],
    says: stemsIn(postings, from, to),
    around: stemsIn(postings, postings.passageFirst[passage]!, postings.passageFirst[passage + 1]!),
  };
}

const saturated = (count: number): number => count / (count + 1);

function standingOf(scores: Float64Array): Uint32Array {
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const standing = new Uint32Array(scores.length);
  order.forEach((passage, at) => {
    standing[passage] = at;
  });
  return standing;
}

function placesOfAny(postings: Postings, words: readonly string[]): Uint32Array {
  const ids = new Set(words.map((word) => postings.stemId.get(stem(word))));
  const places = [...ids].flatMap((id) => (id === undefined ? [] : [...placesOf(postings, id)]));
  return Uint32Array.from(places).sort();
}

function mannerOf({ wordOf, words }: Postings, from: number, to: number) {
  const counts = { general: 0, narrative: 0, defining: 0 };
  for (let token = from; token < to; token++) {
    const word = words[wordOf[token]!]!;
    if (manner.general.includes(word)) counts.general += 1;
    if (manner.narrative.includes(word)) counts.narrative += 1;
    if (manner.defining.includes(word)) counts.defining += 1;
  }
  const whole = counts.general + counts.narrative + 3;
  return {
    general: counts.general / whole,
    narrative: counts.narrative / whole,
    defining: saturated(counts.defining),
  };
}

function stemsIn({ wordOf, words, stemOf, stems }: Postings, from: number, to: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let token = from; token < to; token++) {
    const word = wordOf[token]!;
    if (!stopWords.has(words[word]!)) found.add(stems[stemOf[word]!]!);
  }
  return found;
}

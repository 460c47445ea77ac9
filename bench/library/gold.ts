import {
  type Concept,
  type GatherOptions,
  gather,
  type Postings,
  usualGathering,
  type Wording,
} from "@concord/library";
import type { GoldPassage } from "./corpus.ts";

export interface Found {
  readonly ndcg: number;
  /** The same over the list without what nobody judged for the concept (Sakai 2007, SIGIR, pp. 71–78). */
  readonly ndcgOfJudged: number;
  readonly recall: number;
  /** Null for a concept without theses. */
  readonly theses: number | null;
}

const gains = { thesis: 3, supporting: 2, aside: 1, irrelevant: 0 } as const;

/**
 * How well are the judged passages of a concept found among its first fifty?
 *
 * A judged passage is found by a passage that holds at least half of it (or lies at least half inside it). A
 * found passage gains 3 for a thesis, 2 for supporting, 1 for an aside, by its best; everything unjudged gains
 * 0, and the ideal is the ten best of all judged. Recall counts thesis, supporting and aside.
 */
export function foundFor(
  postings: Postings,
  gold: readonly GoldPassage[],
  concept: Concept,
  wordings: readonly Wording[] = concept.wordings,
  options: GatherOptions = usualGathering,
): Found {
  const judged = gold.filter((each) => each.concept === concept);
  const long = gather(postings, concept, 1000, options, wordings).map(({ passage }) => passage);
  const list = long.slice(0, 50);
  const heldBy = judged.map((each) => long.filter((passage) => holds(postings, passage, each)));
  const gainOf = (passage: number): number =>
    Math.max(0, ...judged.map((each, at) => (heldBy[at]!.includes(passage) ? gains[each.rank] : 0)));
  const ideal = judged.map(({ rank }) => gains[rank]).sort((a, b) => b - a);
  const share = (isWanted: (each: GoldPassage) => boolean): number | null => {
    const wanted = judged.flatMap((each, at) =>
      isWanted(each) ? [heldBy[at]!.some((passage) => list.includes(passage))] : [],
    );
    return wanted.length === 0 ? null : wanted.filter(Boolean).length / wanted.length;
  };
  const read = long.filter((passage) => heldBy.some((held) => held.includes(passage)));
  return {
    ndcg: discounted(list.slice(0, 10).map(gainOf)) / discounted(ideal.slice(0, 10)),
    ndcgOfJudged: discounted(read.slice(0, 10).map(gainOf)) / discounted(ideal.slice(0, 10)),
    recall: share(({ rank }) => rank !== "irrelevant") ?? 0,
    theses: share(({ rank }) => rank === "thesis"),
  };
}

/** The mean over concepts; theses over the concepts that have any. */
export function meanFound(all: readonly Found[]): Found {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length;
  return {
    ndcg: mean(all.map(({ ndcg }) => ndcg)),
    ndcgOfJudged: mean(all.map(({ ndcgOfJudged }) => ndcgOfJudged)),
    recall: mean(all.map(({ recall }) => recall)),
    theses: mean(all.flatMap(({ theses }) => (theses === null ? [] : [theses]))),
  };
}

/**
 * The same with the weights chosen on the other concepts each time: what a concept that nobody tuned for gets.
 */
export function leaveOneConceptOut(postings: Postings, gold: readonly GoldPassage[]): Found {
  const concepts = [...new Set(gold.map(({ concept }) => concept))];
  const tried = settings().map((options) =>
    concepts.map((concept) => foundFor(postings, gold, concept, concept.wordings, options)),
  );
  return meanFound(
    concepts.map((_, held) => {
      const worth = tried.map((row) => {
        const { ndcg, recall, theses } = meanFound(row.filter((__, at) => at !== held));
        return ndcg + recall + (theses ?? 0);
      });
      return tried[worth.indexOf(Math.max(...worth))]![held]!;
    }),
  );
}

function settings(): readonly GatherOptions[] {
  const { worth } = usualGathering;
  return [2, 3].flatMap((name) =>
    [0.3, 0.5].flatMap((variant) =>
      [0.5, 0.75, 1].flatMap((parties) =>
        [0.3, 0.5, 0.7].flatMap((lent) =>
          [0, 0.1, 0.2].map((heading) => ({
            ...usualGathering,
            parties,
            lent,
            heading,
            worth: {
              ...worth,
              name: { ...worth.name, weight: name },
              variant: { ...worth.variant, weight: variant },
            },
          })),
        ),
      ),
    ),
  );
}

const discounted = (row: readonly number[]): number =>
  row.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

function holds({ passages }: Postings, passage: number, { text, from, to }: GoldPassage): boolean {
  const candidate = passages[passage]!;
  if (candidate.text !== text.id) return false;
  const shared = Math.min(candidate.to, to) - Math.max(candidate.from, from);
  return shared >= 0.5 * (to - from) || shared >= 0.5 * (candidate.to - candidate.from);
}

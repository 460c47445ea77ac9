import {
  type Concept,
  passagesLike,
  type Similarity,
  type Span,
  termOf,
  type WeightedTerm,
} from "@concord/library";
import type { PassageReview } from "@concord/store";
import { passagesAt, type Shelf } from "./shelf.ts";

/**
 * Passages like those accepted for a concept. Its names of today have a say beside the words the accepted ones share; a
 * passage somebody has ruled on does not come again.
 */
export function similarToAccepted(
  shelf: Shelf,
  concept: Concept,
  rulings: readonly PassageReview[],
  count: number,
  question: readonly WeightedTerm[] = [],
): Similarity {
  const { postings } = shelf;
  const accepted = rulings.filter(({ judgement }) => judgement !== "decoy");
  const names = [
    concept.name,
    ...concept.wordings.filter(({ kind }) => kind === "variant").map(({ words }) => words),
  ].flatMap((words) => {
    const term = termOf(words);
    return term === null ? [] : [{ term, weight: 1 }];
  });
  const { words, hits } = passagesLike(
    postings,
    passagesAt(shelf, accepted),
    [...names, ...question],
    count + 3 * rulings.length,
  );
  const open = hits.filter(({ passage }) => !isRuledOn(rulings, postings.passages[passage]!));
  return { words, hits: open.slice(0, count) };
}

/** Whether a ruling touches the passage. */
export function isRuledOn(
  rulings: readonly PassageReview[],
  passage: Span & { readonly text: string },
): boolean {
  return rulings.some((one) => one.text === passage.text && one.from < passage.to && passage.from < one.to);
}

import { type Concept, cut, locate, passagesLike, type Similarity, termOf } from "@concord/library";
import { concepts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { keptConcept } from "./concepts.ts";
import { type FoundPassage, soughtIn } from "./find-passages.ts";
import { similarToAccepted } from "./like-accepted.ts";
import { openCorpusIndex, passagesAt, type Shelf } from "./shelf.ts";

/** What passages should be like: those accepted for a concept, or the one in which a place of a text lies. */
export type LikeWhat =
  | { readonly kind: "accepted"; readonly concept: string }
  | { readonly kind: "passage"; readonly text: string; readonly from: number };

export interface LikePassage extends FoundPassage {
  /** Words it has in common with those it is like, the weightiest first. */
  readonly shared: readonly string[];
}

/** What the passages are like. */
export type LikeModel =
  | { readonly kind: "accepted"; readonly concept: Concept; readonly accepted: number }
  | ({ readonly kind: "passage" } & Omit<FoundPassage, "score">);

export interface LikeFindings {
  readonly like: LikeModel;
  /** What the models share and others lack, the weightiest first; none where there is nothing to be like. */
  readonly terms: readonly string[];
  readonly passages: readonly LikePassage[];
}

/** Which passages are like these, by whatever name they go? A question may pull towards words of the scholar's. */
export async function findSimilar(
  context: AppContext,
  actor: Actor,
  what: LikeWhat,
  { question = "", limit = 20 }: { readonly question?: string; readonly limit?: number } = {},
): Promise<LikeFindings> {
  permit(actor, "read-library", { kind: "practice" });
  const asked = soughtIn(question).flatMap(({ words, term: { near } }) => {
    const term = termOf(words, near);
    return term === null ? [] : [{ term, weight: 1 }];
  });
  return within(context, actor, async (scope) => {
    const shelf = await openCorpusIndex(context, scope);
    if (what.kind === "accepted") {
      const { concept } = await keptConcept(scope, what.concept);
      const rulings = await concepts.rulings(scope, what.concept);
      const accepted = rulings.filter(({ judgement }) => judgement !== "decoy").length;
      const likeness = similarToAccepted(shelf, concept, rulings, limit, asked);
      return { like: { kind: "accepted", concept, accepted }, ...findingsOf(shelf, likeness) };
    }
    const [own] = passagesAt(shelf, [what]);
    if (own === undefined) throw absent();
    const likeness = passagesLike(shelf.postings, [own], asked, limit);
    return { like: { kind: "passage", ...shownAt(shelf, own) }, ...findingsOf(shelf, likeness) };
  });
}

function findingsOf(shelf: Shelf, { words, hits }: Similarity): Pick<LikeFindings, "terms" | "passages"> {
  return {
    terms: words,
    passages: hits.map(({ passage, score, shared }) => ({ ...shownAt(shelf, passage), score, shared })),
  };
}

function shownAt({ postings, texts }: Shelf, passage: number): Omit<FoundPassage, "score"> {
  const { text: id, from, to, chapter } = postings.passages[passage]!;
  const text = texts.get(id)!;
  const span = { from, to };
  return {
    text: id,
    ...span,
    chapter,
    source: text.source,
    locator: locate(text, span),
    words: cut(text, span),
  };
}

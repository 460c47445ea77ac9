import {
  type Agreement,
  agreementOf,
  type Caution,
  type Concept,
  cautionsOf,
  cut,
  gather,
  type Judged,
  type Locator,
  learnRanks,
  locate,
  lookAt,
  type ProposedWording,
  proposeWordings,
  readingCaution,
  type Source,
  type Span,
  type Suggestion,
  suggestRank,
  type TextId,
  viewConcept,
} from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { concepts, type PassageReview } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { languageModelOf } from "../language-model/settings.ts";
import { permit } from "../permit.ts";
import { type HeldConcept, holdConcept } from "./concepts.ts";
import { isRuledOn, similarToAccepted } from "./like-accepted.ts";
import { openCorpusIndex, passagesAt, type Shelf } from "./shelf.ts";

/** A passage nobody has ruled on yet, with the rank it might have and why. */
export interface Candidate extends Span {
  readonly text: TextId;
  readonly source: Source;
  readonly locator: Locator;
  readonly chapter: string;
  readonly words: string;
  readonly suggestion: Suggestion;
  readonly cautions: readonly Caution[];
}

export interface ConceptView extends HeldConcept {
  readonly candidates: readonly Candidate[];
  /** How often suggestions made without knowing the answer agreed with the scholar. */
  readonly agreement: Agreement;
  /** Words the accepted passages share, for the thesaurus. */
  readonly proposals: readonly ProposedWording[];
  /** Whether there is anything to search. */
  readonly texts: number;
  /** The language model that may draft glosses; null where it is off. */
  readonly draftsWith: string | null;
}

/** The page of a concept, and what the library offers for it beyond what was accepted. */
export async function readConcept(
  context: AppContext,
  actor: Actor,
  id: string,
  { candidates = 10, by = "names" }: { readonly candidates?: number; readonly by?: OfferBy } = {},
): Promise<ConceptView> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const shelf = await openCorpusIndex(context, scope);
    const held = await holdConcept(scope, id, shelf, scope.now().slice(0, 10));
    const { concept } = held.page;
    const judged = judgedOn(shelf, concept, held.rulings);
    const language = await languageModelOf(scope);
    const accepted = held.rulings.filter(({ judgement }) => judgement !== "decoy");
    return {
      ...held,
      candidates: candidatesFor(shelf, concept, held.rulings, judged, { candidates, by }),
      agreement: agreementOf(judged),
      proposals: proposeWordings(shelf.postings, concept, passagesAt(shelf, accepted), 8),
      texts: shelf.texts.size,
      draftsWith: language.isOn ? language.model : null,
    };
  });
}

/** What the scholar decided for this concept, as the ranking sees it; what is no longer there is left out. */
function judgedOn(shelf: Shelf, concept: Concept, rulings: readonly PassageReview[]): readonly Judged[] {
  const view = viewConcept(shelf.postings, concept);
  return rulings.flatMap((ruling) => {
    const [passage] = passagesAt(shelf, [ruling]);
    if (passage === undefined) return [];
    const { passageFirst } = shelf.postings;
    return [
      {
        look: lookAt(view, passageFirst[passage]!, passageFirst[passage + 1]!),
        judgement: ruling.judgement,
      },
    ];
  });
}

/** By what passages are offered: by names and wordings of the concept, or by likeness to those accepted. */
export type OfferBy = "names" | "likeness";

function candidatesFor(
  shelf: Shelf,
  concept: Concept,
  rulings: readonly PassageReview[],
  judged: readonly Judged[],
  { candidates: count, by }: { readonly candidates: number; readonly by: OfferBy },
): readonly Candidate[] {
  const { postings, texts } = shelf;
  const model = learnRanks(judged);
  const view = viewConcept(postings, concept);
  const hits =
    by === "likeness"
      ? similarToAccepted(shelf, concept, rulings, count).hits
      : gather(postings, concept, count + 3 * rulings.length)
          .filter(({ passage }) => !isRuledOn(rulings, postings.passages[passage]!))
          .slice(0, count);
  return hits.map(({ passage }) => {
    const { text: id, from, to, chapter } = postings.passages[passage]!;
    const text = texts.get(id)!;
    const look = lookAt(view, postings.passageFirst[passage]!, postings.passageFirst[passage + 1]!);
    return {
      text: id,
      from,
      to,
      chapter,
      source: text.source,
      locator: locate(text, { from, to }),
      words: cut(text, { from, to }),
      suggestion: suggestRank(model, look),
      cautions: [...readingCaution(text), ...cautionsOf(text.characters, [{ from, to }])],
    };
  });
}

/** What became of every kept quotation of every concept. */
export interface QuotationCheck {
  readonly concept: string;
  readonly shown: number;
  readonly missing: readonly { readonly id: string; readonly message: StaffMessage }[];
}

/** Does every kept quotation still stand where it stood? */
export async function verifyLibrary(context: AppContext, actor: Actor): Promise<readonly QuotationCheck[]> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const shelf = await openCorpusIndex(context, scope);
    const checks: QuotationCheck[] = [];
    for (const { concept } of await concepts.list(scope)) {
      const { page } = await holdConcept(scope, concept.id, shelf, scope.now().slice(0, 10));
      checks.push({ concept: concept.name, shown: page.count, missing: page.missing });
    }
    return checks;
  });
}

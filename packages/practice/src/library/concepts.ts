import {
  type AcceptedPassage,
  type Concept,
  type ConceptEdition,
  type ConceptPage,
  conceptPage,
  issueConceptEdition,
  type OverviewSentence,
  startingConcepts,
} from "@concord/library";
import { staffMessages } from "@concord/messages";
import { concepts, type PassageReview, type Scope, type StoredConcept } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { openCorpusIndex, type Shelf } from "./shelf.ts";

/** A line of the list of concepts. */
export interface ConceptEntry {
  readonly concept: Concept;
  /** Passages the scholar accepted. */
  readonly accepted: number;
  readonly editions: number;
}

/** The concepts of the practice: those Concord starts with, and its own, by name. */
export async function listConcepts(context: AppContext, actor: Actor): Promise<readonly ConceptEntry[]> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const own = await concepts.list(scope);
    const known = new Set(own.map(({ concept }) => concept.id));
    const all = [
      ...own.map(({ concept }) => concept),
      ...startingConcepts.filter(({ id }) => !known.has(id)),
    ].sort((a, b) => a.name.localeCompare(b.name, "en"));
    const entries: ConceptEntry[] = [];
    for (const concept of all) {
      const rulings = await concepts.rulings(scope, concept.id);
      const editions = await concepts.editions(scope, concept.id);
      entries.push({ concept, accepted: acceptedOf(rulings).length, editions: editions.length });
    }
    return entries;
  });
}

/** Saved versions are in one language, whoever saves them: otherwise each language would be a change of its own. */
const english = staffMessages("en");

/** A concept's page as it stands, with its editions. */
export interface HeldConcept {
  readonly page: ConceptPage;
  readonly rulings: readonly PassageReview[];
  readonly editions: readonly ConceptEdition[];
  /** What has changed since the last edition could be kept as the next one. */
  readonly isNew: boolean;
}

export async function holdConcept(
  scope: Scope,
  id: string,
  shelf: Shelf,
  date: string,
): Promise<HeldConcept> {
  const kept = await keptConcept(scope, id);
  const rulings = await concepts.rulings(scope, id);
  const editions = await concepts.editions(scope, id);
  const page = conceptPage(kept.concept, kept.overview, acceptedOf(rulings), shelf.texts);
  const isNew = page.count > 0 && issueConceptEdition(page, date, editions.at(-1) ?? null, english) !== null;
  return { page, rulings, editions, isNew };
}

/** The concept as the practice has it, or as Concord starts it; refused where there is none by this name. */
export async function keptConcept(
  scope: Scope,
  id: string,
): Promise<Pick<StoredConcept, "concept" | "overview">> {
  const own = await concepts.find(scope, id);
  if (own !== null) return own;
  const concept = startingConcepts.find((one) => one.id === id);
  if (concept === undefined) throw absent();
  return { concept, overview: [] };
}

export function acceptedOf(rulings: readonly PassageReview[]): readonly AcceptedPassage[] {
  return rulings.flatMap(({ ruling, judgement, quotation, gloss, glossBy, stance }) =>
    judgement === "decoy" || quotation === null
      ? []
      : [{ id: ruling, quotation, gloss, glossBy, rank: judgement, stance }],
  );
}

/** How a concept is named and what is said of it, without its passages. */
export async function readOverviewed(
  context: AppContext,
  actor: Actor,
  id: string,
): Promise<Pick<StoredConcept, "concept" | "overview">> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, (scope) => keptConcept(scope, id));
}

/** Names a concept, or changes how it is named and what is said of it. The earlier wording stays on record. */
export async function writeConcept(
  context: AppContext,
  actor: Actor,
  given: { readonly concept: Concept; readonly overview: readonly OverviewSentence[] },
): Promise<void> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  await within(context, actor, async (scope) => {
    await concepts.write(scope, given, actor.staff);
    await record(scope, actor, "write-concept", `concept:${given.concept.id}`);
  });
}

/** Keeps the page as it stands today, to be cited. Null where nothing is on it, or nothing has changed since the last edition. */
export async function saveConceptEdition(
  context: AppContext,
  actor: Actor,
  id: string,
): Promise<ConceptEdition | null> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  return within(context, actor, async (scope) => {
    const shelf = await openCorpusIndex(context, scope);
    const date = scope.now().slice(0, 10);
    const { page, editions } = await holdConcept(scope, id, shelf, date);
    const edition =
      page.count === 0 ? null : issueConceptEdition(page, date, editions.at(-1) ?? null, english);
    if (edition === null) return null;
    await concepts.saveEdition(scope, edition, actor.staff);
    await record(scope, actor, "keep-concept-edition", `concept:${id}`);
    return edition;
  });
}

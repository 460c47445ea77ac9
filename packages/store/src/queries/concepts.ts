import type {
  AuthorPosition,
  Concept,
  ConceptEdition,
  Judgement,
  OverviewSentence,
  Quotation,
} from "@concord/library";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { concept, conceptEdition, ruling } from "../schema/concept.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

/** A concept as it stands. */
export interface StoredConcept {
  readonly concept: Concept;
  readonly overview: readonly OverviewSentence[];
  readonly revision: number;
  readonly changedAt: string;
}

/** What the scholar decided about one passage for one concept. */
export interface PassageReview {
  /** The name of the first decision about the passage: later ones stand under it, so that what cites it holds. */
  readonly ruling: string;
  readonly concept: string;
  readonly text: string;
  /** Where the passage lay when it was ruled on. */
  readonly from: number;
  readonly to: number;
  readonly judgement: Judgement;
  readonly stance: AuthorPosition | null;
  readonly gloss: string | null;
  readonly glossBy: "scholar" | "model";
  /** Null where the passage is not about the concept. */
  readonly quotation: Quotation | null;
  readonly ruledBy: string;
  readonly ruledAt: string;
}

export type NewRuling = Omit<PassageReview, "ruling" | "ruledAt">;

/** Every concept of the practice, of each the newest revision, by identifier. */
export async function list(scope: Scope): Promise<readonly StoredConcept[]> {
  const rows = await scope.database
    .selectDistinctOn([concept.conceptId])
    .from(concept)
    .where(eq(concept.practiceId, scope.practice))
    .orderBy(asc(concept.conceptId), desc(concept.revision));
  return rows.map(keptOf);
}

/** One concept as it stands, or null. */
export async function find(scope: Scope, id: string): Promise<StoredConcept | null> {
  const [row] = await scope.database
    .select()
    .from(concept)
    .where(and(eq(concept.practiceId, scope.practice), eq(concept.conceptId, id)))
    .orderBy(desc(concept.revision))
    .limit(1);
  return row === undefined ? null : keptOf(row);
}

/** Writes the next revision. Two who write at once both succeed or one is refused by the key. */
export async function write(
  scope: Scope,
  given: Pick<StoredConcept, "concept" | "overview">,
  changedBy: string,
): Promise<void> {
  const { id } = given.concept;
  const [last] = await scope.database
    .select({ revision: max(concept.revision) })
    .from(concept)
    .where(and(eq(concept.practiceId, scope.practice), eq(concept.conceptId, id)));
  await scope.database.insert(concept).values({
    practiceId: scope.practice,
    conceptId: id,
    revision: (last?.revision ?? 0) + 1,
    concept: given.concept,
    overview: given.overview,
    changedBy,
    changedAt: scope.now(),
  });
}

/** Writes down a decision; it stands instead of an earlier one about the same passage. */
export async function rule(scope: Scope, given: NewRuling): Promise<string> {
  const rulingId = newIdentifier();
  const { concept: conceptId, text: textId, ...rest } = given;
  const [newest] = await scope.database
    .select({ at: max(ruling.ruledAt) })
    .from(ruling)
    .where(and(eq(ruling.practiceId, scope.practice), eq(ruling.conceptId, conceptId)));
  const ruledAt = presentAfter(scope.now(), newest?.at ?? undefined);
  await scope.database
    .insert(ruling)
    .values({ practiceId: scope.practice, rulingId, conceptId, textId, ruledAt, ...rest });
  return rulingId;
}

/** The decisions that stand for a concept: of each passage the newest, in the order they were first made. */
export async function rulings(scope: Scope, conceptId: string): Promise<readonly PassageReview[]> {
  const rows = await scope.database
    .select()
    .from(ruling)
    .where(and(eq(ruling.practiceId, scope.practice), eq(ruling.conceptId, conceptId)))
    .orderBy(asc(ruling.ruledAt), asc(ruling.rulingId));
  const standing = new Map<string, PassageReview>();
  for (const { practiceId: _, rulingId, conceptId: of, textId, ...row } of rows) {
    const key = `${textId} ${row.from}`;
    const name = standing.get(key)?.ruling ?? rulingId;
    standing.set(key, { ...row, ruling: name, concept: of, text: textId });
  }
  return [...standing.values()];
}

/** The editions of a concept's page, oldest first. */
export async function editions(scope: Scope, conceptId: string): Promise<readonly ConceptEdition[]> {
  const rows = await scope.database
    .select({ edition: conceptEdition.edition })
    .from(conceptEdition)
    .where(and(eq(conceptEdition.practiceId, scope.practice), eq(conceptEdition.conceptId, conceptId)))
    .orderBy(asc(conceptEdition.number));
  return rows.map(({ edition }) => edition);
}

/** Keeps an edition for good. */
export async function saveEdition(scope: Scope, edition: ConceptEdition, keptBy: string): Promise<void> {
  await scope.database.insert(conceptEdition).values({
    practiceId: scope.practice,
    conceptId: edition.concept,
    number: edition.number,
    edition,
    keptBy,
    keptAt: scope.now(),
  });
}

function keptOf(row: typeof concept.$inferSelect): StoredConcept {
  const { concept: own, overview, revision, changedAt } = row;
  return { concept: own, overview, revision, changedAt };
}

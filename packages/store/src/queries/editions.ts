import { and, desc, eq } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { newIdentifier } from "../identifier.ts";
import { edition } from "../schema/edition.ts";
import type { Scope } from "../scope.ts";

export type EditionKind = "synthesis" | "claim";

export interface KeptEdition {
  readonly edition: string;
  readonly kind: EditionKind;
  readonly subject: string;
  readonly digest: string;
  /** As it was put there. The reader knows its shape. */
  readonly content: object;
  readonly keptAt: string;
}

export type NewEdition = Pick<KeptEdition, "kind" | "subject" | "digest" | "content">;

/** Keeps what was said, once: an edition with the same figures is there already and stays as it is. */
export async function keep(scope: Scope, by: string, given: readonly NewEdition[]): Promise<void> {
  const keptAt = scope.now();
  await insertMany(
    scope,
    edition,
    given.map((each) => ({ ...each, editionId: newIdentifier(), keptBy: by, keptAt })),
  );
}

/** The editions of one synthesis or claim, newest first, without their content. */
export async function list(
  scope: Scope,
  kind: EditionKind,
  subject: string,
): Promise<readonly Omit<KeptEdition, "content">[]> {
  return scope.database
    .select({
      edition: edition.editionId,
      kind: edition.kind,
      subject: edition.subject,
      digest: edition.digest,
      keptAt: edition.keptAt,
    })
    .from(edition)
    .where(and(eq(edition.practiceId, scope.practice), eq(edition.kind, kind), eq(edition.subject, subject)))
    .orderBy(desc(edition.keptAt), desc(edition.editionId));
}

export async function find(scope: Scope, editionId: string): Promise<KeptEdition | null> {
  const [row] = await scope.database
    .select({
      edition: edition.editionId,
      kind: edition.kind,
      subject: edition.subject,
      digest: edition.digest,
      content: edition.content,
      keptAt: edition.keptAt,
    })
    .from(edition)
    .where(and(eq(edition.practiceId, scope.practice), eq(edition.editionId, editionId)));
  return row ?? null;
}

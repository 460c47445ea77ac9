import type { Edition } from "@concord/evidence";
import type { StaffMessage } from "@concord/messages";
import { and, asc, eq } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { synthesisFromText } from "../earlier-texts.ts";
import { edition } from "../schema/edition.ts";
import type { Scope } from "../scope.ts";

export interface StoredEdition {
  readonly edition: Edition;
  /** The result as English sentences, word for word as they were first to be cited. */
  readonly sentence: string;
  /** The same for readers of any language. */
  readonly message: StaffMessage;
  /** The program that gives its figures again, with the effects in it; null where there was no result. */
  readonly program: string | null;
}

/** Keeps what was said under its number. A number that is kept already stays as it is. */
export async function keep(
  scope: Scope,
  written: { readonly by: string; readonly change: string },
  given: readonly StoredEdition[],
): Promise<void> {
  const keptAt = scope.now();
  await insertMany(
    scope,
    edition,
    given.map((each) => ({
      ...each,
      synthesisId: each.edition.synthesis,
      number: each.edition.number,
      changeId: written.change,
      keptBy: written.by,
      keptAt,
    })),
  );
}

/** Every edition the practice kept, oldest first, without its program. */
export async function list(scope: Scope): Promise<readonly Edition[]> {
  const rows = await scope.database
    .select({ edition: edition.edition })
    .from(edition)
    .where(eq(edition.practiceId, scope.practice))
    .orderBy(asc(edition.synthesisId), asc(edition.number));
  return rows.map((row) => row.edition);
}

export async function find(scope: Scope, synthesisId: string, number: number): Promise<StoredEdition | null> {
  const [row] = await scope.database
    .select({
      edition: edition.edition,
      sentence: edition.sentence,
      message: edition.message,
      program: edition.program,
    })
    .from(edition)
    .where(
      and(
        eq(edition.practiceId, scope.practice),
        eq(edition.synthesisId, synthesisId),
        eq(edition.number, number),
      ),
    );
  return row === undefined ? null : { ...row, message: row.message ?? synthesisFromText(row.sentence) };
}

/** The editions that one change led to, oldest first. */
export async function ofChange(scope: Scope, change: string): Promise<readonly Edition[]> {
  const rows = await scope.database
    .select({ edition: edition.edition })
    .from(edition)
    .where(and(eq(edition.practiceId, scope.practice), eq(edition.changeId, change)))
    .orderBy(asc(edition.synthesisId), asc(edition.number));
  return rows.map((row) => row.edition);
}

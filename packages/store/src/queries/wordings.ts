import type { Wording } from "@concord/instruments";
import { and, asc, eq } from "drizzle-orm";
import { wordingPack } from "../schema/wording.ts";
import type { Scope } from "../scope.ts";

export interface WordingPack {
  readonly instrument: string;
  readonly wording: Wording;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** Keeps the words a practice may use; importing a language again replaces it. */
export async function keep(
  scope: Scope,
  given: { readonly instrument: string; readonly wording: Wording; readonly by: string },
): Promise<void> {
  const set = { wording: given.wording, importedBy: given.by, importedAt: scope.now() };
  await scope.database
    .insert(wordingPack)
    .values({
      practiceId: scope.practice,
      instrument: given.instrument,
      language: given.wording.language,
      ...set,
    })
    .onConflictDoUpdate({
      target: [wordingPack.practiceId, wordingPack.instrument, wordingPack.language],
      set,
    });
}

/** The practice's own wordings, of one instrument or of all. */
export async function list(scope: Scope, instrument?: string): Promise<readonly WordingPack[]> {
  return scope.database
    .select({
      instrument: wordingPack.instrument,
      wording: wordingPack.wording,
      importedBy: wordingPack.importedBy,
      importedAt: wordingPack.importedAt,
    })
    .from(wordingPack)
    .where(
      and(
        eq(wordingPack.practiceId, scope.practice),
        instrument === undefined ? undefined : eq(wordingPack.instrument, instrument),
      ),
    )
    .orderBy(asc(wordingPack.instrument), asc(wordingPack.language));
}

/** Forgets a wording, e.g. when a licence ends. Answers given with it stay. */
export async function forget(scope: Scope, instrument: string, language: string): Promise<void> {
  await scope.database
    .delete(wordingPack)
    .where(
      and(
        eq(wordingPack.practiceId, scope.practice),
        eq(wordingPack.instrument, instrument),
        eq(wordingPack.language, language),
      ),
    );
}

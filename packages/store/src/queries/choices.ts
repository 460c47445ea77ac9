import { and, desc, eq } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { caseChoice } from "../schema/choice.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

/** Something a therapist decided about how a case is read; `chosen` is null where it was taken back. */
export interface CaseChoice {
  readonly episode: string;
  readonly matter: "attachment-norm" | "perfectionism-norm";
  readonly chosen: string | null;
  readonly chosenBy: string;
}

export async function choose(
  scope: Scope,
  given: CaseChoice & { readonly chosenAt?: string },
): Promise<void> {
  const [newest] = await scope.database
    .select({ at: caseChoice.chosenAt })
    .from(caseChoice)
    .where(and(eq(caseChoice.practiceId, scope.practice), eq(caseChoice.episodeId, given.episode)))
    .orderBy(desc(caseChoice.chosenAt))
    .limit(1);
  await scope.database.insert(caseChoice).values({
    practiceId: scope.practice,
    caseChoiceId: newIdentifier(),
    episodeId: given.episode,
    matter: given.matter,
    chosen: given.chosen,
    chosenBy: given.chosenBy,
    chosenAt: given.chosenAt ?? presentAfter(scope.now(), newest?.at),
  });
}

/** Returns the newest choice on a matter, which may be that nobody is chosen; null where nothing was chosen yet. */
export async function newest(
  scope: Scope,
  episode: string,
  matter: CaseChoice["matter"],
): Promise<{ readonly chosen: string | null } | null> {
  const [row] = await scope.database
    .select({ chosen: caseChoice.chosen })
    .from(caseChoice)
    .where(
      and(
        eq(caseChoice.practiceId, scope.practice),
        eq(caseChoice.episodeId, episode),
        eq(caseChoice.matter, matter),
      ),
    )
    .orderBy(desc(caseChoice.chosenAt), desc(caseChoice.caseChoiceId))
    .limit(1);
  return row ?? null;
}

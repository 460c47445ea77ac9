import { isIdentifier, type Scope } from "@concord/store";

/**
 * Makes others who change the same cases wait until this transaction is done, so that of two forms that come
 * in at the same moment neither line of the caseload is computed without the other form.
 *
 * `no key`: rows that refer to the episode may still be added meanwhile. Always in one order, against
 * deadlock.
 */
export async function holdCases(scope: Scope, episodeIds: readonly string[]): Promise<void> {
  const known = episodeIds.filter(isIdentifier).toSorted();
  if (known.length === 0) return;
  const list = known.map((one) => `'${one}'`).join(", ");
  await scope.database.execute(
    `select from care.episode where practice_id = '${scope.practice}' and episode_id in (${list})
     order by episode_id for no key update`,
  );
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { digests, type Scope } from "@concord/store";
import { readFacts } from "./case-facts.ts";
import { digestCase } from "./digest-case.ts";
import { holdCases } from "./lock-case.ts";

/**
 * Makes the caseload lines of these cases again, in the transaction that changed what they say.
 *
 * Of many cases, whoever else is being served comes to their turn after each.
 */
export async function refresh(scope: Scope, episodeIds: readonly string[]): Promise<void> {
  await holdCases(scope, episodeIds);
  const now = new Date(scope.now());
  const facts = await readFacts(scope, episodeIds);
  const lines: digests.NewDigest[] = [];
  for (const one of facts.values()) {
    lines.push(digestCase(one, now));
    if (facts.size > 1) await nextTurn();
  }
  await digests.put(scope, lines);
}

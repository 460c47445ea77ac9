import { digests, type Scope } from "@concord/store";
import { readFacts } from "./case-facts.ts";
import { digestCase } from "./digest-case.ts";
import { holdCases } from "./hold-case.ts";

/** Makes the caseload lines of these cases anew, in the transaction that changed what they say. */
export async function refresh(scope: Scope, episodeIds: readonly string[]): Promise<void> {
  await holdCases(scope, episodeIds);
  const now = new Date(scope.now());
  const facts = await readFacts(scope, episodeIds);
  await digests.put(
    scope,
    [...facts.values()].map((one) => digestCase(one, now)),
  );
}

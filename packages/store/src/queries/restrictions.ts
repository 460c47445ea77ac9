import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { restriction } from "../schema/privacy.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

export interface Restriction {
  readonly client: string;
  readonly state: "placed" | "lifted";
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** Records that processing of a client’s data is restricted, or no longer. The newest record is in force. */
export async function record(scope: Scope, given: Omit<Restriction, "recordedAt">): Promise<void> {
  const newest = (await list(scope, given.client)).at(-1);
  await scope.database.insert(restriction).values({
    practiceId: scope.practice,
    restrictionId: newIdentifier(),
    clientId: given.client,
    state: given.state,
    reason: given.reason,
    recordedBy: given.recordedBy,
    recordedAt: presentAfter(scope.now(), newest?.recordedAt),
  });
}

/** Returns what was recorded for a client, oldest first. */
export async function list(scope: Scope, client: string): Promise<readonly Restriction[]> {
  const rows = await scope.database
    .select()
    .from(restriction)
    .where(and(eq(restriction.practiceId, scope.practice), eq(restriction.clientId, client)))
    .orderBy(asc(restriction.recordedAt), asc(restriction.restrictionId));
  return rows.map(({ clientId, state, reason, recordedBy, recordedAt }) => ({
    client: clientId,
    state,
    reason,
    recordedBy,
    recordedAt,
  }));
}

/** Returns the clients whose data are restricted now, of all or of some. */
export async function restricted(scope: Scope, clients?: readonly string[]): Promise<ReadonlySet<string>> {
  if (clients?.length === 0) return new Set();
  const rows = await scope.database
    .selectDistinctOn([restriction.clientId], { client: restriction.clientId, state: restriction.state })
    .from(restriction)
    .where(
      and(
        eq(restriction.practiceId, scope.practice),
        clients === undefined ? undefined : inArray(restriction.clientId, [...clients]),
      ),
    )
    .orderBy(restriction.clientId, desc(restriction.recordedAt), desc(restriction.restrictionId));
  return new Set(rows.filter(({ state }) => state === "placed").map(({ client }) => client));
}

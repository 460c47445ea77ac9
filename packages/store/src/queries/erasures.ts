import { desc, eq, sql } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { erasure } from "../schema/privacy.ts";
import type { Scope } from "../scope.ts";

export interface Erasure {
  readonly erasure: string;
  readonly client: string;
  readonly episodes: readonly string[];
  readonly basis: "request" | "retention" | "restored";
  /** How many rows were deleted, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly erasedBy: string;
  readonly erasedAt: string;
}

/**
 * Deletes everything about a client, and records that it was done. Tables of which the application may otherwise delete
 * nothing are included: `care.erase_client` in the migrations does it, and only in the practice of this transaction.
 */
export async function erase(
  scope: Scope,
  given: Pick<Erasure, "client" | "episodes" | "basis" | "erasedBy">,
): Promise<Erasure> {
  const { rows: answer } = await scope.database.execute<{ counts: Record<string, number> }>(
    sql`select care.erase_client(${scope.practice}::uuid, ${given.client}::uuid) as counts`,
  );
  const made: Erasure = {
    ...given,
    erasure: newIdentifier(Date.parse(scope.now())),
    rows: answer[0]?.counts ?? {},
    erasedAt: scope.now(),
  };
  await scope.database.insert(erasure).values({
    practiceId: scope.practice,
    erasureId: made.erasure,
    clientId: made.client,
    episodes: [...made.episodes],
    basis: made.basis,
    rows: made.rows,
    erasedBy: made.erasedBy,
    erasedAt: made.erasedAt,
  });
  return made;
}

/** Returns all erasures, the newest first. */
export async function list(scope: Scope): Promise<readonly Erasure[]> {
  const rows = await scope.database
    .select()
    .from(erasure)
    .where(eq(erasure.practiceId, scope.practice))
    .orderBy(desc(erasure.erasedAt), desc(erasure.erasureId));
  return rows.map(({ erasureId, clientId, episodes, basis, rows: counts, erasedBy, erasedAt }) => ({
    erasure: erasureId,
    client: clientId,
    episodes,
    basis,
    rows: counts,
    erasedBy,
    erasedAt,
  }));
}

import { and, eq, gt, lte, or } from "drizzle-orm";
import { invitation } from "../schema/access.ts";
import type { Scope } from "../scope.ts";

/** Puts an invitation in place of any earlier one of the same person. */
export async function put(
  scope: Scope,
  given: { readonly tokenHash: Buffer; readonly staff: string; readonly expiresAt: string },
): Promise<void> {
  await cancel(scope, given.staff);
  await scope.database.insert(invitation).values({
    practiceId: scope.practice,
    tokenHash: given.tokenHash,
    staffId: given.staff,
    expiresAt: given.expiresAt,
  });
}

/** Removes the invitations of one person, and those of anybody that expired. */
export async function cancel(scope: Scope, staffId: string): Promise<void> {
  await scope.database
    .delete(invitation)
    .where(
      and(
        eq(invitation.practiceId, scope.practice),
        or(eq(invitation.staffId, staffId), lte(invitation.expiresAt, scope.now())),
      ),
    );
}

/** Uses an invitation up: returns whose it was, once, or null where there is none that is still valid. */
export async function use(scope: Scope, tokenHash: Buffer): Promise<string | null> {
  const [row] = await scope.database
    .delete(invitation)
    .where(
      and(
        eq(invitation.practiceId, scope.practice),
        eq(invitation.tokenHash, tokenHash),
        gt(invitation.expiresAt, scope.now()),
      ),
    )
    .returning({ staff: invitation.staffId });
  return row?.staff ?? null;
}

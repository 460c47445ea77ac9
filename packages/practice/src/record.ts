import { audit, type Scope } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AuditAction, auditMessage } from "./audit-message.ts";

/**
 * Writes down that an actor did something. Identifiers only: the staff member's, and what it was done to.
 * Names are looked up when the record is read, so that nothing personal lies in it.
 */
export async function record(
  scope: Scope,
  actor: Actor,
  action: AuditAction,
  subject: string,
): Promise<void> {
  const by =
    actor.kind === "staff" ? { staff: actor.staff, who: actor.role } : ({ who: "form holder" } as const);
  await recordAs(scope, by, action, subject);
}

/** Writes down what somebody did who is no member of staff, or no person. */
export async function recordAs(
  scope: Scope,
  by: { readonly staff?: string; readonly who: string },
  action: AuditAction,
  subject: string,
): Promise<void> {
  await audit.append(scope, { ...by, action, message: auditMessage(action), subject });
}

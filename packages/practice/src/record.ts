import { audit, type Scope } from "@concord/store";
import type { Actor } from "./actor.ts";

/**
 * Writes down that an actor did something. Identifiers only: the staff member's, and what it was done to.
 * Names are looked up when the record is read, so that nothing personal lies in it.
 */
export async function record(scope: Scope, actor: Actor, action: string, subject: string): Promise<void> {
  await audit.append(scope, {
    ...(actor.kind === "staff" ? { staff: actor.staff } : {}),
    who: actor.kind === "staff" ? actor.role : "form holder",
    action,
    subject,
  });
}

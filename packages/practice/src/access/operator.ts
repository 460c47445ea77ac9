import { accessChanges, type Scope, staff } from "@concord/store";
import type { Role } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import type { AuditAction } from "../audit-message.ts";
import { Refusal } from "../permit.ts";
import { recordAs } from "../record.ts";

/**
 * Writes down in every practice where an account works that its way in was changed from the command line. The
 * person is told on their next page, and administrators as well.
 */
export async function recordOperatorChange(
  context: AppContext,
  user: string,
  kind: "password-reset" | "two-step-ended",
): Promise<void> {
  for (const { practice, staff: id } of await context.store.outside.memberships(user))
    await inPractice(context, practice, async (scope) => {
      await accessChanges.record(scope, { kind, staff: id, askedBy: null, state: "made" });
      await auditOperator(scope, kind, id);
    });
}

/**
 * Gives somebody roles from the command line: for a practice in which nobody is left who could agree. Whoever
 * runs the machine can read its database anyway; this way it is in the access log, and everybody is told.
 */
export async function addRolesAsOperator(
  context: AppContext,
  practice: string,
  email: string,
  roles: readonly Role[],
): Promise<readonly Role[]> {
  return inPractice(context, practice, async (scope) => {
    const address = email.trim().toLowerCase();
    const member = (await staff.list(scope)).find((one) => one.active && one.email === address);
    if (member === undefined)
      throw new Refusal({ id: "refusals.staff.email-unknown", values: { email: address } });
    const after = [...new Set([...member.roles, ...roles])];
    await staff.change(scope, member.staff, { roles: after });
    await accessChanges.record(scope, {
      kind: "roles",
      staff: member.staff,
      askedBy: null,
      rolesBefore: member.roles,
      rolesAfter: after,
      state: "made",
    });
    await auditOperator(
      scope,
      `change-access roles ${roles.map((role) => `+${role}`).join(" ")}`,
      member.staff,
    );
    return after;
  });
}

async function auditOperator(scope: Scope, action: AuditAction, staffId: string): Promise<void> {
  await recordAs(scope, { who: "operator" }, action, `staff:${staffId}`);
}

import type { Message } from "@concord/messages";
import type { Role } from "@concord/practice";

/** Returns the names of roles as values of a message, which lists them. */
export function roleNames(roles: readonly Role[]): readonly Message[] {
  return roles.map((role): Message => ({ id: `shell.role.${role}`, values: {} }));
}

/** Where a day begins for each. */
export const homeOf: Readonly<Record<Role, string>> = {
  therapist: "/caseload",
  supervisor: "/caseload",
  administrator: "/settings",
  researcher: "/export",
};

import type { Role } from "@concord/practice";

export const everyRole: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];

export function sentRoles(sent: FormData): readonly Role[] {
  const named = sent.getAll("role");
  return everyRole.filter((role) => named.includes(role));
}

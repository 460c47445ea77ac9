import type { Role } from "@concord/practice";

/** Remembers as what someone was last working. It grants nothing: the roles held come from the staff list. */
export function roleCookie(role: Role): string {
  return `concord-role=${role}; Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000`;
}

/** The role last chosen if it is still held, else the first held of those that see clients, then the others. */
export function actingAs(held: readonly Role[], cookie: string | null): Role | null {
  const chosen = /(?:^|;\s*)concord-role=([a-z]+)/.exec(cookie ?? "")?.[1];
  return held.find((role) => role === chosen) ?? order.find((role) => held.includes(role)) ?? null;
}

const order: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];

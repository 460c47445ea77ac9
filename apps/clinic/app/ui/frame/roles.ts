import type { Role } from "@concord/practice";

export const roleWords: Readonly<Record<Role, string>> = {
  therapist: "therapist",
  supervisor: "supervisor",
  administrator: "administrator",
  researcher: "researcher",
};

/** Where a day begins for each. */
export const homeOf: Readonly<Record<Role, string>> = {
  therapist: "/caseload",
  supervisor: "/caseload",
  administrator: "/settings",
  researcher: "/export",
};

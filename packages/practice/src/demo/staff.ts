import type { Role } from "../actor.ts";

/** Someone of the simulated practice. Addresses end in example.org, which reaches nobody. */
export interface DemoMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export const demoPracticeName = "Linden Street Practice (simulated)";

/** Three therapists, in the order scenarios count them, then those who do something else. */
export const demoStaff: readonly DemoMember[] = [
  { name: "Ines Halloran", email: "ines@example.org", roles: ["therapist"] },
  { name: "Jonas Brandt", email: "jonas@example.org", roles: ["therapist"] },
  { name: "Priya Raman", email: "priya@example.org", roles: ["therapist"] },
  { name: "Ruth Oyelaran", email: "ruth@example.org", roles: ["supervisor"] },
  { name: "Sam Whitfield", email: "sam@example.org", roles: ["administrator"] },
  { name: "Lena Sorensen", email: "lena@example.org", roles: ["researcher"] },
];

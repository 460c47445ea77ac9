import type { Actor, Role } from "@concord/practice";

export type StaffActor = Extract<Actor, { kind: "staff" }>;

/** Someone signed in who works at a practice, and as what they ask. */
export interface Visitor {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
  readonly practiceName: string;
  readonly simulated: boolean;
  readonly roles: readonly Role[];
  readonly actor: StaffActor;
}

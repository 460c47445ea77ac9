import type { Actor, House, Role } from "@concord/practice";
import { practices, staff } from "@concord/store";
import type { Accounts } from "./accounts.ts";
import { actingAs } from "./role-cookie.ts";

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

/**
 * Who is behind this request? Null without a session, and for an account that works nowhere (any more): a
 * session alone opens nothing.
 */
export async function visitorBehind(
  house: House,
  accounts: Accounts,
  request: Request,
): Promise<Visitor | null> {
  if (!request.headers.has("cookie")) return null;
  const account = await accounts.current(request);
  if (account === null) return null;
  const places = await house.store.outside.memberships(account.user);
  const place = places.find(({ active }) => active);
  if (place === undefined) return null;
  return house.store.within(place.practice, async (scope) => {
    const practice = await practices.get(scope);
    const member = await staff.find(scope, place.staff);
    if (practice === null || member?.active !== true) return null;
    const role = actingAs(member.roles, request.headers.get("cookie"));
    if (role === null) return null;
    return {
      ...account,
      name: member.name,
      practiceName: practice.name,
      simulated: practice.simulated,
      roles: member.roles,
      actor: { kind: "staff", practice: place.practice, staff: place.staff, role },
    };
  });
}

import { isIdentifier, newIdentifier, practices, type Scope, staff } from "@concord/store";
import type { Actor, Role } from "./actor.ts";
import { type House, inPractice, within } from "./house.ts";
import { absent, permit, Refusal } from "./permit.ts";
import { record } from "./record.ts";
import type { StaffLine } from "./views.ts";

export interface NewPractice {
  readonly practiceName: string;
  readonly language?: string;
  /** The person setting it up; their account, if they have one already. */
  readonly name: string;
  readonly email: string;
  readonly user?: string;
  readonly roles?: readonly Role[];
}

export interface FoundedPractice {
  readonly practice: string;
  readonly staff: string;
}

/** The first practice of an empty house, with the person who sets it up as therapist and administrator. */
export async function firstRun(house: House, given: NewPractice): Promise<FoundedPractice> {
  const before = await house.store.outside.practices();
  if (before.length > 0)
    throw new Refusal("This house is set up already. Sign in, or ask its administrator.");
  return foundPractice(house, given);
}

/** One more practice in the house; whoever runs the house decides that, not someone in a practice. */
export async function foundPractice(
  house: House,
  given: NewPractice & { readonly simulated?: true },
): Promise<FoundedPractice> {
  if (given.practiceName.trim() === "")
    throw new RangeError("foundPractice requires a name for the practice");
  const practice = newIdentifier();
  return inPractice(house, practice, async (scope) => {
    await practices.found(scope, {
      name: given.practiceName.trim(),
      ...(given.language === undefined ? {} : { language: given.language }),
      simulated: given.simulated ?? false,
    });
    const first = await staff.add(scope, {
      ...checked(given),
      roles: given.roles ?? ["therapist", "administrator"],
      ...(given.user === undefined ? {} : { user: given.user }),
    });
    const actor: Actor = { kind: "staff", practice, staff: first, role: "administrator" };
    await record(scope, actor, "found-practice", "practice");
    return { practice, staff: first };
  });
}

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Takes someone on, and gives back who it is here. Refused where the address is taken; an account is linked later. */
export async function addStaff(house: House, actor: Actor, given: NewStaff): Promise<string> {
  return within(house, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    const same = (await staff.list(scope)).find((one) => one.email === given.email.trim().toLowerCase());
    if (same !== undefined) throw new Refusal("Someone on the staff has this address already.");
    const added = await staff.add(scope, { ...checked(given), roles: given.roles });
    await record(scope, actor, `add-staff ${given.roles.join(" ")}`, `staff:${added}`);
    return added;
  });
}

/** Changes name, roles or whether someone works here. The last administrator stays one. */
export async function changeStaff(
  house: House,
  actor: Actor,
  staffId: string,
  change: { readonly name?: string; readonly roles?: readonly Role[]; readonly active?: boolean },
): Promise<void> {
  await within(house, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    const all = await staff.list(scope);
    if (!all.some((one) => one.staff === staffId)) throw absent();
    if (change.roles?.length === 0) throw new RangeError("changeStaff requires one role or more");
    const administrators = all
      .map((one) => (one.staff === staffId ? { ...one, ...change } : one))
      .filter((one) => one.active && one.roles.includes("administrator"));
    if (administrators.length === 0) throw new Refusal("A practice needs one administrator or more.");
    await staff.change(scope, staffId, change);
    await record(scope, actor, `change-staff ${Object.keys(change).sort().join(" ")}`, `staff:${staffId}`);
  });
}

/** Joins an account to someone on the staff, once they have taken up their invitation. */
export async function linkAccount(
  house: House,
  practice: string,
  staffId: string,
  user: string,
): Promise<void> {
  await inPractice(house, practice, async (scope) => {
    const member = isIdentifier(staffId) ? await staff.find(scope, staffId) : null;
    if (member === null || !member.active) throw absent();
    if (member.user !== null && member.user !== user) {
      throw new Refusal("This person signs in with another account already.");
    }
    await staff.linkUser(scope, staffId, user);
    const role = member.roles[0] ?? "therapist";
    await record(
      scope,
      { kind: "staff", practice, staff: staffId, role },
      "link-account",
      `staff:${staffId}`,
    );
  });
}

/** Everyone on the staff, for whoever manages it; those who left are marked. */
export async function listStaff(house: House, actor: Actor): Promise<readonly StaffLine[]> {
  return within(house, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    return staffLines(scope);
  });
}

/** Whom a therapist may name as a supervisor: names only. */
export async function listSupervisors(
  house: House,
  actor: Actor,
): Promise<readonly { readonly staff: string; readonly name: string }[]> {
  return within(house, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    const all = await staff.list(scope);
    return all
      .filter((one) => one.active && one.roles.includes("supervisor"))
      .map((one) => ({ staff: one.staff, name: one.name }));
  });
}

async function staffLines(scope: Scope): Promise<readonly StaffLine[]> {
  const all = await staff.list(scope);
  return all.map(({ staff: id, name, email, roles, active }) => ({ staff: id, name, email, roles, active }));
}

function checked(given: { readonly name: string; readonly email: string }) {
  const name = given.name.trim();
  const email = given.email.trim();
  if (name === "") throw new RangeError("staff requires a name");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new RangeError("staff requires an e-mail address");
  return { name, email };
}

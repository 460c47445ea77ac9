import { accessChanges, isIdentifier, newIdentifier, practices, type Scope, staff } from "@concord/store";
import { type AccessOutcome, changeAccess } from "./access/change-access.ts";
import { addressProblem } from "./access/email-address.ts";
import { newcomersOf, secondPersonFor } from "./access/second-person.ts";
import type { Actor, Role } from "./actor.ts";
import { type AppContext, inPractice, within } from "./app-context.ts";
import { requireLanguage, requireTimeZone } from "./language.ts";
import { absent, InvalidInput, permit, Refusal } from "./permit.ts";
import { record } from "./record.ts";
import type { StaffLine } from "./views.ts";

export interface NewPractice {
  readonly practiceName: string;
  readonly language?: string;
  /** IANA name; UTC where it is left out. */
  readonly timeZone?: string;
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

/** The first practice of an empty installation, with the person who sets it up as therapist and administrator. */
export async function firstRun(context: AppContext, given: NewPractice): Promise<FoundedPractice> {
  const before = await context.store.outside.practices();
  if (before.length > 0) throw new Refusal({ id: "refusals.staff.set-up", values: {} });
  return foundPractice(context, given);
}

/** Another practice in the installation; its operator decides that, not someone in a practice. */
export async function foundPractice(
  context: AppContext,
  given: NewPractice & { readonly simulated?: true },
): Promise<FoundedPractice> {
  if (given.practiceName.trim() === "")
    throw new RangeError("foundPractice requires a name for the practice");
  if (given.language !== undefined) requireLanguage(given.language);
  if (given.timeZone !== undefined) requireTimeZone(given.timeZone);
  const practice = newIdentifier();
  return inPractice(context, practice, async (scope) => {
    await practices.found(scope, {
      name: given.practiceName.trim(),
      ...(given.language === undefined ? {} : { language: given.language }),
      ...(given.timeZone === undefined ? {} : { timeZone: given.timeZone }),
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

/**
 * Adds someone to the staff and returns their identifier. Refused where the address is taken; an account is
 * joined later. Roles that another administrator has to agree to are asked for and not given yet.
 */
export async function addStaff(context: AppContext, actor: Actor, given: NewStaff): Promise<string> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    if (actor.kind !== "staff") throw absent();
    const { name, email } = checked(given);
    const all = await staff.list(scope);
    if (all.some((one) => one.email === email.toLowerCase()))
      throw new InvalidInput({ id: "refusals.staff.email-taken", values: {} }, "email");
    const second = secondPersonFor(
      { by: actor.staff, staff: "", gains: given.roles, loses: [], leaves: false, duty: false },
      all,
      await newcomersOf(scope),
    );
    const roles = second.kind === "needed" ? given.roles.filter((role) => !far.includes(role)) : given.roles;
    const added = await staff.add(scope, { name, email, roles });
    await record(scope, actor, `add-staff ${roles.join(" ")}`, `staff:${added}`);
    await accessChanges.record(scope, {
      kind: "added",
      staff: added,
      askedBy: actor.staff,
      rolesAfter: roles,
      state: "made",
    });
    const member = roles.length < given.roles.length ? await staff.find(scope, added) : null;
    if (member !== null) await changeAccess(scope, actor, member, { roles: given.roles });
    return added;
  });
}

const far: readonly Role[] = ["administrator", "researcher"];

/**
 * Changes name, roles or whether someone works here. The last administrator stays one. A change of access that
 * needs a second person waits for them.
 */
export async function changeStaff(
  context: AppContext,
  actor: Actor,
  staffId: string,
  change: { readonly name?: string; readonly roles?: readonly Role[]; readonly active?: boolean },
): Promise<AccessOutcome> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    if (actor.kind !== "staff") throw absent();
    const member = isIdentifier(staffId) ? await staff.find(scope, staffId) : null;
    if (member === null) throw absent();
    const { name, roles, active } = change;
    if (roles?.length === 0)
      throw new InvalidInput({ id: "refusals.staff.role-missing", values: {} }, "roles");
    if (name !== undefined) {
      await staff.change(scope, staffId, { name });
      await record(scope, actor, "change-staff name", `staff:${staffId}`);
    }
    const isSame = roles?.length === member.roles.length && roles.every((one) => member.roles.includes(one));
    const first = roles === undefined || isSame ? made : await changeAccess(scope, actor, member, { roles });
    if (active === undefined || active === member.active) return first;
    const now = (await staff.find(scope, staffId)) ?? member;
    const second = await changeAccess(scope, actor, now, { active });
    return first.kind === "asked" ? first : second;
  });
}

const made: AccessOutcome = { kind: "made", alone: false };

/**
 * Joins an account to someone on the staff: for simulated practices, the operator and tests. People join through
 * `acceptInvitation`.
 */
export async function linkAccount(
  context: AppContext,
  practice: string,
  staffId: string,
  user: string,
): Promise<void> {
  await inPractice(context, practice, async (scope) => {
    const member = isIdentifier(staffId) ? await staff.find(scope, staffId) : null;
    if (member === null || !member.active) throw absent();
    if (member.user !== null && member.user !== user) {
      throw new Refusal({ id: "refusals.staff.other-account", values: {} });
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
export async function listStaff(context: AppContext, actor: Actor): Promise<readonly StaffLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    return staffLines(scope);
  });
}

/** Whom a therapist may name as a supervisor: names only. */
export async function listSupervisors(
  context: AppContext,
  actor: Actor,
): Promise<readonly { readonly staff: string; readonly name: string }[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    const all = await staff.list(scope);
    return all
      .filter((one) => one.active && one.roles.includes("supervisor"))
      .map((one) => ({ staff: one.staff, name: one.name }));
  });
}

async function staffLines(scope: Scope): Promise<readonly StaffLine[]> {
  const all = await staff.list(scope);
  return all.map(({ staff: id, name, email, roles, active, user }) => {
    return { staff: id, name, email, roles, active, hasAccount: user !== null };
  });
}

function checked(given: { readonly name: string; readonly email: string }) {
  const name = given.name.trim();
  const email = given.email.trim();
  if (name === "") throw new RangeError("staff requires a name");
  const problem = addressProblem(email);
  if (problem !== null) throw new Refusal(problem);
  return { name, email };
}

import {
  type AccessChange,
  accessChanges,
  invitations,
  isIdentifier,
  type Scope,
  type StaffMember,
  settings,
  staff,
} from "@concord/store";
import type { Actor, Role } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, Refusal } from "../permit.ts";
import { record } from "../record.ts";
import {
  type Newcomers,
  newcomerDays,
  newcomersOf,
  secondPersonFor,
  type WantedChange,
} from "./second-person.ts";

/** What became of a change of access. `asked`: it waits until one of these people agrees. */
export type AccessOutcome =
  | { readonly kind: "made"; readonly alone: boolean }
  | { readonly kind: "asked"; readonly from: readonly string[] };

/** What may change about somebody's access. */
export interface AccessWish {
  readonly roles?: readonly Role[];
  readonly active?: boolean;
  readonly duty?: true;
}

/**
 * Makes a change of somebody's access, or asks a second person to agree to it where the rules want one. Either
 * way it is in the audit log, and a notice goes to those whom it concerns.
 */
export async function changeAccess(
  scope: Scope,
  actor: Extract<Actor, { kind: "staff" }>,
  member: StaffMember,
  wish: AccessWish,
): Promise<AccessOutcome> {
  const all = await staff.list(scope);
  const wanted = wantedOf(actor.staff, member, wish);
  const newcomers = await newcomersOf(scope);
  const second = secondPersonFor(wanted, all, newcomers);
  const kind = kindOf(wish);
  const given = {
    kind,
    staff: member.staff,
    askedBy: actor.staff,
    rolesBefore: member.roles,
    rolesAfter: wish.roles ?? member.roles,
  };
  if (second.kind === "nobody")
    throw new Refusal(
      newcomers.size === 0
        ? { id: "refusals.access.second-person-none", values: {} }
        : { id: "refusals.access.second-person-new", values: { days: newcomerDays } },
    );
  if (second.kind === "needed") {
    for (const one of await accessChanges.waiting(scope))
      if (one.staff === member.staff && one.kind === kind && one.askedBy === actor.staff)
        await accessChanges.decide(scope, one.change, "withdrawn", actor.staff);
    const change = await accessChanges.record(scope, { ...given, state: "asked" });
    await record(scope, actor, `ask-access ${words(kind, wanted)}`, `staff:${member.staff}`);
    await record(scope, actor, "ask-access waits", `access-change:${change}`);
    return { kind: "asked", from: namesOf(all, second.from) };
  }
  const alone = second.kind === "alone";
  await apply(scope, member, wish);
  await accessChanges.record(scope, { ...given, state: "made" });
  const how = alone ? " alone" : "";
  await record(scope, actor, `change-access ${words(kind, wanted)}${how}`, `staff:${member.staff}`);
  return { kind: "made", alone };
}

/**
 * Agrees to a request, refuses it, or takes it back. Agreeing and refusing are for those whom the rules name;
 * taking back is for whoever asked.
 */
export async function decideAccess(
  context: AppContext,
  actor: Actor,
  changeId: string,
  decision: "confirmed" | "refused" | "withdrawn",
): Promise<void> {
  await within(context, actor, async (scope) => {
    if (actor.kind !== "staff") throw absent();
    const asked = isIdentifier(changeId) ? await accessChanges.lockAsked(scope, changeId) : null;
    const all = await staff.list(scope);
    const member = all.find((one) => one.staff === asked?.staff);
    if (asked === null || member === undefined) throw absent();
    const wish = wishOf(asked, member);
    const may =
      decision === "withdrawn"
        ? asked.askedBy === actor.staff
        : deciders(asked, member, all, await newcomersOf(scope)).includes(actor.staff);
    if (!may) throw absent();
    if (decision === "confirmed") {
      const asker = all.find((one) => one.staff === asked.askedBy);
      if (asker?.active !== true || !asker.roles.includes("administrator"))
        throw new Refusal({ id: "refusals.access.admin-left", values: {} });
      await apply(scope, member, wish);
    }
    await accessChanges.decide(scope, changeId, decision, actor.staff);
    const wanted = wantedOf(asked.askedBy ?? "", member, wish);
    await record(scope, actor, `access-${decision} ${words(asked.kind, wanted)}`, `staff:${member.staff}`);
  });
}

/** Returns who may agree to a request that waits, by what holds now. */
export function deciders(
  asked: AccessChange,
  member: StaffMember,
  all: readonly StaffMember[],
  newcomers: Newcomers,
): readonly string[] {
  const wanted = wantedOf(asked.askedBy ?? "", member, wishOf(asked, member));
  const second = secondPersonFor(wanted, all, newcomers);
  if (second.kind === "needed") return second.from;
  // What was asked for needs nobody any more, e.g. because the person left: administrators close it.
  return all
    .filter((one) => one.active && one.staff !== asked.askedBy && one.roles.includes("administrator"))
    .map((one) => one.staff);
}

/** Only what was asked for is added or removed: what else changed meanwhile stays. */
function wishOf(asked: AccessChange, member: StaffMember): AccessWish {
  if (asked.kind === "duty") return { duty: true };
  if (asked.kind === "left") return { active: false };
  if (asked.kind === "returned") return { active: true };
  const before = asked.rolesBefore ?? [];
  const after = asked.rolesAfter ?? [];
  const gained = after.filter((role) => !before.includes(role));
  const roles = everyRole.filter(
    (role) =>
      (member.roles.includes(role) && (after.includes(role) || !before.includes(role))) ||
      gained.includes(role),
  );
  return { roles };
}

const everyRole: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];

function wantedOf(by: string, member: StaffMember, wish: AccessWish): WantedChange {
  const after = wish.roles ?? member.roles;
  // Somebody who comes back gains every role they have.
  const before = member.active ? member.roles : [];
  const held = wish.active === true || (member.active && wish.active !== false) ? after : [];
  return {
    by,
    staff: member.staff,
    gains: held.filter((role) => !before.includes(role)),
    loses: member.active ? member.roles.filter((role) => !after.includes(role)) : [],
    leaves: wish.active === false,
    duty: wish.duty === true,
  };
}

function kindOf(wish: AccessWish): "roles" | "duty" | "left" | "returned" {
  if (wish.duty === true) return "duty";
  if (wish.active !== undefined) return wish.active ? "returned" : "left";
  return "roles";
}

async function apply(scope: Scope, member: StaffMember, wish: AccessWish): Promise<void> {
  if (wish.duty === true) {
    if (!member.active || !member.roles.some((role) => role === "therapist" || role === "supervisor"))
      throw new Refusal({ id: "refusals.staff.duty", values: {} });
    await putOnDuty(scope, member.staff);
    return;
  }
  const all = await staff.list(scope);
  const administrators = all
    .map((one) => (one.staff === member.staff ? { ...one, ...wish } : one))
    .filter((one) => one.active && one.roles.includes("administrator"));
  if (administrators.length === 0) throw new Refusal({ id: "refusals.staff.last-administrator", values: {} });
  if (wish.roles?.length === 0) throw new RangeError("changeStaff requires one role or more");
  await staff.change(scope, member.staff, {
    ...(wish.roles === undefined ? {} : { roles: wish.roles }),
    ...(wish.active === undefined ? {} : { active: wish.active }),
  });
  if (wish.active === false) await invitations.cancel(scope, member.staff);
}

/** From now on this person is on duty; what was seen to before stays closed to them. */
async function putOnDuty(scope: Scope, staffId: string): Promise<void> {
  await settings.put(scope, "duty", staffId);
  await settings.put(scope, "dutySince", { staff: staffId, since: scope.now() });
}

/** `roles +researcher -therapist`, for the audit log. */
function words(kind: string, { gains, loses }: WantedChange): string {
  return [kind, ...gains.map((role) => `+${role}`), ...loses.map((role) => `-${role}`)].join(" ");
}

function namesOf(all: readonly StaffMember[], ids: readonly string[]): readonly string[] {
  return all.filter((one) => ids.includes(one.staff)).map((one) => one.name);
}

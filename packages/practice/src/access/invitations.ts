import type { Message } from "@concord/messages";
import {
  accessChanges,
  invitations,
  isIdentifier,
  practices,
  type Scope,
  type StaffMember,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice, within } from "../app-context.ts";
import { absent, permit, Refusal } from "../permit.ts";
import { record } from "../record.ts";
import { hashToken, isToken, newToken } from "../token.ts";

/** An invitation is valid for three days. */
const invitationDays = 3;

/** What an invitation says to whoever holds it. */
export interface Invitation {
  readonly practiceName: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Makes an invitation for somebody on the staff who has no account here yet, in place of any earlier one, and
 * returns its token. It leads to membership in this practice and to nothing else: it sets no password of an
 * account that exists.
 */
export async function inviteStaff(context: AppContext, actor: Actor, staffId: string): Promise<string> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-staff", { kind: "practice" });
    const member = isIdentifier(staffId) ? await staff.find(scope, staffId) : null;
    if (member === null) throw absent();
    if (!member.active) throw new Refusal({ id: "refusals.staff.not-active", values: { name: member.name } });
    if (member.user !== null)
      throw new Refusal({ id: "refusals.staff.has-account", values: { name: member.name } });
    const token = newToken(context);
    await invitations.put(scope, {
      tokenHash: hashToken(token),
      staff: staffId,
      expiresAt: new Date(context.now().getTime() + invitationDays * 24 * 60 * 60 * 1000).toISOString(),
    });
    await record(scope, actor, "invite-staff", `staff:${staffId}`);
    return token;
  });
}

/** Returns what an invitation is for, or null if there is none that is still valid. */
export async function readInvitation(context: AppContext, token: string): Promise<Invitation | null> {
  const leads = isToken(token) ? await context.store.outside.invitationFor(hashToken(token)) : null;
  if (leads === null || leads.expiresAt <= context.now().toISOString()) return null;
  return inPractice(context, leads.practice, async (scope) => {
    const practice = await practices.get(scope);
    const member = await staff.find(scope, leads.staff);
    if (practice === null || member === null || !isOpen(member)) return null;
    return { practiceName: practice.name, name: member.name, email: member.email };
  });
}

/**
 * Joins an account to the person an invitation is for, once. The account's own address must be the one that was
 * invited: a link that got into other hands joins no other account.
 */
export async function acceptInvitation(
  context: AppContext,
  token: string,
  account: { readonly user: string; readonly email: string },
): Promise<void> {
  const leads = isToken(token) ? await context.store.outside.invitationFor(hashToken(token)) : null;
  if (leads === null) throw new Refusal(usedUp);
  await inPractice(context, leads.practice, async (scope) => {
    const staffId = await invitations.use(scope, hashToken(token));
    const member = staffId === null ? null : await staff.find(scope, staffId);
    if (member === null || !isOpen(member)) throw new Refusal(usedUp);
    if (member.email !== account.email.trim().toLowerCase())
      throw new Refusal({ id: "refusals.invitation.other-address", values: {} });
    await join(scope, member, account.user);
    const actor: Actor = {
      kind: "staff",
      practice: leads.practice,
      staff: member.staff,
      role: member.roles[0] ?? "therapist",
    };
    await record(scope, actor, "join-practice", `staff:${member.staff}`);
  });
}

const usedUp: Message = { id: "refusals.invitation.used", values: {} };

const isOpen = (member: StaffMember) => member.active && member.user === null;

async function join(scope: Scope, member: StaffMember, user: string): Promise<void> {
  const all = await staff.list(scope);
  if (all.some((one) => one.user === user))
    throw new Refusal({ id: "refusals.invitation.other-member", values: {} });
  await staff.linkUser(scope, member.staff, user);
  await accessChanges.record(scope, {
    kind: "joined",
    staff: member.staff,
    askedBy: member.staff,
    rolesAfter: member.roles,
    rolesBefore: member.roles,
    state: "made",
  });
}

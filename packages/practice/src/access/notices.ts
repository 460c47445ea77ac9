import {
  type AccessChange,
  accessChanges,
  isIdentifier,
  type Scope,
  type StaffMember,
  staff,
} from "@concord/store";
import type { Actor, Role } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent } from "../permit.ts";
import { deciders } from "./change-access.ts";
import { newcomersOf } from "./second-person.ts";

/** A change of access, as the people whom it concerns are told of it. */
export interface AccessNotice {
  readonly change: string;
  readonly kind: AccessChange["kind"];
  readonly name: string;
  readonly isOwn: boolean;
  /** Null where the operator's command line did it. */
  readonly askedBy: string | null;
  readonly confirmedBy: string | null;
  readonly at: string;
  readonly gains: readonly Role[];
  readonly loses: readonly Role[];
}

export interface AccessNotices {
  /** Requests that this person may agree to or refuse. */
  readonly toDecide: readonly AccessNotice[];
  /** Requests of this person that wait for somebody else, and who that may be. */
  readonly waiting: readonly (AccessNotice & { readonly from: readonly string[] })[];
  /** Changes this person has not marked as read. */
  readonly unread: readonly AccessNotice[];
}

/**
 * Returns what somebody has to know of changes of access: their own always; administrators all; and everybody
 * those by which somebody joined, widened their own access, or came to run the practice or to export its data.
 */
export async function readAccessNotices(context: AppContext, actor: Actor): Promise<AccessNotices> {
  return within(context, actor, (scope) => noticesFor(scope, actor));
}

/** How many requests and notices wait for this person: for every page's bar. */
export async function countAccessNotices(
  context: AppContext,
  actor: Actor,
): Promise<{ readonly toDecide: number; readonly unread: number }> {
  return within(context, actor, async (scope) => {
    const { toDecide, unread } = await noticesFor(scope, actor);
    return { toDecide: toDecide.length, unread: unread.length };
  });
}

/** Marks notices as read. Others' marks and requests that wait are not touched. */
export async function markAccessNoticesRead(
  context: AppContext,
  actor: Actor,
  changes: readonly string[],
): Promise<void> {
  await within(context, actor, async (scope) => {
    if (actor.kind !== "staff") throw absent();
    const { unread } = await noticesFor(scope, actor);
    const known = new Set(unread.map((one) => one.change));
    await accessChanges.markRead(
      scope,
      actor.staff,
      changes.filter((one) => isIdentifier(one) && known.has(one)),
    );
  });
}

async function noticesFor(scope: Scope, actor: Actor): Promise<AccessNotices> {
  if (actor.kind !== "staff") return { toDecide: [], waiting: [], unread: [] };
  const all = await staff.list(scope);
  const viewer = all.find((one) => one.staff === actor.staff);
  if (viewer === undefined) return { toDecide: [], waiting: [], unread: [] };
  const waiting = await accessChanges.waiting(scope);
  const newcomers = waiting.length === 0 ? new Map<string, string | null>() : await newcomersOf(scope);
  const notice = (one: AccessChange) => noticeOf(one, all, viewer.staff);
  const of = (one: AccessChange) => {
    const member = all.find((other) => other.staff === one.staff);
    return member === undefined ? [] : deciders(one, member, all, newcomers);
  };
  const unread = await accessChanges.unread(scope, viewer.staff, "everybody");
  return {
    toDecide: waiting.filter((one) => of(one).includes(viewer.staff)).map(notice),
    waiting: waiting
      .filter((one) => one.askedBy === viewer.staff)
      .map((one) => ({
        ...notice(one),
        from: of(one).flatMap((id) => all.find(({ staff: other }) => other === id)?.name ?? []),
      })),
    unread: unread.filter((one) => concerns(one, viewer)).map(notice),
  };
}

function concerns(one: AccessChange, viewer: StaffMember): boolean {
  // What somebody did themselves, or what was there before they came, is no news to them.
  const didIt = one.askedBy === viewer.staff && one.decidedBy === null;
  if (didIt || one.askedAt <= viewer.createdAt) return false;
  if (one.staff === viewer.staff || viewer.roles.includes("administrator")) return true;
  // Whoever joins may be somebody else than their colleagues think: everybody sees it.
  if (one.kind === "joined") return true;
  const { gains } = changeOf(one);
  if (one.askedBy === one.staff) return one.kind === "duty" || (one.kind === "roles" && gains.length > 0);
  return gains.includes("administrator") || gains.includes("researcher");
}

function changeOf({ kind, rolesBefore, rolesAfter }: AccessChange) {
  const before = kind === "added" || kind === "returned" ? [] : (rolesBefore ?? []);
  const after = kind === "left" ? [] : (rolesAfter ?? []);
  return {
    gains: after.filter((role) => !before.includes(role)),
    loses: before.filter((role) => !after.includes(role)),
  };
}

function noticeOf(one: AccessChange, all: readonly StaffMember[], viewer: string): AccessNotice {
  const name = (id: string | null) => all.find((other) => other.staff === id)?.name ?? null;
  return {
    change: one.change,
    kind: one.kind,
    name: name(one.staff) ?? "",
    isOwn: one.staff === viewer,
    askedBy: name(one.askedBy),
    confirmedBy: one.state === "confirmed" ? name(one.decidedBy) : null,
    at: one.decidedAt ?? one.askedAt,
    ...changeOf(one),
  };
}

import type { AgeBand } from "@concord/instruments";
import {
  clients,
  episodes,
  type Group,
  type GroupMember,
  groups,
  isIdentifier,
  type Scope,
  sessions,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { daysOf, deriveNextSession, plannedOf } from "../appointments/appointment-case.ts";
import { cancelPlanned, settleAppointment } from "../appointments/settle-appointment.ts";
import type { AuditAction } from "../audit-message.ts";
import { dayOf } from "../calendar.ts";
import { recordChange } from "../episode-changes.ts";
import { requireTherapist, transfer } from "../hand-over.ts";
import { holdCases } from "../lock-case.ts";
import { openCase } from "../open-case.ts";
import { absent, InvalidInput, permit } from "../permit.ts";
import { practiceDay } from "../practice-day.ts";
import { record } from "../record.ts";
import { refresh } from "../refresh.ts";
import { settingsOf } from "../settings.ts";
import { permitLeader } from "./read-group.ts";

/** The most characters of a group's name. */
const longestName = 100;

/** Opens a group led by whoever opens it, and returns its identifier. */
export async function openGroup(
  context: AppContext,
  actor: Actor,
  given: { readonly name: string; readonly coLeader?: string },
): Promise<string> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const leader = actor.kind === "staff" ? actor.staff : "";
    const member = await staff.find(scope, leader);
    if (member === null || !member.roles.includes("therapist")) throw absent();
    const group = await groups.open(scope, {
      name: checkedName(given.name),
      therapist: leader,
      openedOn: (await practiceDay(scope, context)).today,
      ...(given.coLeader === undefined
        ? {}
        : { coLeader: await checkedCoLeader(scope, leader, given.coLeader) }),
    });
    await record(scope, actor, "open-group", `group:${group}`);
    return group;
  });
}

/** Changes a group's name or its second leader; null leaves it with one. */
export async function changeGroup(
  context: AppContext,
  actor: Actor,
  groupId: string,
  changes: { readonly name?: string; readonly coLeader?: string | null },
): Promise<void> {
  await ledGroup(context, actor, groupId, "change-group", async (scope, group) => {
    const { name, coLeader } = changes;
    await groups.change(scope, groupId, {
      ...(name === undefined ? {} : { name: checkedName(name) }),
      ...(coLeader == null
        ? coLeader === null
          ? { coLeader: null }
          : {}
        : { coLeader: await checkedCoLeader(scope, group.therapist, coLeader) }),
    });
  });
}

/**
 * Makes another therapist the leader of a group, which its first leader may do. With the cases of its members that the leader treats, if asked: their
 * therapist is then the new leader too.
 */
export async function handOverGroup(
  context: AppContext,
  actor: Actor,
  groupId: string,
  given: { readonly to: string; readonly withCases: boolean },
): Promise<void> {
  const { to, withCases } = given;
  await ledGroup(context, actor, groupId, "change-group", async (scope, group) => {
    const from = group.therapist;
    if (actor.kind !== "staff" || actor.staff !== from) throw absent();
    await requireTherapist(scope, actor, to, from);
    await groups.change(scope, groupId, {
      therapist: to,
      ...(group.coLeader === to ? { coLeader: null } : {}),
    });
    if (!withCases) return;
    const members = (await groups.members(scope, groupId)).filter((one) => one.leftOn === null);
    const cases = await episodes.list(scope, {
      therapist: from,
      episodes: members.map((one) => one.episode),
      state: "open",
    });
    for (const { episode } of cases) {
      await openCase(scope, actor, "hand-over", episode);
      await transfer(context, scope, actor, { episode, from, to });
    }
    await refresh(
      scope,
      cases.map((one) => one.episode),
    );
  });
}

/** Closes a group: it has no further meetings, and its planned appointments are cancelled. Its members' cases stay open; opening it again gives it its members back. */
export async function closeGroup(context: AppContext, actor: Actor, groupId: string): Promise<void> {
  await ledGroup(context, actor, groupId, "close-group", async (scope) => {
    await groups.change(scope, groupId, { closedOn: (await practiceDay(scope, context)).today });
    const days = await daysOf(scope, await cancelPlanned(scope, { group: groupId }));
    const present = (await groups.members(scope, groupId)).filter((one) => one.leftOn === null);
    await deriveNextSession(
      scope,
      present.map((one) => one.episode),
      days,
    );
  });
}

/** Opens a closed group again. */
export async function reopenGroup(context: AppContext, actor: Actor, groupId: string): Promise<void> {
  await ledGroup(context, actor, groupId, "reopen-group", (scope) =>
    groups.change(scope, groupId, { closedOn: null }),
  );
}

/** Who joins: a case of the therapist as it is, a second case for the same client, or a new client. */
export type Joining =
  | { readonly kind: "case"; readonly episode: string }
  /** The client also has individual sessions: the group gets a case of its own, so that the two are not mixed. */
  | { readonly kind: "separate-case"; readonly episode: string }
  | { readonly kind: "new-client"; readonly client: string; readonly ageBand: AgeBand };

/** Takes somebody into a group, and returns their case in it. Throws `InvalidInput` for a member or a closed case. */
export async function joinGroup(
  context: AppContext,
  actor: Actor,
  groupId: string,
  joining: Joining,
): Promise<string> {
  return ledGroup(context, actor, groupId, "join-group", async (scope, group) => {
    if (group.closedOn !== null) throw new InvalidInput({ id: "refusals.group.closed", values: {} });
    const { today } = await practiceDay(scope, context);
    const episode = await caseFor(scope, actor, group, joining, today);
    const present = (await groups.members(scope, groupId)).filter((one) => one.leftOn === null);
    const found = await episodes.find(scope, episode);
    if (present.some((one) => one.episode === episode || one.client === found?.client.client)) {
      throw new InvalidInput({ id: "refusals.group.member-already", values: {} }, "episode");
    }
    await groups.join(scope, groupId, episode, today);
    await deriveNextSession(scope, [episode]);
    return episode;
  });
}

/** Records that a member left. Their ratings stay; they come to no further meeting. */
export async function leaveGroup(
  context: AppContext,
  actor: Actor,
  groupId: string,
  episode: string,
): Promise<void> {
  await ledGroup(context, actor, groupId, "leave-group", async (scope) => {
    const present = (await groups.members(scope, groupId)).some(
      (one) => one.episode === episode && one.leftOn === null,
    );
    if (!present) throw new InvalidInput({ id: "refusals.group.no-member", values: {} });
    const { today } = await practiceDay(scope, context);
    await groups.leave(scope, groupId, episode, today);
    const days = await daysOf(scope, await plannedOf(scope, { group: groupId }));
    await deriveNextSession(scope, [episode], days);
  });
}

/** One meeting of a group: the day, and who of its members was there. */
export interface Meeting {
  readonly heldOn: string;
  /** The cases of those who were there. */
  readonly present: readonly string[];
  /** That a second meeting on a day that has one already is meant. */
  readonly secondOnDay?: boolean;
}

/** The session that a meeting is for one member, by its number in their case. */
export interface MeetingOfMember {
  readonly episode: string;
  readonly session: number;
  readonly attended: boolean;
}

/**
 * Records a meeting for all present members in one transaction, those who were not there as absent, and returns the
 * session that it is in each case. Throws `InvalidInput` for a day in the future, before the last meeting, or with a
 * meeting already.
 */
export async function recordMeeting(
  context: AppContext,
  actor: Actor,
  groupId: string,
  meeting: Meeting,
): Promise<readonly MeetingOfMember[]> {
  return ledGroup(context, actor, groupId, "record-meeting", async (scope, group) => {
    if (group.closedOn !== null) throw new InvalidInput({ id: "refusals.group.closed", values: {} });
    const members = await inTreatment(scope, groupId);
    if (members.length === 0) throw new InvalidInput({ id: "refusals.group.empty", values: {} });
    const stranger = meeting.present.find((one) => !members.some(({ episode }) => episode === one));
    if (stranger !== undefined) throw new InvalidInput({ id: "refusals.group.no-member", values: {} });
    if (meeting.present.length === 0) {
      throw new InvalidInput({ id: "refusals.group.none-present", values: {} }, "present");
    }
    const ids = members.map((one) => one.episode);
    await holdCases(scope, ids);
    const held = Map.groupBy(await sessions.list(scope, ids), (one) => one.episode);
    checkedDay(context, [...held.values()].flat(), meeting);
    const made: MeetingOfMember[] = [];
    for (const episode of ids) {
      const session = Math.max(0, ...(held.get(episode) ?? []).map((one) => one.session)) + 1;
      const attended = meeting.present.includes(episode);
      await sessions.record(scope, { episode, session, heldOn: meeting.heldOn, attended });
      made.push({ episode, session, attended });
    }
    await settleAppointment(
      scope,
      { group: groupId },
      { heldOn: meeting.heldOn, number: null, attended: true },
    );
    await deriveNextSession(scope, ids, [meeting.heldOn]);
    return made;
  });
}

/** The members who come to a meeting: those who have not left and whose treatment goes on. */
async function inTreatment(scope: Scope, groupId: string): Promise<readonly GroupMember[]> {
  const members = (await groups.members(scope, groupId)).filter((one) => one.leftOn === null);
  const open = await episodes.list(scope, {
    episodes: members.map((one) => one.episode),
    state: "open",
  });
  return members.filter((one) => open.some(({ episode }) => episode === one.episode));
}

function checkedDay(
  context: AppContext,
  held: readonly { readonly session: number; readonly heldOn: string | null }[],
  { heldOn, secondOnDay = false }: Meeting,
): void {
  const ahead = dayOf(new Date(context.now().getTime() + 14 * 3_600_000));
  if (heldOn > ahead) throw new InvalidInput({ id: "refusals.session.future", values: {} }, "heldOn");
  const days = held.flatMap((one) => (one.session > 0 && one.heldOn !== null ? [one.heldOn] : []));
  const last = days.toSorted().at(-1);
  if (last === undefined) return;
  if (heldOn < last) {
    throw new InvalidInput({ id: "refusals.group.before-last", values: { day: last } }, "heldOn");
  }
  if (heldOn === last && !secondOnDay) {
    throw new InvalidInput({ id: "refusals.group.same-day", values: { day: last } }, "heldOn");
  }
}

async function caseFor(
  scope: Scope,
  actor: Actor,
  group: Group,
  joining: Joining,
  today: string,
): Promise<string> {
  if (joining.kind === "new-client") {
    const label = joining.client.trim();
    if (label === "" || label.length > 200) {
      throw new InvalidInput({ id: "refusals.case.client-label", values: { most: 200 } }, "client");
    }
    const { language } = await settingsOf(scope);
    const client = await clients.add(scope, { label, ageBand: joining.ageBand, language });
    return newCase(scope, actor, { client, therapist: group.therapist, openedOn: today });
  }
  const { episode } = await openCase(scope, actor, "write-case", joining.episode);
  if (episode.closedOn !== null) {
    throw new InvalidInput({ id: "refusals.group.case-closed", values: {} }, "episode");
  }
  if (joining.kind === "case") return episode.episode;
  return newCase(scope, actor, {
    client: episode.client.client,
    therapist: group.therapist,
    openedOn: today,
  });
}

async function newCase(
  scope: Scope,
  actor: Actor,
  given: { readonly client: string; readonly therapist: string; readonly openedOn: string },
): Promise<string> {
  const episode = await episodes.open(scope, given);
  await sessions.record(scope, { episode, session: 0, heldOn: given.openedOn });
  await recordChange(scope, actor, { episode, kind: "opened", happenedOn: given.openedOn });
  return episode;
}

/** One act of a leader on their group, recorded in the access log. */
async function ledGroup<Result>(
  context: AppContext,
  actor: Actor,
  groupId: string,
  action: AuditAction,
  work: (scope: Scope, group: Group) => Promise<Result>,
): Promise<Result> {
  return within(context, actor, async (scope) => {
    const group = isIdentifier(groupId) ? await groups.find(scope, groupId) : null;
    if (group === null) throw absent();
    permitLeader(actor, group);
    const result = await work(scope, group);
    await record(scope, actor, action, `group:${groupId}`);
    return result;
  });
}

function checkedName(given: string): string {
  const name = given.trim();
  if (name === "" || name.length > longestName) {
    throw new InvalidInput({ id: "refusals.group.name", values: { most: longestName } }, "name");
  }
  return name;
}

async function checkedCoLeader(scope: Scope, leader: string, coLeader: string): Promise<string> {
  const member = isIdentifier(coLeader) ? await staff.find(scope, coLeader) : null;
  if (member === null || !member.active || !member.roles.includes("therapist") || member.staff === leader) {
    throw new InvalidInput({ id: "refusals.group.co-leader", values: {} }, "coLeader");
  }
  return member.staff;
}

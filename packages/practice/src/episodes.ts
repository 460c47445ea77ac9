import type { PhaseName } from "@concord/course";
import type { AgeBand } from "@concord/instruments";
import {
  clients,
  type Episode,
  episodes,
  newIdentifier,
  phases,
  type Scope,
  type Session,
  sessions,
  staff,
} from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { deriveNextSession } from "./appointments/appointment-case.ts";
import { correctSettled, settleAppointment } from "./appointments/settle-appointment.ts";
import type { AuditAction } from "./audit-message.ts";
import { addDays } from "./calendar.ts";
import { checkedDate } from "./checked-date.ts";
import { recordChange } from "./episode-changes.ts";
import { requireLanguage } from "./language.ts";
import { holdCases } from "./lock-case.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput, permit } from "./permit.ts";
import { type PracticeDay, practiceDay } from "./practice-day.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";
import { settingsOf } from "./settings.ts";

export interface NewCase {
  /** What the practice calls the client: a name, initials or a code. */
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly birthYear?: number;
  /** In which language the client answers; the practice's where it is left out. */
  readonly language?: string;
  /** The therapist; whoever opens the case where it is left out. */
  readonly therapist?: string;
  readonly openedOn?: string;
  readonly nextSession?: string;
}

/** Opens an episode of care, with its intake (session 0) on the day it begins. */
export async function openEpisode(context: AppContext, actor: Actor, given: NewCase): Promise<string> {
  return within(context, actor, (scope) => openNewCase(context, scope, actor, given));
}

/** Opens an episode of care within what else is done, e.g. for somebody who waited. */
export async function openNewCase(
  context: AppContext,
  scope: Scope,
  actor: Actor,
  given: NewCase,
): Promise<string> {
  permit(actor, "write-case", { kind: "practice" });
  const label = given.client.trim();
  if (label === "" || label.length > 200) {
    throw new InvalidInput({ id: "refusals.case.client-label", values: { most: 200 } }, "client");
  }
  const therapist = await therapistOf(scope, actor, given.therapist);
  const now = await practiceDay(scope, context);
  const openedOn = checkedBeginning(now, given.openedOn ?? now.today);
  if (given.nextSession !== undefined) checkedNext(now, given.nextSession, openedOn);
  const at = context.now().getTime();
  const client = await clients.add(scope, {
    client: newIdentifier(at),
    label,
    ageBand: given.ageBand,
    ...(given.birthYear === undefined ? {} : { birthYear: given.birthYear }),
    language: given.language ?? (await settingsOf(scope)).language,
  });
  const episode = await episodes.open(scope, {
    episode: newIdentifier(at),
    client,
    therapist,
    openedOn,
    ...(given.nextSession === undefined ? {} : { nextSession: given.nextSession }),
  });
  await sessions.record(scope, { episode, session: 0, heldOn: openedOn });
  await recordChange(scope, actor, { episode, kind: "opened", happenedOn: openedOn });
  await record(scope, actor, "open-episode", `episode:${episode}`);
  await refresh(scope, [episode]);
  return episode;
}

/** A therapist opens cases of their own; the administration may name another therapist. */
async function therapistOf(scope: Scope, actor: Actor, wanted: string | undefined): Promise<string> {
  const roles = rolesOf(actor);
  const isTherapist = actor.kind === "staff" && roles.includes("therapist");
  if (isTherapist && (wanted === undefined || !roles.includes("administrator"))) return actor.staff;
  const member = wanted === undefined ? null : await staff.find(scope, wanted);
  if (member === null || !member.active || !member.roles.includes("therapist")) {
    throw new InvalidInput({ id: "refusals.case.therapist", values: {} }, "therapist");
  }
  return member.staff;
}

export interface NewSessionOfCase {
  readonly episode: string;
  readonly heldOn?: string;
  readonly attended?: boolean;
  /** The day of the one after, where it is known. Left out, a day that is still to come stays. */
  readonly nextSession?: string | null;
  /** The number the page expects. A session that is recorded under it already is not recorded again. */
  readonly number?: number;
  /** That a session on a day that has one already is meant. */
  readonly secondOnDay?: boolean;
}

/**
 * Records the session that follows the last one, and returns its number.
 *
 * Given the number that is expected, the same request sent twice records one session.
 */
export async function addSession(
  context: AppContext,
  actor: Actor,
  given: NewSessionOfCase,
): Promise<number> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "write-case", given.episode);
    await holdCases(scope, [given.episode]);
    const held = await sessions.list(scope, [given.episode]);
    const number = Math.max(0, ...held.map((one) => one.session)) + 1;
    if (given.number !== undefined && held.some((one) => one.session === given.number)) return given.number;
    if (given.number !== undefined && given.number !== number) {
      throw new InvalidInput({ id: "refusals.session.next-number", values: { session: number } }, "session");
    }
    const now = await practiceDay(scope, context);
    const heldOn = given.heldOn ?? now.today;
    checkedSessionDay(now, episode, held, number, heldOn);
    const same = held.find((one) => one.session > 0 && one.heldOn === heldOn);
    if (same !== undefined && given.number !== undefined && given.secondOnDay !== true) {
      throw new InvalidInput({ id: "refusals.session.same-day", values: { session: same.session } }, "date");
    }
    await sessions.record(scope, {
      episode: given.episode,
      session: number,
      heldOn,
      attended: given.attended ?? true,
    });
    const next = given.nextSession === undefined ? passed(episode.nextSession, now) : given.nextSession;
    if (next !== null && given.nextSession != null) checkedNext(now, next, heldOn);
    await episodes.change(scope, given.episode, { nextSession: next });
    const attended = given.attended ?? true;
    await settleAppointment(scope, { episode: given.episode }, { heldOn, number, attended });
    await record(scope, actor, "add-session", `episode:${given.episode}:${number}`);
    await deriveNextSession(scope, [given.episode]);
    if (given.nextSession != null) await requireNoOther(scope, given.episode, given.nextSession);
    return number;
  });
}

/** A date that lies behind is no longer the next session's. */
function passed(date: string | null, now: PracticeDay): string | null {
  return date !== null && date > now.today ? date : null;
}

/** Corrects whether a session took place, and its day. The day of session 0 is the day the case begins. */
export async function markAttended(
  context: AppContext,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly session: number;
    readonly attended: boolean;
    readonly heldOn?: string;
  },
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "write-case", given.episode);
    await holdCases(scope, [given.episode]);
    const held = await sessions.list(scope, [given.episode]);
    if (!held.some((one) => one.session === given.session)) {
      throw new InvalidInput(
        { id: "refusals.session.not-recorded", values: { session: given.session } },
        "session",
      );
    }
    const { heldOn, session } = given;
    const now = await practiceDay(scope, context);
    if (heldOn !== undefined && session === 0) {
      const first = held.find((one) => one.session > 0 && one.heldOn !== null)?.heldOn;
      if (first != null && heldOn > first) {
        throw new InvalidInput({ id: "refusals.session.first-was", values: { day: first } }, "date");
      }
      await episodes.change(scope, given.episode, { openedOn: checkedBeginning(now, heldOn, "date") });
    } else if (heldOn !== undefined) checkedSessionDay(now, episode, held, session, heldOn);
    await sessions.record(scope, given);
    await correctSettled(scope, given.episode, { number: session, attended: given.attended });
    await record(scope, actor, "mark-attended", `episode:${given.episode}:${given.session}`);
    await refresh(scope, [given.episode]);
  });
}

/** When the two meet next, yyyy-mm-dd; null where no day is agreed. */
export async function setNextSession(
  context: AppContext,
  actor: Actor,
  episode: string,
  date: string | null,
): Promise<void> {
  await changeCase(context, actor, episode, "set-next-session", async (scope) => {
    if (date !== null) checkedNext(await practiceDay(scope, context), date, null);
    await episodes.change(scope, episode, { nextSession: date });
    await deriveNextSession(scope, [episode]);
    await requireNoOther(scope, episode, date);
  });
}

/** Where there are appointments, the day of the next session follows from them: no other can be entered. */
async function requireNoOther(scope: Scope, episode: string, date: string | null): Promise<void> {
  const derived = (await episodes.find(scope, episode))?.nextSession ?? null;
  if (derived === null || derived === date) return;
  throw new InvalidInput({ id: "refusals.appointment.derived", values: { day: derived } }, "next");
}

/** Where a phase begins, over the rule; null lets the rule decide again. */
export async function setPhase(
  context: AppContext,
  actor: Actor,
  episode: string,
  given: { readonly name: PhaseName; readonly from: number | null },
): Promise<void> {
  const { name, from } = given;
  if (from !== null && !(Number.isInteger(from) && from >= 1)) {
    throw new RangeError(`setPhase requires a session from 1 on: ${from}`);
  }
  await changeCase(context, actor, episode, "set-phase", async (scope) => {
    if (from !== null) await requireReached(scope, episode, from);
    if (from === null) return phases.unmark(scope, episode, name);
    const marks = await phases.list(scope, [episode]);
    const same = marks.find((one) => one.from === from && one.name !== name);
    // Two phases cannot begin in one session: the newer word stands.
    if (same !== undefined) await phases.unmark(scope, episode, same.name);
    if (actor.kind === "staff") await phases.mark(scope, { episode, name, from, by: actor.staff });
  });
}

/** The session in which the end was agreed; null takes it back. */
export async function setEnding(
  context: AppContext,
  actor: Actor,
  episode: string,
  from: number | null,
): Promise<void> {
  if (from !== null && !(Number.isInteger(from) && from >= 1)) {
    throw new RangeError(`setEnding requires a session from 1 on: ${from}`);
  }
  await changeCase(context, actor, episode, "set-ending", async (scope) => {
    if (from !== null) await requireReached(scope, episode, from);
    await episodes.change(scope, episode, { endingFrom: from });
  });
}

/** One change to a case: asked, made, written down, and its line in the caseload made again. */
async function changeCase(
  context: AppContext,
  actor: Actor,
  episode: string,
  action: AuditAction,
  work: (scope: Scope) => Promise<void>,
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "write-case", episode);
    await work(scope);
    await record(scope, actor, action, `episode:${episode}`);
    await refresh(scope, [episode]);
  });
}

/** A phase or an ending begins in a session that is recorded, or in the one that comes next. */
async function requireReached(scope: Scope, episode: string, from: number): Promise<void> {
  const held = await sessions.list(scope, [episode]);
  const next = Math.max(0, ...held.map((one) => one.session)) + 1;
  if (from <= next) return;
  throw new InvalidInput({ id: "refusals.session.reached", values: { last: next - 1, next } }, "from");
}

/** Earlier than any episode of care that is still documented. */
const earliest = "1950-01-01";

function checkedBeginning(now: PracticeDay, date: string, field = "openedOn"): string {
  checkedDate(date, field);
  const latest = addDays(now.latest, 366);
  if (date < earliest || date > latest) {
    throw new InvalidInput({ id: "refusals.case.start", values: {} }, field);
  }
  return date;
}

/** The day of a session lies between those of its neighbours, not before the case begins and not in the future. */
function checkedSessionDay(
  now: PracticeDay,
  episode: Episode,
  held: readonly Session[],
  session: number,
  date: string,
): void {
  checkedDate(date, "date");
  if (date < episode.openedOn) {
    throw new InvalidInput(
      { id: "refusals.session.treatment-began", values: { day: episode.openedOn } },
      "date",
    );
  }
  if (date > now.latest) {
    throw new InvalidInput({ id: "refusals.session.future", values: {} }, "date");
  }
  const before = held.findLast((one) => one.session > 0 && one.session < session && one.heldOn !== null);
  if (before?.heldOn != null && date < before.heldOn) {
    throw new InvalidInput(
      { id: "refusals.session.after", values: { session: before.session, day: before.heldOn } },
      "date",
    );
  }
  const after = held.find((one) => one.session > session && one.heldOn !== null);
  if (after?.heldOn != null && date > after.heldOn) {
    throw new InvalidInput(
      { id: "refusals.session.before", values: { session: after.session, day: after.heldOn } },
      "date",
    );
  }
}

/** A next session is to come: not before the session just held, not in the past, within two years. */
function checkedNext(now: PracticeDay, date: string, heldOn: string | null): void {
  checkedDate(date, "next");
  const today = now.earliest;
  if (heldOn !== null && date < heldOn) {
    throw new InvalidInput({ id: "refusals.session.next-after", values: { day: heldOn } }, "next");
  }
  if (heldOn === null && date < today) {
    throw new InvalidInput({ id: "refusals.session.next-past", values: {} }, "next");
  }
  if (date > addDays(today, 731)) {
    throw new InvalidInput({ id: "refusals.session.next-far", values: {} }, "next");
  }
}

/** Corrects what the practice calls the client, their age band, or the language in which they answer from the next questionnaire on. */
export async function correctClient(
  context: AppContext,
  actor: Actor,
  episodeId: string,
  given: { readonly label: string; readonly ageBand?: AgeBand; readonly language?: string },
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "write-case", episodeId);
    const label = given.label.trim();
    if (label === "" || label.length > 200) {
      throw new InvalidInput({ id: "refusals.case.client-label", values: { most: 200 } }, "client");
    }
    if (given.language !== undefined) requireLanguage(given.language);
    await clients.change(scope, episode.client.client, {
      label,
      ...(given.language === undefined ? {} : { language: given.language }),
      ...(given.ageBand === undefined ? {} : { ageBand: given.ageBand }),
    });
    await record(scope, actor, "correct-client", `client:${episode.client.client}`);
    await refresh(scope, [episodeId]);
  });
}

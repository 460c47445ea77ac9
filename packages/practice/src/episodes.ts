import type { PhaseName } from "@concord/course";
import type { AgeBand } from "@concord/instruments";
import { clients, episodes, newIdentifier, phases, type Scope, sessions, staff } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { dayOf } from "./calendar.ts";
import { type House, within } from "./house.ts";
import { openCase } from "./open-case.ts";
import { permit } from "./permit.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";

export interface NewCase {
  /** What the practice calls the client: a name, initials or a code. */
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly birthYear?: number;
  readonly language?: string;
  /** The therapist; whoever opens the case where it is left out. */
  readonly therapist?: string;
  readonly openedOn?: string;
  readonly nextSession?: string;
}

/** Opens an episode of care, with its intake (session 0) on the day it begins. */
export async function openEpisode(house: House, actor: Actor, given: NewCase): Promise<string> {
  return within(house, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    const label = given.client.trim();
    if (label === "" || label.length > 200) {
      throw new RangeError("openEpisode requires a name, initials or a code for the client");
    }
    const therapist = await therapistOf(scope, actor, given.therapist);
    const openedOn = given.openedOn ?? dayOf(house.now());
    const at = house.now().getTime();
    const client = await clients.add(scope, {
      client: newIdentifier(at),
      label,
      ageBand: given.ageBand,
      ...(given.birthYear === undefined ? {} : { birthYear: given.birthYear }),
      ...(given.language === undefined ? {} : { language: given.language }),
    });
    const episode = await episodes.open(scope, {
      episode: newIdentifier(at),
      client,
      therapist,
      openedOn: checkedDate("openEpisode", openedOn),
      ...(given.nextSession === undefined
        ? {}
        : { nextSession: checkedDate("openEpisode", given.nextSession) }),
    });
    await sessions.record(scope, { episode, session: 0, heldOn: openedOn });
    await record(scope, actor, "open-episode", `episode:${episode}`);
    await refresh(scope, [episode]);
    return episode;
  });
}

/** A therapist opens cases of their own; the administration may name another therapist. */
async function therapistOf(scope: Scope, actor: Actor, wanted: string | undefined): Promise<string> {
  const roles = rolesOf(actor);
  const isTherapist = actor.kind === "staff" && roles.includes("therapist");
  if (isTherapist && (wanted === undefined || !roles.includes("administrator"))) return actor.staff;
  const member = wanted === undefined ? null : await staff.find(scope, wanted);
  if (member === null || !member.active || !member.roles.includes("therapist")) {
    throw new RangeError("openEpisode requires a therapist who works here");
  }
  return member.staff;
}

export interface NewSessionOfCase {
  readonly episode: string;
  readonly heldOn?: string;
  readonly attended?: boolean;
  /** The day of the one after, where it is known. */
  readonly nextSession?: string | null;
}

/** Writes down the session that follows the last one, and gives back its number. */
export async function addSession(house: House, actor: Actor, given: NewSessionOfCase): Promise<number> {
  return within(house, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "write-case", given.episode);
    const held = await sessions.list(scope, [given.episode]);
    const number = Math.max(0, ...held.map((one) => one.session)) + 1;
    await sessions.record(scope, {
      episode: given.episode,
      session: number,
      heldOn: checkedDate("addSession", given.heldOn ?? dayOf(house.now())),
      attended: given.attended ?? true,
    });
    const next = given.nextSession === undefined ? passed(episode.nextSession, house) : given.nextSession;
    if (next !== null) checkedDate("addSession", next);
    await episodes.change(scope, given.episode, { nextSession: next });
    await record(scope, actor, "add-session", `episode:${given.episode}:${number}`);
    await refresh(scope, [given.episode]);
    return number;
  });
}

/** A date that lies behind is no longer the next session's. */
function passed(date: string | null, house: House): string | null {
  return date !== null && date > dayOf(house.now()) ? date : null;
}

/** Says whether a session took place after all, or on another day. */
export async function markAttended(
  house: House,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly session: number;
    readonly attended: boolean;
    readonly heldOn?: string;
  },
): Promise<void> {
  await within(house, actor, async (scope) => {
    await openCase(scope, actor, "write-case", given.episode);
    const held = await sessions.list(scope, [given.episode]);
    if (!held.some((one) => one.session === given.session)) {
      throw new RangeError(`markAttended requires a session that is recorded: ${given.session}`);
    }
    await sessions.record(scope, {
      ...given,
      ...(given.heldOn === undefined ? {} : { heldOn: checkedDate("markAttended", given.heldOn) }),
    });
    await record(scope, actor, "mark-attended", `episode:${given.episode}:${given.session}`);
    await refresh(scope, [given.episode]);
  });
}

/** When the two meet next, yyyy-mm-dd; null where no day is agreed. */
export async function setNextSession(
  house: House,
  actor: Actor,
  episode: string,
  date: string | null,
): Promise<void> {
  if (date !== null) checkedDate("setNextSession", date);
  await changeCase(house, actor, episode, "set-next-session", (scope) =>
    episodes.change(scope, episode, { nextSession: date }),
  );
}

/** Where a phase begins, over the rule; null lets the rule decide again. */
export async function setPhase(
  house: House,
  actor: Actor,
  episode: string,
  given: { readonly name: PhaseName; readonly from: number | null },
): Promise<void> {
  const { name, from } = given;
  if (from !== null && !(Number.isInteger(from) && from >= 1)) {
    throw new RangeError(`setPhase requires a session from 1 on: ${from}`);
  }
  await changeCase(house, actor, episode, "set-phase", async (scope) => {
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
  house: House,
  actor: Actor,
  episode: string,
  from: number | null,
): Promise<void> {
  if (from !== null && !(Number.isInteger(from) && from >= 1)) {
    throw new RangeError(`setEnding requires a session from 1 on: ${from}`);
  }
  await changeCase(house, actor, episode, "set-ending", (scope) =>
    episodes.change(scope, episode, { endingFrom: from }),
  );
}

/** Closes the episode. Nothing is removed; forms that are out can still be answered until they run out. */
export async function closeEpisode(
  house: House,
  actor: Actor,
  episode: string,
  on: string = dayOf(house.now()),
): Promise<void> {
  checkedDate("closeEpisode", on);
  await changeCase(house, actor, episode, "close-episode", (scope) =>
    episodes.change(scope, episode, { closedOn: on, nextSession: null }),
  );
}

/** Takes the closing back: the case is in the caseload again, with all it held. */
export async function reopenEpisode(house: House, actor: Actor, episode: string): Promise<void> {
  await changeCase(house, actor, episode, "reopen-episode", (scope) =>
    episodes.change(scope, episode, { closedOn: null }),
  );
}

/** One change to a case: asked, made, written down, and its line in the caseload made anew. */
async function changeCase(
  house: House,
  actor: Actor,
  episode: string,
  action: string,
  work: (scope: Scope) => Promise<void>,
): Promise<void> {
  await within(house, actor, async (scope) => {
    await openCase(scope, actor, "write-case", episode);
    await work(scope);
    await record(scope, actor, action, `episode:${episode}`);
    await refresh(scope, [episode]);
  });
}

/** A day of the calendar, yyyy-mm-dd. */
function checkedDate(subject: string, date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || dayOf(new Date(time)) !== date) {
    throw new RangeError(`${subject} requires a day as yyyy-mm-dd: ${date}`);
  }
  return date;
}

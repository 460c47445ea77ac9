import {
  type Appointment,
  appointments,
  episodes,
  groups,
  isIdentifier,
  type NamedAppointment,
  practices,
  type Scope,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { authorise } from "../authorise.ts";
import { addDays, dayIn, instantOf } from "../calendar.ts";
import { permitLeader } from "../group/read-group.ts";
import { openCase } from "../open-case.ts";
import { absent } from "../permit.ts";
import { refresh } from "../refresh.ts";

/** Whom appointments are with. */
export type AppointmentWith = { readonly episode: string } | { readonly group: string };

/** The cases that appointments concern. Throws where the actor may not plan them, or where the case or group is closed. */
export async function casesToPlan(
  scope: Scope,
  actor: Actor,
  of: AppointmentWith,
): Promise<{ readonly cases: readonly string[]; readonly isClosed: boolean }> {
  if ("episode" in of) {
    const { episode } = await openCase(scope, actor, "plan-appointments", of.episode);
    return { cases: [episode.episode], isClosed: episode.closedOn !== null };
  }
  const group = isIdentifier(of.group) ? await groups.find(scope, of.group) : null;
  if (group === null) throw absent();
  if (!mayPlanAll(actor)) permitLeader(actor, group);
  const members = (await groups.members(scope, of.group)).filter((one) => one.leftOn === null);
  return { cases: members.map((one) => one.episode), isClosed: group.closedOn !== null };
}

/** Returns whether an actor plans the appointments of all therapists. */
export function mayPlanAll(actor: Actor): boolean {
  return (
    authorise(actor, "plan-appointments", {
      kind: "episode",
      episode: "",
      therapist: "",
      groupLeaders: [],
      supervisors: [],
    }).kind === "allowed"
  );
}

/** Returns whom an appointment is with. */
export function withOf({ episode, group }: Pick<Appointment, "episode" | "group">): AppointmentWith {
  return episode === null ? { group: group ?? "" } : { episode };
}

/** Returns the time zone of the practice, which appointments are planned in. */
export async function zoneOf(scope: Scope): Promise<string> {
  return (await practices.get(scope))?.timeZone ?? "UTC";
}

/**
 * Sets the day of the next session of cases from their appointments, and makes their lines in the caseload again. A day
 * that somebody entered without an appointment stays, unless it is one of those that no longer apply.
 */
export async function deriveNextSession(
  scope: Scope,
  cases: readonly string[],
  ended: readonly string[] = [],
): Promise<void> {
  const zone = await zoneOf(scope);
  const now = new Date(scope.now());
  const today = dayIn(now, zone);
  const from = instantOf(today, "00:00", zone).toISOString();
  for (const episode of cases) {
    const found = await episodes.find(scope, episode);
    if (found === null || found.closedOn !== null) continue;
    const [first] = await appointments.list(scope, { episodes: [episode], states: ["planned"], from });
    const next =
      first === undefined
        ? ended.includes(found.nextSession ?? "")
          ? null
          : found.nextSession
        : dayIn(new Date(first.startsAt), zone);
    if (next !== found.nextSession) await episodes.change(scope, episode, { nextSession: next });
  }
  await refresh(scope, cases);
}

/** Returns what is planned with a case or a group itself, by time. */
export async function plannedOf(
  scope: Scope,
  of: AppointmentWith,
  between: { readonly from?: string; readonly to?: string } = {},
): Promise<readonly NamedAppointment[]> {
  const found = await appointments.list(scope, {
    ...("episode" in of ? { episodes: [of.episode] } : { group: of.group }),
    states: ["planned"],
    ...between,
  });
  return found.filter((one) => !("episode" in of) || one.episode === of.episode);
}

/** Returns the planned appointments of a day by the clock of the practice, by time. */
export async function plannedOnDay(scope: Scope, of: AppointmentWith, day: string) {
  const zone = await zoneOf(scope);
  return plannedOf(scope, of, {
    from: instantOf(day, "00:00", zone).toISOString(),
    to: instantOf(addDays(day, 1), "00:00", zone).toISOString(),
  });
}

/** Returns the days of appointments by the clock of the practice. */
export async function daysOf(
  scope: Scope,
  found: readonly { readonly startsAt: string }[],
): Promise<readonly string[]> {
  const zone = await zoneOf(scope);
  return found.map((one) => dayIn(new Date(one.startsAt), zone));
}

import {
  type AppointmentState,
  appointments,
  isIdentifier,
  type NamedAppointment,
  newIdentifier,
  type Scope,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { addDays, dayIn, dayOf, daysBetween, hoursAfter, instantOf } from "../calendar.ts";
import { holdCases } from "../lock-case.ts";
import { messageTimes } from "../messages/message-settings.ts";
import { isTimeOfDay } from "../messages/quiet-hours.ts";
import { withdrawBefore } from "../messages/send-planned.ts";
import { absent, InvalidInput } from "../permit.ts";
import { record } from "../record.ts";
import { type AppointmentWith, casesToPlan, deriveNextSession, withOf, zoneOf } from "./appointment-case.ts";
import { type AppointmentTimes, daysOfSeries, momentsOfSeries, mostAppointments } from "./series.ts";

export interface NewAppointments extends AppointmentTimes {
  readonly with: AppointmentWith;
  readonly minutes: number;
}

/** How many appointments were added, and how many were there already at the same time. */
export interface AddedAppointments {
  readonly added: number;
  readonly existing: number;
}

/** How long before today an appointment may be entered, and how long ahead, in days. */
const [back, ahead] = [31, 731];

/**
 * Adds an appointment or a series. What is planned for the same case or group at the same time is not added again.
 * Throws `InvalidInput` naming the field for a time that there is not, a closed case or a series that ends before it begins.
 */
export async function addAppointments(
  context: AppContext,
  actor: Actor,
  given: NewAppointments,
): Promise<AddedAppointments> {
  return within(context, actor, async (scope) => {
    const { cases, isClosed } = await casesToPlan(scope, actor, given.with);
    if (isClosed) throw new InvalidInput({ id: "refusals.appointment.closed", values: {} }, "with");
    const zone = await zoneOf(scope);
    const moments = checkedSeries(scope, given, zone);
    await holdCases(scope, cases);
    const planned = await plannedWith(scope, given.with);
    const taken = new Set(planned.map((one) => one.startsAt));
    const starts = moments.map((one) => one.toISOString()).filter((one) => !taken.has(one));
    const series = given.everyWeeks === null ? undefined : newIdentifier();
    await appointments.add(
      scope,
      starts.map((startsAt) => ({
        of: given.with,
        startsAt,
        minutes: given.minutes,
        ...(series === undefined ? {} : { series }),
      })),
    );
    await deriveNextSession(scope, cases);
    await record(scope, actor, `add-appointments ${starts.length}`, subjectOf(given.with));
    return { added: starts.length, existing: moments.length - starts.length };
  });
}

export interface MovedAppointment {
  readonly appointment: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  /** All later ones of the series move by as many days, to the same time. */
  readonly rest: boolean;
}

/** Moves a planned appointment, or it and the rest of its series, and returns how many moved. */
export async function moveAppointment(
  context: AppContext,
  actor: Actor,
  given: MovedAppointment,
): Promise<number> {
  return within(context, actor, async (scope) => {
    const { found, chosen, cases } = await chosenOf(scope, actor, given, "planned");
    const zone = await zoneOf(scope);
    checkedTime(scope, given, zone);
    const dayBefore = dayIn(new Date(found.startsAt), zone);
    const days = daysBetween(dayBefore, given.day);
    const ended: string[] = [];
    const { sendBefore } = await messageTimes(scope);
    const near = hoursAfter(context.now(), sendBefore).toISOString();
    for (const one of chosen) {
      const day = dayIn(new Date(one.startsAt), zone);
      ended.push(day);
      const startsAt = instantOf(addDays(day, days), given.time, zone).toISOString();
      // What was sent for an appointment that is later now is sent again in time, with a new link.
      const isPostponed = startsAt > near && startsAt !== one.startsAt;
      if (isPostponed) await withdrawBefore(scope, cases, one);
      await appointments.change(scope, one.appointment, {
        startsAt,
        minutes: given.minutes,
        ...(isPostponed ? { session: null } : {}),
      });
    }
    await deriveNextSession(scope, cases, ended);
    await record(scope, actor, `move-appointments ${chosen.length}`, subjectOf(withOf(found)));
    return chosen.length;
  });
}

/** Cancels a planned appointment, or it and the rest of its series, and returns how many were cancelled. */
export async function cancelAppointment(
  context: AppContext,
  actor: Actor,
  given: { readonly appointment: string; readonly rest: boolean },
): Promise<number> {
  return within(context, actor, async (scope) => {
    const { found, chosen, cases } = await chosenOf(scope, actor, given, "planned");
    const zone = await zoneOf(scope);
    for (const one of chosen) {
      await withdrawBefore(scope, cases, one);
      await appointments.change(scope, one.appointment, { state: "cancelled", session: null });
    }
    const ended = chosen.map((one) => dayIn(new Date(one.startsAt), zone));
    await deriveNextSession(scope, cases, ended);
    await record(scope, actor, `cancel-appointments ${chosen.length}`, subjectOf(withOf(found)));
    return chosen.length;
  });
}

/** Plans a cancelled appointment again, at its time. */
export async function restoreAppointment(
  context: AppContext,
  actor: Actor,
  appointment: string,
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { found, cases } = await chosenOf(scope, actor, { appointment, rest: false }, "cancelled");
    await appointments.change(scope, found.appointment, { state: "planned" });
    await deriveNextSession(scope, cases);
    await record(scope, actor, "add-appointments 1", subjectOf(withOf(found)));
  });
}

/** The appointment, with the later ones of its series where the rest is meant, in one state. */
async function chosenOf(
  scope: Scope,
  actor: Actor,
  given: { readonly appointment: string; readonly rest: boolean },
  state: AppointmentState,
): Promise<{
  readonly found: NamedAppointment;
  readonly chosen: readonly NamedAppointment[];
  readonly cases: readonly string[];
}> {
  const [before] = isIdentifier(given.appointment)
    ? await appointments.list(scope, { appointment: given.appointment })
    : [];
  if (before === undefined) throw absent();
  const { cases, isClosed } = await casesToPlan(scope, actor, withOf(before));
  await holdCases(scope, cases);
  const [found] = await appointments.list(scope, { appointment: given.appointment });
  if (found === undefined) throw absent();
  if (found.state !== state || (isClosed && state === "cancelled"))
    throw new InvalidInput({ id: "refusals.appointment.no-longer", values: {} });
  const rest =
    given.rest && found.series !== null
      ? await appointments.list(scope, { series: found.series, states: [state], from: found.startsAt })
      : [found];
  return { found, chosen: rest, cases };
}

const plannedWith = (scope: Scope, of: AppointmentWith) =>
  appointments.list(scope, {
    ...("episode" in of ? { episodes: [of.episode] } : { group: of.group }),
    states: ["planned", "held", "missed"],
  });

function checkedSeries(scope: Scope, given: NewAppointments, zone: string): readonly Date[] {
  checkedTime(scope, given, zone);
  const { everyWeeks, end, day } = given;
  if (everyWeeks === null) return momentsOfSeries(given, zone);
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > 12)
    throw new InvalidInput({ id: "refusals.appointment.weeks", values: {} }, "everyWeeks");
  if ("times" in end) {
    if (!Number.isInteger(end.times) || end.times < 1 || end.times > mostAppointments)
      throw new InvalidInput(
        { id: "refusals.appointment.times", values: { most: mostAppointments } },
        "times",
      );
  } else {
    checkedDay(end.until, "until");
    if (end.until < day) throw new InvalidInput({ id: "refusals.appointment.until", values: {} }, "until");
    if (daysOfSeries(given).length > mostAppointments)
      throw new InvalidInput(
        { id: "refusals.appointment.times", values: { most: mostAppointments } },
        "until",
      );
  }
  return momentsOfSeries(given, zone);
}

function checkedTime(
  scope: Scope,
  { day, time, minutes }: { readonly day: string; readonly time: string; readonly minutes: number },
  zone: string,
): void {
  checkedDay(day, "day");
  const today = dayIn(new Date(scope.now()), zone);
  if (day < addDays(today, -back) || day > addDays(today, ahead))
    throw new InvalidInput({ id: "refusals.appointment.day", values: {} }, "day");
  if (!isTimeOfDay(time)) throw new InvalidInput({ id: "refusals.appointment.time", values: {} }, "time");
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 480)
    throw new InvalidInput({ id: "refusals.appointment.minutes", values: {} }, "minutes");
}

function checkedDay(day: string, field: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || dayOf(new Date(time)) !== day)
    throw new InvalidInput({ id: "refusals.session.date", values: {} }, field);
}

/** What the access log names: the case or the group. */
const subjectOf = (of: AppointmentWith) => ("episode" in of ? `episode:${of.episode}` : `group:${of.group}`);

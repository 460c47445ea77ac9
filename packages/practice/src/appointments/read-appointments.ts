import {
  type AppointmentState,
  appointments,
  episodes,
  groups,
  type NamedAppointment,
  type Scope,
  staff,
} from "@concord/store";
import { type Actor, rolesOf } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { addDays, dayIn, daysBetween, instantOf } from "../calendar.ts";
import { permit } from "../permit.ts";
import { casesToPlan, mayPlanAll, zoneOf } from "./appointment-case.ts";

/** An appointment as a page lists it. */
export interface AppointmentLine {
  readonly appointment: string;
  readonly episode: string | null;
  readonly group: string | null;
  readonly label: string;
  /** The therapist’s name, where the page lists those of several. */
  readonly therapist: string | null;
  readonly startsAt: string;
  /** By the clock of the practice. */
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly state: AppointmentState;
  readonly session: number | null;
  readonly isSeries: boolean;
  /** It begins before another of the same therapist ends, or the other way round. */
  readonly overlaps: boolean;
}

/** One week of appointments. */
export interface AppointmentWeek {
  readonly today: string;
  /** The Monday of the week. */
  readonly monday: string;
  readonly timeZone: string;
  readonly lines: readonly AppointmentLine[];
  /** Planned appointments of the last four weeks whose session is not recorded. */
  readonly unrecorded: readonly AppointmentLine[];
  /** Whom an appointment can be made with. */
  readonly cases: readonly { readonly episode: string; readonly label: string }[];
  readonly groups: readonly { readonly group: string; readonly label: string }[];
  /** Whether those of all therapists may be listed, and whether they are. */
  readonly mayListAll: boolean;
  readonly listsAll: boolean;
}

/** Returns the appointments of the week in which a day lies; of the present week for a day that there is not. */
export async function readAppointmentWeek(
  context: AppContext,
  actor: Actor,
  given: { readonly day: string | null; readonly all: boolean },
): Promise<AppointmentWeek> {
  return within(context, actor, async (scope) => {
    permit(actor, "plan-appointments", { kind: "practice" });
    const timeZone = await zoneOf(scope);
    const today = dayIn(context.now(), timeZone);
    const monday = mondayOf(given.day ?? today);
    const mayListAll = mayPlanAll(actor);
    const own = actor.kind === "staff" && rolesOf(actor).includes("therapist") ? actor.staff : null;
    const listsAll = mayListAll && (given.all || own === null);
    const whose = listsAll || own === null ? {} : { therapist: own };
    const at = (day: string) => instantOf(day, "00:00", timeZone).toISOString();
    const week = await appointments.list(scope, { ...whose, from: at(monday), to: at(addDays(monday, 7)) });
    const past = await appointments.list(scope, {
      ...whose,
      states: ["planned"],
      from: at(addDays(today, -28)),
      to: at(today),
    });
    const line = await lines(scope, timeZone, listsAll);
    const open = await episodes.list(scope, { state: "open", ...whose });
    const led = (await groups.list(scope)).filter(
      (one) =>
        one.closedOn === null &&
        (listsAll || one.therapist === own || (own !== null && one.coLeader === own)),
    );
    return {
      today,
      monday,
      timeZone,
      lines: line(week),
      unrecorded: line(past),
      cases: open
        .map(({ episode, client }) => ({ episode, label: client.label }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
      groups: led.map(({ group, name }) => ({ group, label: name })),
      mayListAll: mayListAll && own !== null,
      listsAll,
    };
  });
}

/** The appointments of one case: those to come, and those of the last days. */
export interface CaseAppointments {
  readonly today: string;
  readonly timeZone: string;
  readonly label: string;
  /** Planned, from today on, at most twelve. */
  readonly next: readonly AppointmentLine[];
  /** How many more are planned. */
  readonly more: number;
  /** Planned before today and not recorded, the oldest first. */
  readonly unrecorded: readonly AppointmentLine[];
}

/** Returns the appointments of one case, those of its groups included. */
export async function readCaseAppointments(
  context: AppContext,
  actor: Actor,
  episode: string,
): Promise<CaseAppointments> {
  return within(context, actor, async (scope) => {
    await casesToPlan(scope, actor, { episode });
    const timeZone = await zoneOf(scope);
    const today = dayIn(context.now(), timeZone);
    const planned = await appointments.list(scope, {
      episodes: [episode],
      states: ["planned"],
      from: instantOf(addDays(today, -28), "00:00", timeZone).toISOString(),
    });
    const all = (await lines(scope, timeZone, false))(planned);
    const next = all.filter((one) => one.day >= today);
    const found = await episodes.find(scope, episode);
    return {
      today,
      timeZone,
      label: found?.client.label ?? "",
      next: next.slice(0, 12),
      more: Math.max(0, next.length - 12),
      unrecorded: all.filter((one) => one.day < today && one.episode === episode),
    };
  });
}

async function lines(scope: Scope, timeZone: string, withTherapist: boolean) {
  const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (found: readonly NamedAppointment[]): readonly AppointmentLine[] =>
    found.map((one) => ({
      appointment: one.appointment,
      episode: one.episode,
      group: one.group,
      label: one.label,
      therapist: withTherapist ? (names.get(one.therapist) ?? null) : null,
      startsAt: one.startsAt,
      day: dayIn(new Date(one.startsAt), timeZone),
      time: clock.format(new Date(one.startsAt)),
      minutes: one.minutes,
      state: one.state,
      session: one.session,
      isSeries: one.series !== null,
      overlaps: one.state !== "cancelled" && found.some((other) => overlap(one, other)),
    }));
}

function overlap(one: NamedAppointment, other: NamedAppointment): boolean {
  if (one.appointment === other.appointment || other.state === "cancelled") return false;
  if (one.therapist !== other.therapist) return false;
  const end = (of: NamedAppointment) => Date.parse(of.startsAt) + of.minutes * 60_000;
  return Date.parse(one.startsAt) < end(other) && Date.parse(other.startsAt) < end(one);
}

/** The Monday on or before a day. */
function mondayOf(day: string): string {
  return addDays(day, -(((daysBetween("2024-01-01", day) % 7) + 7) % 7));
}

import { and, asc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { appointment } from "../schema/appointment.ts";
import { client } from "../schema/client.ts";
import { episode } from "../schema/episode.ts";
import { groupMember, therapyGroup } from "../schema/group.ts";
import type { Scope } from "../scope.ts";

export type AppointmentState = (typeof appointment.$inferSelect)["state"];

/** An appointment with a client (`episode`) or of a group (`group`). */
export interface Appointment {
  readonly appointment: string;
  readonly episode: string | null;
  readonly group: string | null;
  readonly startsAt: string;
  readonly minutes: number;
  readonly state: AppointmentState;
  /** The session that it became, or that questionnaires were sent for. */
  readonly session: number | null;
  readonly series: string | null;
  /** Its identifier in the calendar that it was imported from. */
  readonly externalId: string | null;
}

/** An appointment with whom it is. */
export interface NamedAppointment extends Appointment {
  /** What the practice calls the client or the group. */
  readonly label: string;
  /** The therapist of the case, or who leads the group. */
  readonly therapist: string;
}

export interface NewAppointment {
  readonly of: { readonly episode: string } | { readonly group: string };
  readonly startsAt: string;
  readonly minutes: number;
  readonly series?: string;
  readonly externalId?: string;
}

/** Adds appointments and returns their identifiers. One from a calendar that is there already is left as it is. */
export async function add(scope: Scope, given: readonly NewAppointment[]): Promise<readonly string[]> {
  if (given.length === 0) return [];
  const now = scope.now();
  const rows = await scope.database
    .insert(appointment)
    .values(
      given.map((one) => ({
        practiceId: scope.practice,
        appointmentId: newIdentifier(),
        episodeId: "episode" in one.of ? one.of.episode : null,
        groupId: "group" in one.of ? one.of.group : null,
        startsAt: one.startsAt,
        minutes: one.minutes,
        state: "planned" as const,
        series: one.series ?? null,
        externalId: one.externalId ?? null,
        createdAt: now,
        changedAt: now,
      })),
    )
    .onConflictDoNothing({ target: [appointment.practiceId, appointment.externalId] })
    .returning({ id: appointment.appointmentId });
  return rows.map(({ id }) => id);
}

/** Changes when an appointment is, what became of it, or the session that it belongs to. */
export async function change(
  scope: Scope,
  appointmentId: string,
  changes: {
    readonly startsAt?: string;
    readonly minutes?: number;
    readonly state?: AppointmentState;
    readonly session?: number | null;
  },
): Promise<void> {
  await scope.database
    .update(appointment)
    .set({ ...changes, changedAt: scope.now() })
    .where(and(eq(appointment.practiceId, scope.practice), eq(appointment.appointmentId, appointmentId)));
}

/** Which appointments: all that are named must be true. */
export interface AppointmentsOf {
  readonly appointment?: string;
  readonly series?: string;
  readonly externalIds?: readonly string[];
  /** Of their cases and of the groups that they lead. */
  readonly therapist?: string;
  /** Of these cases, and of the groups that they are in. */
  readonly episodes?: readonly string[];
  readonly group?: string;
  readonly states?: readonly AppointmentState[];
  /** Beginning at this moment or later. */
  readonly from?: string;
  /** Beginning before this moment. */
  readonly to?: string;
}

/** Returns appointments by time. */
export async function list(scope: Scope, of: AppointmentsOf): Promise<readonly NamedAppointment[]> {
  if (of.episodes?.length === 0 || of.externalIds?.length === 0) return [];
  const rows = await scope.database
    .select({
      appointment,
      label: sql<string>`coalesce(${client.label}, ${therapyGroup.name})`,
      therapist: sql<string>`coalesce(${episode.therapistId}, ${therapyGroup.therapistId})`,
    })
    .from(appointment)
    .leftJoin(
      episode,
      and(eq(episode.practiceId, appointment.practiceId), eq(episode.episodeId, appointment.episodeId)),
    )
    .leftJoin(client, and(eq(client.practiceId, episode.practiceId), eq(client.clientId, episode.clientId)))
    .leftJoin(
      therapyGroup,
      and(eq(therapyGroup.practiceId, appointment.practiceId), eq(therapyGroup.groupId, appointment.groupId)),
    )
    .where(
      and(
        eq(appointment.practiceId, scope.practice),
        of.appointment === undefined ? undefined : eq(appointment.appointmentId, of.appointment),
        of.series === undefined ? undefined : eq(appointment.series, of.series),
        of.externalIds === undefined ? undefined : inArray(appointment.externalId, [...of.externalIds]),
        of.group === undefined ? undefined : eq(appointment.groupId, of.group),
        of.states === undefined ? undefined : inArray(appointment.state, [...of.states]),
        of.from === undefined ? undefined : gte(appointment.startsAt, of.from),
        of.to === undefined ? undefined : lt(appointment.startsAt, of.to),
        of.therapist === undefined
          ? undefined
          : or(
              eq(episode.therapistId, of.therapist),
              eq(therapyGroup.therapistId, of.therapist),
              eq(therapyGroup.coLeaderId, of.therapist),
            ),
        of.episodes === undefined
          ? undefined
          : or(
              inArray(appointment.episodeId, [...of.episodes]),
              inArray(
                appointment.groupId,
                scope.database
                  .select({ id: groupMember.groupId })
                  .from(groupMember)
                  .where(
                    and(
                      eq(groupMember.practiceId, scope.practice),
                      inArray(groupMember.episodeId, [...of.episodes]),
                      isNull(groupMember.leftOn),
                    ),
                  ),
              ),
            ),
      ),
    )
    .orderBy(asc(appointment.startsAt), asc(appointment.appointmentId));
  return rows.map(({ appointment: row, label, therapist }) => ({
    appointment: row.appointmentId,
    episode: row.episodeId,
    group: row.groupId,
    startsAt: row.startsAt,
    minutes: row.minutes,
    state: row.state,
    session: row.session,
    series: row.series,
    externalId: row.externalId,
    label,
    therapist,
  }));
}

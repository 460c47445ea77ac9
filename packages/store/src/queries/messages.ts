import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { appointment } from "../schema/appointment.ts";
import { client } from "../schema/client.ts";
import { contact } from "../schema/contact.ts";
import { episode } from "../schema/episode.ts";
import { groupMember } from "../schema/group.ts";
import { message } from "../schema/message.ts";
import { formRequest } from "../schema/request.ts";
import { sitting } from "../schema/sitting.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";
import { type Sitting, sittingOf } from "./sittings.ts";

export type MessageState = (typeof message.$inferSelect)["state"];
export type MessageChannel = (typeof message.$inferSelect)["channel"];
/** Why a message was not sent, or not yet: a sentence as data. */
export type MessageProblem = NonNullable<(typeof message.$inferSelect)["problem"]>;

/** A message of the outbox. */
export interface OutboxMessage {
  readonly message: string;
  readonly key: string;
  readonly template: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly channel: MessageChannel;
  readonly address: string;
  readonly language: string;
  readonly contact: string | null;
  readonly staff: string | null;
  readonly sitting: string | null;
  readonly task: string | null;
  readonly state: MessageState;
  readonly sendAt: string;
  readonly attempts: number;
  readonly leasedUntil: string | null;
  readonly problem: MessageProblem | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

export interface NewMessage {
  readonly key: string;
  readonly template: string;
  readonly values?: OutboxMessage["values"];
  readonly channel: MessageChannel;
  readonly address: string;
  readonly language: string;
  readonly contact?: string;
  readonly staff?: string;
  readonly sitting?: string;
  readonly task?: string;
  /** Not sent before; now, where it is left out. */
  readonly sendAt?: string;
}

/** Adds messages to be sent, each once for its key, and returns how many were new. */
export async function queue(scope: Scope, given: readonly NewMessage[]): Promise<number> {
  const createdAt = scope.now();
  let added = 0;
  for (let first = 0; first < given.length; first += 500) {
    const rows = await scope.database
      .insert(message)
      .values(
        given.slice(first, first + 500).map((one) => ({
          practiceId: scope.practice,
          messageId: newIdentifier(),
          key: one.key,
          template: one.template,
          values: one.values ?? {},
          channel: one.channel,
          address: one.address,
          language: one.language,
          contactId: one.contact ?? null,
          staffId: one.staff ?? null,
          sittingId: one.sitting ?? null,
          taskId: one.task ?? null,
          state: "waiting" as const,
          sendAt: one.sendAt ?? createdAt,
          attempts: 0,
          leasedUntil: null,
          problem: null,
          createdAt,
          sentAt: null,
        })),
      )
      .onConflictDoNothing({ target: [message.practiceId, message.key] })
      .returning({ id: message.messageId });
    added += rows.length;
  }
  return added;
}

export interface MessageLease {
  /** Until when no other process takes the messages. */
  readonly until: string;
  /** The latest end that a lease taken now can have: one that ends later was taken before the clock was set back. */
  readonly latest: string;
  readonly count: number;
  readonly channels: readonly MessageChannel[];
}

/**
 * Takes messages that are due, those about safety first, and marks them as being sent. Messages that another process has
 * in hand are passed over; those whose lease has run out are taken again. A message that was to be sent at once is due
 * even if the clock was set back since.
 */
export async function take(scope: Scope, lease: MessageLease): Promise<readonly OutboxMessage[]> {
  if (lease.channels.length === 0) return [];
  const now = scope.now();
  const due = scope.database
    .select({ id: message.messageId })
    .from(message)
    .where(
      and(
        eq(message.practiceId, scope.practice),
        inArray(message.channel, [...lease.channels]),
        or(
          and(
            eq(message.state, "waiting"),
            or(
              lte(message.sendAt, now),
              and(lte(message.sendAt, message.createdAt), eq(message.attempts, 0)),
            ),
          ),
          and(
            eq(message.state, "sending"),
            or(
              isNull(message.leasedUntil),
              lte(message.leasedUntil, now),
              sql`${message.leasedUntil} > ${lease.latest}::timestamptz`,
            ),
          ),
        ),
      ),
    )
    .orderBy(sql`${message.taskId} is null`, asc(message.sendAt), asc(message.messageId))
    .limit(lease.count)
    .for("update", { skipLocked: true });
  const ids = (await due).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await scope.database
    .update(message)
    .set({ state: "sending", leasedUntil: lease.until })
    .where(and(eq(message.practiceId, scope.practice), inArray(message.messageId, ids)))
    .returning();
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows.map(messageOf).toSorted((a, b) => (order.get(a.message) ?? 0) - (order.get(b.message) ?? 0));
}

/** What became of a message that was taken. */
export type MessageOutcome =
  | { readonly kind: "sent" }
  /** Again later; `counts`: the attempt counts towards the limit. */
  | {
      readonly kind: "again";
      readonly sendAt: string;
      readonly problem: MessageProblem | null;
      readonly counts: boolean;
    }
  | { readonly kind: "failed"; readonly problem: MessageProblem }
  | { readonly kind: "cancelled"; readonly problem: MessageProblem };

/** Writes what became of a message; false if another process has taken it since. */
export async function settle(
  scope: Scope,
  taken: Pick<OutboxMessage, "message" | "leasedUntil">,
  outcome: MessageOutcome,
): Promise<boolean> {
  const set = {
    sent: { state: "sent", sentAt: scope.now(), problem: null } as const,
    again:
      outcome.kind === "again" &&
      ({ state: "waiting", sendAt: outcome.sendAt, problem: outcome.problem } as const),
    failed: outcome.kind === "failed" && ({ state: "failed", problem: outcome.problem } as const),
    cancelled: outcome.kind === "cancelled" && ({ state: "cancelled", problem: outcome.problem } as const),
  }[outcome.kind];
  if (set === false) return false;
  const counts =
    outcome.kind === "sent" || outcome.kind === "failed" || (outcome.kind === "again" && outcome.counts);
  const rows = await scope.database
    .update(message)
    .set({ ...set, leasedUntil: null, ...(counts ? { attempts: sql`${message.attempts} + 1` } : {}) })
    .where(
      and(
        eq(message.practiceId, scope.practice),
        eq(message.messageId, taken.message),
        eq(message.state, "sending"),
        taken.leasedUntil === null ? isNull(message.leasedUntil) : eq(message.leasedUntil, taken.leasedUntil),
      ),
    )
    .returning({ id: message.messageId });
  return rows.length > 0;
}

export async function find(scope: Scope, messageId: string): Promise<OutboxMessage | null> {
  const [row] = await scope.database
    .select()
    .from(message)
    .where(and(eq(message.practiceId, scope.practice), eq(message.messageId, messageId)));
  return row === undefined ? null : messageOf(row);
}

/** Which messages: all that are named must be true. */
export interface MessagesOf {
  readonly sittings?: readonly string[];
  readonly contact?: string;
  readonly tasks?: readonly string[];
  readonly message?: string;
}

/** Returns messages about sittings, tasks or to a contact, oldest first. */
export async function listOf(scope: Scope, of: MessagesOf): Promise<readonly OutboxMessage[]> {
  const rows = await scope.database
    .select()
    .from(message)
    .where(and(eq(message.practiceId, scope.practice), conditionOf(of)))
    .orderBy(asc(message.createdAt), asc(message.messageId));
  return rows.map(messageOf);
}

/** Cancels what waits to be sent, with the reason, and returns how many there were. What is being sent is not stopped. */
export async function cancel(scope: Scope, of: MessagesOf, problem: MessageProblem): Promise<number> {
  const rows = await scope.database
    .update(message)
    .set({ state: "cancelled", problem })
    .where(and(eq(message.practiceId, scope.practice), eq(message.state, "waiting"), conditionOf(of)))
    .returning({ id: message.messageId });
  return rows.length;
}

/** Puts a message that failed or was cancelled back among those that wait, to a present address; false if it is neither. */
export async function requeue(scope: Scope, messageId: string, address: string): Promise<boolean> {
  const rows = await scope.database
    .update(message)
    .set({ state: "waiting", sendAt: scope.now(), attempts: 0, problem: null, address, leasedUntil: null })
    .where(
      and(
        eq(message.practiceId, scope.practice),
        eq(message.messageId, messageId),
        inArray(message.state, ["failed", "cancelled"]),
      ),
    )
    .returning({ id: message.messageId });
  return rows.length > 0;
}

/** A message with whom it concerns. */
export interface ListedMessage extends OutboxMessage {
  readonly staffName: string | null;
  /** The client whom it concerns; for whoever may see the case. */
  readonly client: { readonly label: string; readonly episode: string | null } | null;
  readonly contactName: string | null;
  readonly person: "client" | "caregiver" | "observer" | null;
}

/** Returns messages, newest first; `before` is the last of the page before. */
export async function page(
  scope: Scope,
  of: { readonly states?: readonly MessageState[]; readonly limit: number; readonly before?: string },
): Promise<readonly ListedMessage[]> {
  const rows = await scope.database
    .select({
      message,
      staffName: staff.name,
      label: client.label,
      episode: sitting.episodeId,
      contactName: contact.name,
      person: contact.person,
    })
    .from(message)
    .leftJoin(staff, and(eq(staff.practiceId, message.practiceId), eq(staff.staffId, message.staffId)))
    .leftJoin(
      contact,
      and(eq(contact.practiceId, message.practiceId), eq(contact.contactId, message.contactId)),
    )
    .leftJoin(
      sitting,
      and(eq(sitting.practiceId, message.practiceId), eq(sitting.sittingId, message.sittingId)),
    )
    .leftJoin(
      episode,
      and(eq(episode.practiceId, sitting.practiceId), eq(episode.episodeId, sitting.episodeId)),
    )
    .leftJoin(
      client,
      and(
        eq(client.practiceId, message.practiceId),
        eq(client.clientId, sql`coalesce(${contact.clientId}, ${episode.clientId})`),
      ),
    )
    .where(
      and(
        eq(message.practiceId, scope.practice),
        of.states === undefined ? undefined : inArray(message.state, [...of.states]),
        of.before === undefined ? undefined : sql`${message.messageId} < ${of.before}::uuid`,
      ),
    )
    .orderBy(desc(message.messageId))
    .limit(of.limit);
  return rows.map((row) => ({
    ...messageOf(row.message),
    staffName: row.staffName,
    client: row.label === null ? null : { label: row.label, episode: row.episode },
    contactName: row.contactName,
    person: row.person,
  }));
}

/** Returns how many messages there are in each state. */
export async function countByState(scope: Scope): Promise<Readonly<Record<MessageState, number>>> {
  const rows = await scope.database
    .select({ state: message.state, count: count() })
    .from(message)
    .where(eq(message.practiceId, scope.practice))
    .groupBy(message.state);
  const found = new Map(rows.map((row) => [row.state, row.count]));
  const of = (state: MessageState) => found.get(state) ?? 0;
  return {
    waiting: of("waiting"),
    sending: of("sending"),
    sent: of("sent"),
    failed: of("failed"),
    cancelled: of("cancelled"),
  };
}

/** A sitting that somebody who is reached by messages has not answered to the end. */
export interface OpenSitting {
  readonly sitting: Sitting;
  /** When the session begins that it is for, where there is an appointment. */
  readonly startsAt: string | null;
  /** When its link was last sent or asked for; null where it was not. */
  readonly linkSentAt: string | null;
}

/** Returns the sittings with a contact that are open: not expired, not withdrawn, not answered, of an open case. */
export async function openSittings(scope: Scope): Promise<readonly OpenSitting[]> {
  const unanswered = sql`exists (
    select 1 from ${formRequest} where ${formRequest.practiceId} = ${sitting.practiceId}
      and ${formRequest.sittingId} = ${sitting.sittingId}
      and ${formRequest.answeredAt} is null and ${formRequest.withdrawnAt} is null)`;
  const rows = await scope.database
    .select({
      sitting,
      startsAt: sql<string | null>`(
        select min(${appointment.startsAt}) from ${appointment}
        where ${appointment.practiceId} = ${sitting.practiceId} and ${appointment.state} = 'planned'
          and (${appointment.episodeId} = ${sitting.episodeId} and ${appointment.session} = ${sitting.session}
            or ${sitting.moment} = 'before' and ${appointment.groupId} in (
              select ${groupMember.groupId} from ${groupMember}
              where ${groupMember.practiceId} = ${sitting.practiceId}
                and ${groupMember.episodeId} = ${sitting.episodeId} and ${groupMember.leftOn} is null)))`,
      linkSentAt: sql<string | null>`(
        select max(coalesce(${message.sentAt}, ${message.createdAt})) from ${message}
        where ${message.practiceId} = ${sitting.practiceId} and ${message.sittingId} = ${sitting.sittingId}
          and ${message.template} = 'link')`,
    })
    .from(sitting)
    .innerJoin(
      episode,
      and(eq(episode.practiceId, sitting.practiceId), eq(episode.episodeId, sitting.episodeId)),
    )
    .where(
      and(
        eq(sitting.practiceId, scope.practice),
        isNotNull(sitting.contactId),
        isNull(sitting.withdrawnAt),
        gt(sitting.expiresAt, scope.now()),
        isNull(episode.closedOn),
        unanswered,
      ),
    );
  const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString());
  return rows.map((row) => ({
    sitting: sittingOf(row.sitting),
    startsAt: iso(row.startsAt),
    linkSentAt: iso(row.linkSentAt),
  }));
}

/** Returns whether anything is to be sent now or later. */
export async function isAnyWaiting(scope: Scope): Promise<boolean> {
  const rows = await scope.database
    .select({ id: message.messageId })
    .from(message)
    .where(and(eq(message.practiceId, scope.practice), inArray(message.state, ["waiting", "sending"])))
    .limit(1);
  return rows.length > 0;
}

function conditionOf({ sittings, contact: of, tasks, message: one }: MessagesOf): SQL | undefined {
  return and(
    sittings === undefined
      ? undefined
      : sittings.length === 0
        ? sql`false`
        : inArray(message.sittingId, [...sittings]),
    of === undefined ? undefined : eq(message.contactId, of),
    tasks === undefined
      ? undefined
      : tasks.length === 0
        ? sql`false`
        : and(isNotNull(message.taskId), inArray(message.taskId, [...tasks])),
    one === undefined ? undefined : eq(message.messageId, one),
  );
}

function messageOf(row: typeof message.$inferSelect): OutboxMessage {
  const { practiceId: _, messageId, contactId, staffId, sittingId, taskId, ...rest } = row;
  return {
    message: messageId,
    contact: contactId,
    staff: staffId,
    sitting: sittingId,
    task: taskId,
    ...rest,
  };
}

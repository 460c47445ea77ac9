import type { StaffMessage } from "@concord/messages";
import {
  contacts,
  isIdentifier,
  type ListedMessage,
  type MessageState,
  messages,
  type OutboxMessage,
  type Scope,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { authorise } from "../authorise.ts";
import { findCase } from "../open-case.ts";
import { absent, InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";
import { cancelReason } from "./cancel-reason.ts";
import { type MessageTrouble, messageTroubles, storedProblem } from "./message-settings.ts";
import { contactAddress } from "./send-sitting.ts";
import { staffPhone } from "./staff-phone.ts";

/** One message on the page of what was sent. No address: who runs the practice need not see it. */
export interface MessageLine {
  readonly message: string;
  readonly template: string;
  readonly channel: "email" | "sms";
  readonly state: MessageState;
  /** The name of a member of staff, or of the client for whoever may see the case; null otherwise. */
  readonly to: string | null;
  readonly person: "client" | "caregiver" | "observer" | "staff";
  /** When it was sent, or is to be sent. */
  readonly at: string;
  readonly attempts: number;
  readonly problem: StaffMessage | null;
  readonly mayCancel: boolean;
  readonly maySendAgain: boolean;
}

export interface MessageList {
  readonly lines: readonly MessageLine[];
  readonly counts: Readonly<Record<MessageState, number>>;
  readonly troubles: readonly MessageTrouble[];
  /** The last of this page, where there is a further one. */
  readonly next: string | null;
}

export type MessageFilter = "all" | "waiting" | "failed" | "sent";

const states: Readonly<Record<MessageFilter, readonly MessageState[] | undefined>> = {
  all: undefined,
  waiting: ["waiting", "sending"],
  failed: ["failed", "cancelled"],
  sent: ["sent"],
};

const perPage = 50;

/** Returns what was sent and what is to be sent, newest first, for those who run the practice. */
export async function listMessages(
  context: AppContext,
  actor: Actor,
  of: { readonly filter: MessageFilter; readonly before: string | null },
): Promise<MessageList> {
  permit(actor, "manage-practice", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const before = of.before !== null && isIdentifier(of.before) ? { before: of.before } : {};
    const wanted = states[of.filter];
    const found = await messages.page(scope, {
      ...(wanted === undefined ? {} : { states: wanted }),
      ...before,
      limit: perPage + 1,
    });
    const shown = found.slice(0, perPage);
    const lines: MessageLine[] = [];
    for (const one of shown) lines.push(await lineOf(scope, actor, one));
    return {
      lines,
      counts: await messages.countByState(scope),
      troubles: await messageTroubles(scope),
      next: found.length > perPage ? (shown.at(-1)?.message ?? null) : null,
    };
  });
}

async function lineOf(scope: Scope, actor: Actor, one: ListedMessage): Promise<MessageLine> {
  const isStaff = one.staff !== null;
  const maySee =
    isStaff || (one.client?.episode != null && (await maySeeCase(scope, actor, one.client.episode)));
  return {
    message: one.message,
    template: one.template,
    channel: one.channel,
    state: one.state,
    to: !maySee ? null : isStaff ? one.staffName : (one.contactName ?? one.client?.label ?? null),
    person: isStaff ? "staff" : (one.person ?? "client"),
    at: one.sentAt ?? one.sendAt,
    attempts: one.attempts,
    problem: one.problem === null ? null : storedProblem(one.problem),
    mayCancel: one.state === "waiting",
    maySendAgain: one.state === "failed" || one.state === "cancelled",
  };
}

async function maySeeCase(scope: Scope, actor: Actor, episode: string): Promise<boolean> {
  const found = await findCase(scope, episode);
  return found !== null && authorise(actor, "read-case", found.subject).kind === "allowed";
}

/** Cancels a message that waits. Throws `InvalidInput` where it was sent or is being sent. */
export async function cancelMessage(context: AppContext, actor: Actor, message: string): Promise<void> {
  await changeMessage(context, actor, message, "cancel-message", async (scope) => {
    if ((await messages.cancel(scope, { message }, cancelReason("hand"))) === 0)
      throw new InvalidInput({ id: "messages.problem.not-waiting", values: {} });
  });
}

/** Sends a message again that failed or was cancelled, to the present address. Whether it is still wanted is looked at then. */
export async function sendMessageAgain(context: AppContext, actor: Actor, message: string): Promise<void> {
  await changeMessage(context, actor, message, "send-again", async (scope, found) => {
    const address = await presentAddress(scope, found);
    if (!(await messages.requeue(scope, message, address)))
      throw new InvalidInput({ id: "messages.problem.not-failed", values: {} });
  });
}

async function changeMessage(
  context: AppContext,
  actor: Actor,
  message: string,
  action: "cancel-message" | "send-again",
  change: (scope: Scope, found: OutboxMessage) => Promise<void>,
): Promise<void> {
  permit(actor, "manage-practice", { kind: "practice" });
  await within(context, actor, async (scope) => {
    const found = isIdentifier(message) ? await messages.find(scope, message) : null;
    if (found === null) throw absent();
    await change(scope, found);
    await record(scope, actor, action, `message:${message}`);
  });
}

async function presentAddress(scope: Scope, found: OutboxMessage): Promise<string> {
  if (found.contact !== null) {
    const contact = await contacts.find(scope, found.contact);
    return (contact === null ? null : contactAddress(contact)) ?? found.address;
  }
  if (found.staff === null) return found.address;
  if (found.channel === "sms") return (await staffPhone(scope, found.staff)) ?? found.address;
  return (await staff.find(scope, found.staff))?.email ?? found.address;
}

import { createHash } from "node:crypto";
import type { StaffMessage } from "@concord/messages";
import {
  contacts,
  type MessageChannel,
  type MessageOutcome,
  type MessageProblem,
  messages,
  type OutboxMessage,
  type Scope,
} from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import type { Delivery } from "./delivery.ts";
import { mailServer, senderAddress, setMessageTrouble, smsGateway } from "./message-settings.ts";
import { prepareMessage } from "./prepare-message.ts";
import { maxAttempts, retryDelay } from "./retry.ts";
import { type MailSender, type MailServer, mailConnections, openMailSender } from "./send-mail.ts";
import { type SmsGateway, sendSms } from "./send-sms.ts";

/** For how long a process has a message to itself, in milliseconds. */
const messageLease = 180_000;
/** A message is not begun later than this after it was taken, so that its server has the rest of the lease to answer. */
const latestStart = 90_000;
const batch = 100;

export interface SendingChoices {
  readonly signal?: AbortSignal;
  /** Mail connections that stay open between two rounds; closed by whoever opened them. */
  readonly senders?: MailSenders;
}

/** Open connections by the server that they lead to. */
export interface MailSenders {
  readonly of: (practice: string, server: MailServer) => MailSender;
  readonly close: () => void;
}

export function openMailSenders(context: AppContext): MailSenders {
  const open = new Map<string, { readonly of: string; readonly sender: MailSender }>();
  return {
    of: (practice, server) => {
      const wanted = JSON.stringify(server);
      const found = open.get(practice);
      if (found?.of === wanted) return found.sender;
      found?.sender.close();
      const sender = openMailSender(server, context.messages.patience);
      open.set(practice, { of: wanted, sender });
      return sender;
    },
    close: () => {
      for (const { sender } of open.values()) sender.close();
      open.clear();
    },
  };
}

/**
 * Sends what is due in one practice, and returns how many messages were sent.
 *
 * Each message is sent at least once: one that was being sent when a process ended is sent again, with the same
 * Message-ID or idempotency key. Where a server takes nothing at all, one message is tried and the others wait.
 */
export async function sendWaiting(
  context: AppContext,
  practice: string,
  choices: SendingChoices = {},
): Promise<number> {
  const senders = choices.senders ?? openMailSenders(context);
  try {
    const routes = await inPractice(context, practice, async (scope) =>
      (await messages.isAnyWaiting(scope)) ? routesOf(context, scope, senders) : [],
    );
    let sent = 0;
    for (const route of routes) {
      if ("problem" in route) {
        await inPractice(context, practice, (scope) =>
          setMessageTrouble(scope, route.channel, route.problem),
        );
        continue;
      }
      sent += await sendBy(context, practice, route, choices.signal);
    }
    return sent;
  } finally {
    if (choices.senders === undefined) senders.close();
  }
}

/** A way by which messages of one channel go. */
interface Route {
  readonly channel: MessageChannel;
  readonly send: (
    message: OutboxMessage,
    to: string,
    text: { subject: string; text: string },
  ) => Promise<Delivery>;
}

async function routesOf(
  context: AppContext,
  scope: Scope,
  senders: MailSenders,
): Promise<readonly (Route | { readonly channel: MessageChannel; readonly problem: StaffMessage })[]> {
  const mail = await mailServer(context, scope);
  const sms = await smsGateway(context, scope);
  return [
    ...(mail === null
      ? []
      : "problem" in mail
        ? [{ channel: "email" as const, problem: mail.problem }]
        : [mailRoute(senders.of(scope.practice, mail.server), scope.practice, mail.server)]),
    ...(sms === null
      ? []
      : "problem" in sms
        ? [{ channel: "sms" as const, problem: sms.problem }]
        : [smsRoute(context, scope.practice, sms.gateway)]),
  ];
}

const mailRoute = (sender: MailSender, practice: string, server: MailServer): Route => ({
  channel: "email",
  send: ({ key }, to, { subject, text }) => {
    const host = senderAddress(server.from)?.split("@")[1] ?? "localhost";
    return sender.send({ to, subject, text, messageId: `<${deliveryId(practice, key)}@${host}>` });
  },
});

const smsRoute = (context: AppContext, practice: string, gateway: SmsGateway): Route => ({
  channel: "sms",
  send: ({ key }, to, { text }) =>
    sendSms(gateway, { to, text, id: deliveryId(practice, key) }, context.messages),
});

/** Returns what a receiving server knows a message by: the same for each attempt, and nothing can be read from it. */
function deliveryId(practice: string, key: string): string {
  return createHash("sha256").update(`${practice} ${key}`).digest("hex").slice(0, 40);
}

async function sendBy(
  context: AppContext,
  practice: string,
  route: Route,
  signal: AbortSignal | undefined,
): Promise<number> {
  let sent = 0;
  // One message first: where the server takes nothing, the others are not even tried.
  let count = 1;
  for (;;) {
    if (signal?.aborted === true) return sent;
    const now = context.now().getTime();
    const until = new Date(now + messageLease).toISOString();
    const taken = await inPractice(context, practice, (scope) =>
      messages.take(scope, { until, latest: until, count, channels: [route.channel] }),
    );
    if (taken.length === 0) return sent;
    const waiting = [...taken];
    const takenAt = performance.now();
    let isDown = false;
    const work = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        if (isDown || signal?.aborted === true || performance.now() - takenAt > latestStart) {
          const later = one;
          await inPractice(context, practice, (scope) =>
            messages.settle(scope, later, {
              kind: "again",
              sendAt: later.sendAt,
              problem: later.problem,
              counts: false,
            }),
          );
          continue;
        }
        const outcome = await sendOne(context, practice, route, one);
        if (outcome === "sent") sent += 1;
        if (outcome === "down") isDown = true;
      }
    };
    await Promise.all(Array.from({ length: Math.min(mailConnections, taken.length) }, work));
    if (isDown) return sent;
    count = batch;
  }
}

async function sendOne(
  context: AppContext,
  practice: string,
  route: Route,
  message: OutboxMessage,
): Promise<"sent" | "other" | "down"> {
  const prepared = await inPractice(context, practice, async (scope) => {
    const made = await prepareMessage(context, scope, message);
    if (made.kind === "wait")
      await messages.settle(scope, message, {
        kind: "again",
        sendAt: made.until,
        problem: null,
        counts: false,
      });
    if (made.kind === "cancel")
      await messages.settle(scope, message, { kind: "cancelled", problem: made.problem });
    return made;
  });
  if (prepared.kind !== "send") return "other";
  const delivery = await route.send(message, prepared.to, prepared.text);
  return inPractice(context, practice, async (scope) => {
    const isOurs = await messages.settle(scope, message, outcomeOf(context, message, delivery));
    if (isOurs) await noteDelivery(scope, message, delivery);
    await setMessageTrouble(scope, route.channel, delivery.kind === "down" ? delivery.problem : null);
    return delivery.kind === "sent" ? "sent" : delivery.kind === "down" ? "down" : "other";
  });
}

function outcomeOf(context: AppContext, message: OutboxMessage, delivery: Delivery): MessageOutcome {
  if (delivery.kind === "sent") return delivery;
  if (delivery.kind === "permanent") return { kind: "failed", problem: stored(delivery.problem) };
  const attempts = message.attempts + 1;
  if (attempts >= maxAttempts) return { kind: "failed", problem: stored(delivery.problem) };
  const [chance = 0] = context.secretBytes(1);
  const delay = retryDelay(attempts, message.task !== null, chance / 255);
  const sendAt = new Date(context.now().getTime() + delay).toISOString();
  return { kind: "again", sendAt, problem: stored(delivery.problem), counts: true };
}

/** Reasons of this folder have texts and numbers as values, which can be stored. */
const stored = (problem: StaffMessage) => problem as MessageProblem;

/** An address that is not reached is shown on the client's page; one that is reached again no longer. */
async function noteDelivery(scope: Scope, message: OutboxMessage, delivery: Delivery): Promise<void> {
  if (message.contact === null) return;
  const contact = await contacts.find(scope, message.contact);
  if (contact === null) return;
  if (delivery.kind === "sent" && contact.failingSince !== null)
    await contacts.change(scope, contact.contact, { failingSince: null });
  if (delivery.kind === "permanent" && delivery.isAddress)
    await contacts.change(scope, contact.contact, { failingSince: scope.now() });
}

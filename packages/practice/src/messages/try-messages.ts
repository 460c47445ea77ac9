import { randomUUID } from "node:crypto";
import { type Scope, staff } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { settingsOf } from "../settings.ts";
import { phoneNumber } from "./contact-address.ts";
import type { Delivery } from "./delivery.ts";
import {
  linkAddressOf,
  mailServer,
  messageTimes,
  senderAddress,
  setMessageTrouble,
  smsGateway,
} from "./message-settings.ts";
import { messageText } from "./message-text.ts";
import { openMailSender } from "./send-mail.ts";
import { sendSms } from "./send-sms.ts";

/** What a test came to, and where it was sent. */
export interface MessageTried {
  readonly delivery: Delivery;
  readonly to: string;
}

/** Sends a test mail to the one who asks, at the address of their account, and returns what the server answered. */
export async function tryMail(context: AppContext, actor: Actor): Promise<MessageTried> {
  permit(actor, "manage-practice", { kind: "practice" });
  const { route, to, text } = await within(context, actor, async (scope) => ({
    route: await mailServer(context, scope),
    ...(await testTo(context, scope, actor, "email")),
  }));
  if (route === null) return { delivery: down("messages.problem.no-mail"), to };
  if ("problem" in route) return { delivery: { kind: "down", problem: route.problem }, to };
  const sender = openMailSender(route.server, context.messages.patience);
  try {
    const host = senderAddress(route.server.from)?.split("@")[1] ?? "localhost";
    const delivery = await sender.send({ to, ...text, messageId: `<${randomUUID()}@${host}>` });
    await noteTry(context, actor, "email", delivery);
    return { delivery, to };
  } finally {
    sender.close();
  }
}

/** Sends a test message to a number that is given with it. */
export async function trySms(context: AppContext, actor: Actor, given: string): Promise<MessageTried> {
  permit(actor, "manage-practice", { kind: "practice" });
  const to = phoneNumber(given);
  if (to === null) return { delivery: down("messages.contact.problem.phone"), to: given };
  const { route, text } = await within(context, actor, async (scope) => ({
    route: await smsGateway(context, scope),
    ...(await testTo(context, scope, actor, "sms")),
  }));
  if (route === null) return { delivery: down("messages.problem.no-sms"), to };
  if ("problem" in route) return { delivery: { kind: "down", problem: route.problem }, to };
  const delivery = await sendSms(route.gateway, { to, text: text.text, id: randomUUID() }, context.messages);
  await noteTry(context, actor, "sms", delivery);
  return { delivery, to };
}

const down = (
  id: "messages.problem.no-mail" | "messages.problem.no-sms" | "messages.contact.problem.phone",
): Delivery => ({
  kind: "down",
  problem: { id, values: {} },
});

async function testTo(context: AppContext, scope: Scope, actor: Actor, channel: "email" | "sms") {
  const member = actor.kind === "staff" ? await staff.find(scope, actor.staff) : null;
  if (member === null) throw absent();
  const { language, timeZone } = await settingsOf(scope);
  const text = messageText(
    { template: "test", channel, language: member.language ?? language },
    { link: linkAddressOf(context, await messageTimes(scope)), until: null, address: "formal", timeZone },
  );
  return { to: member.email, text };
}

async function noteTry(
  context: AppContext,
  actor: Actor,
  channel: "email" | "sms",
  delivery: Delivery,
): Promise<void> {
  await within(context, actor, async (scope) => {
    await setMessageTrouble(scope, channel, delivery.kind === "down" ? delivery.problem : null);
    await record(scope, actor, "try-messages", "practice");
  });
}

import {
  clients,
  contacts,
  episodes,
  invitations,
  isIdentifier,
  type MessageProblem,
  type OutboxMessage,
  requests,
  type Scope,
  sittings,
  staff,
  tasks,
} from "@concord/store";
import type { AppContext } from "../app-context.ts";
import { hoursAfter } from "../calendar.ts";
import { measuringRefusal, measuringState } from "../privacy/measuring.ts";
import { settingsOf } from "../settings.ts";
import { hashToken, newToken } from "../token.ts";
import { type CancelReason, cancelReason } from "./cancel-reason.ts";
import { linkAddressOf, messageTimes } from "./message-settings.ts";
import { type MessageText, messageText } from "./message-text.ts";
import { afterQuietHours } from "./quiet-hours.ts";

/** What is to be done with a message that is due: send it, wait, or leave it. */
export type PreparedMessage =
  | { readonly kind: "send"; readonly to: string; readonly text: MessageText }
  | { readonly kind: "wait"; readonly until: string }
  | { readonly kind: "cancel"; readonly problem: MessageProblem };

/**
 * Checks again whether a message is still wanted, and makes its text and its link: the one to whom it goes may have
 * answered, moved or withdrawn their consent since it was asked for.
 */
export async function prepareMessage(
  context: AppContext,
  scope: Scope,
  message: OutboxMessage,
): Promise<PreparedMessage> {
  const settings = await settingsOf(scope);
  const times = await messageTimes(scope);
  const base = linkAddressOf(context, times);
  const { timeZone } = settings;
  const texts = { link: `${base}/sign-in`, until: null, address: "formal" as const, timeZone };
  if (message.template === "test")
    return { kind: "send", to: message.address, text: messageText(message, texts) };
  if (message.staff !== null) {
    const problem = await staffProblem(scope, message);
    if (problem !== null) return cancelled(problem);
    if (message.template === "invitation") return invitation(context, scope, message, base, timeZone);
    return { kind: "send", to: message.address, text: messageText(message, texts) };
  }
  const found = await clientMessage(scope, message);
  if ("problem" in found) return cancelled(found.problem);
  const now = context.now();
  const mayGo = afterQuietHours(now, times.quiet, timeZone);
  if (mayGo > now) return { kind: "wait", until: mayGo.toISOString() };
  if (base === "") return { kind: "wait", until: hoursAfter(now, 1).toISOString() };
  const token = newToken(context);
  await sittings.addLink(scope, found.sitting.sitting, hashToken(token));
  const until = found.sitting.expiresAt;
  return {
    kind: "send",
    to: found.to,
    text: messageText(
      { ...message, language: found.language },
      { ...texts, link: `${base}/f/${token}`, until, address: found.address },
    ),
  };
}

const cancelled = (reason: CancelReason): PreparedMessage => ({
  kind: "cancel",
  problem: cancelReason(reason),
});

async function staffProblem(scope: Scope, message: OutboxMessage): Promise<CancelReason | null> {
  const member = message.staff === null ? null : await staff.find(scope, message.staff);
  if (member === null || !member.active) return "left";
  if (message.template === "invitation") return member.user === null ? null : "joined";
  const task = message.task === null ? null : await tasks.find(scope, message.task);
  return task === null || task.review !== "unreviewed" ? "opened" : null;
}

async function invitation(
  context: AppContext,
  scope: Scope,
  message: OutboxMessage,
  base: string,
  timeZone: string,
): Promise<PreparedMessage> {
  const token = newToken(context);
  const until = hoursAfter(context.now(), 72).toISOString();
  await invitations.put(scope, { tokenHash: hashToken(token), staff: message.staff ?? "", expiresAt: until });
  const texts = { link: `${base}/welcome/${token}`, until, address: "formal" as const, timeZone };
  return { kind: "send", to: message.address, text: messageText(message, texts) };
}

/** The sitting and the contact that a message to a client's side is about, or why it is not to be sent. */
async function clientMessage(scope: Scope, message: OutboxMessage) {
  const sitting =
    message.sitting === null || !isIdentifier(message.sitting)
      ? null
      : await sittings.find(scope, message.sitting);
  if (sitting === null || sitting.withdrawnAt !== null) return { problem: "withdrawn" } as const;
  if (sitting.expiresAt <= scope.now()) return { problem: "expired" } as const;
  const forms = await requests.ofSitting(scope, sitting.sitting);
  if (forms.length === 0) return { problem: "withdrawn" } as const;
  if (forms.every((one) => one.answeredAt !== null)) return { problem: "answered" } as const;
  const episode = await episodes.find(scope, sitting.episode);
  if (episode === null || episode.closedOn !== null) return { problem: "closed" } as const;
  if (measuringRefusal(await measuringState(scope, episode)) !== null)
    return { problem: "not-allowed" } as const;
  const contact = message.contact === null ? null : await contacts.find(scope, message.contact);
  const client = contact === null ? null : await clients.find(scope, contact.client);
  if (contact === null || client === null) return { problem: "removed" } as const;
  if (contact.consentedAt === null || contact.channel === "none") return { problem: "consent" } as const;
  const to = message.channel === "email" ? contact.email : contact.phone;
  if (to === null) return { problem: "address" } as const;
  const address: "formal" | "informal" =
    contact.person === "client" && client.ageBand !== "adult" ? "informal" : "formal";
  return { sitting, to, address, language: contact.language ?? sitting.language };
}

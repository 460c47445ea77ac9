import { type StaffMessage, staffMessages } from "@concord/messages";
import { type Scope, settings } from "@concord/store";
import { type Actor, rolesOf } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";
import { isMailAddress } from "./contact-address.ts";
import { isLoopbackHost } from "./network-address.ts";
import { isTimeOfDay, type QuietHours } from "./quiet-hours.ts";
import { openSecret, sealSecret } from "./seal-secret.ts";
import type { MailServer } from "./send-mail.ts";
import { gatewayAddress, type SmsGateway, smsBody, smsHeaders } from "./send-sms.ts";

/** The practice's mail server as its settings page shows it: never its password. */
export interface MailSettings extends Omit<MailServer, "password"> {
  readonly isOn: boolean;
  readonly hasPassword: boolean;
}

/** The practice's SMS gateway as its settings page shows it: never its secret. */
export interface SmsSettings extends Omit<SmsGateway, "secret"> {
  readonly isOn: boolean;
  readonly hasSecret: boolean;
}

/** When messages go, and where their links begin. */
export interface MessageTimes {
  readonly quiet: QuietHours;
  /** Hours before an appointment at which questionnaires about symptoms and risk are sent; 0 for not. */
  readonly sendBefore: number;
  /** Whether the link of the session rating is sent when an appointment is recorded as held. */
  readonly sendAfter: boolean;
  /** Reminders before a session, in hours. */
  readonly before: readonly number[];
  /** A reminder after a questionnaire was not answered, in hours; 0 for none. */
  readonly after: number;
  /** Where links begin; empty for the address at which Concord is served. */
  readonly address: string;
  /** Minutes until an unopened safety answer is told to the person on call, and to the supervisors. */
  readonly onCallAfter: number;
  readonly supervisorsAfter: number;
}

export interface MessageSettings {
  readonly mail: MailSettings;
  readonly sms: SmsSettings;
  readonly times: MessageTimes;
  /** Where links begin at present. */
  readonly linkAddress: string;
  /** Whether a phone can open them: not where they lead to this machine alone. */
  readonly isReachable: boolean;
  readonly maySaveSecrets: boolean;
}

const noMail: MailSettings = {
  isOn: false,
  host: "",
  port: 587,
  security: "starttls",
  user: "",
  hasPassword: false,
  from: "",
  replyTo: "",
};

const noSms: SmsSettings = {
  isOn: false,
  address: "",
  format: "json",
  body: '{"to": "{to}", "text": "{text}"}',
  headers: "Authorization: Bearer {secret}",
  hasSecret: false,
};

const defaultTimes: MessageTimes = {
  quiet: { from: "20:00", to: "08:00" },
  sendBefore: 24,
  sendAfter: true,
  before: [48, 2],
  after: 24,
  address: "",
  onCallAfter: 60,
  supervisorsAfter: 180,
};

export async function readMessageSettings(context: AppContext, actor: Actor): Promise<MessageSettings> {
  permit(actor, "manage-practice", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const mail = await keptMail(scope);
    const sms = await keptSms(scope);
    const times = await messageTimes(scope);
    const linkAddress = linkAddressOf(context, times);
    return {
      mail: { ...mail.shown, hasPassword: mail.sealed !== "" },
      sms: { ...sms.shown, hasSecret: sms.sealed !== "" },
      times,
      linkAddress,
      isReachable: URL.canParse(linkAddress) && !isLoopbackHost(new URL(linkAddress).hostname),
      maySaveSecrets: context.messages.key !== null,
    };
  });
}

/** Returns where links in messages begin: no slash at the end. */
export function linkAddressOf(context: AppContext, { address }: Pick<MessageTimes, "address">): string {
  return (address === "" ? context.messages.publicUrl : address).replace(/\/+$/, "");
}

/** A secret that is left empty stays as it is, unless the server changes: a password is sent to no other server. */
export interface MailGiven extends Omit<MailServer, "password"> {
  readonly isOn: boolean;
  readonly password: string;
}

/** Saves where mail is sent. Throws `InvalidInput` naming the field that cannot be used. */
export async function changeMail(context: AppContext, actor: Actor, given: MailGiven): Promise<void> {
  permit(actor, "manage-practice", { kind: "practice" });
  const server = {
    isOn: given.isOn,
    host: given.host.trim().toLowerCase(),
    port: given.port,
    security: given.security,
    user: given.user.trim(),
    from: given.from.trim(),
    replyTo: given.replyTo.trim(),
  };
  const isUsed = server.isOn || server.host !== "";
  if (isUsed && !/^[a-z0-9]([a-z0-9.:_-]{0,251}[a-z0-9])?$/.test(server.host) && server.host !== "::1")
    throw invalid({ id: "messages.mail.problem.host", values: {} }, "host");
  if (!Number.isInteger(server.port) || server.port < 1 || server.port > 65_535)
    throw invalid({ id: "messages.mail.problem.port", values: {} }, "port");
  if (isUsed && server.security === "none" && !isLoopbackHost(server.host))
    throw invalid({ id: "messages.mail.problem.security", values: {} }, "security");
  if ((isUsed || server.from !== "") && senderAddress(server.from) === null)
    throw invalid({ id: "messages.mail.problem.from", values: {} }, "from");
  if (server.replyTo !== "" && !isMailAddress(server.replyTo))
    throw invalid({ id: "messages.mail.problem.reply-to", values: {} }, "replyTo");
  if (given.user.length > 200 || given.password.length > 500)
    throw invalid({ id: "messages.mail.problem.password-length", values: {} }, "password");
  await within(context, actor, async (scope) => {
    const before = await keptMail(scope);
    const isSame = before.shown.host === server.host && before.shown.user === server.user;
    const sealed = newSecret(context, use(scope, "mail"), given.password, isSame ? before.sealed : "");
    await settings.put(scope, "mail", { ...server, sealed });
    await settings.put(scope, "message-trouble-email", "");
    await record(scope, actor, "change-messages mail", "practice");
  });
}

export interface SmsGiven extends Omit<SmsGateway, "secret"> {
  readonly isOn: boolean;
  readonly secret: string;
}

/** Saves where text messages are sent. Throws `InvalidInput` naming the field that cannot be used. */
export async function changeSms(context: AppContext, actor: Actor, given: SmsGiven): Promise<void> {
  permit(actor, "manage-practice", { kind: "practice" });
  const gateway = {
    isOn: given.isOn,
    address: given.address.trim(),
    format: given.format,
    body: given.body.trim(),
    headers: given.headers.trim(),
  };
  const isUsed = gateway.isOn || gateway.address !== "";
  if (isUsed) {
    const at = gatewayAddress(gateway.address, context.messages.hosts);
    if (at.kind === "refused") throw invalid(at.message, "address");
    if (gateway.address.length > 500)
      throw invalid({ id: "messages.sms.problem.address", values: {} }, "address");
  }
  if ((isUsed || gateway.body !== "") && !isBody(gateway))
    throw invalid({ id: "messages.sms.problem.body", values: { to: "{to}", text: "{text}" } }, "body");
  if (gateway.headers.length > 2000 || smsHeaders(gateway, "") === null)
    throw invalid({ id: "messages.sms.problem.headers", values: {} }, "headers");
  if (given.secret.length > 500 || !/^[\x20-\x7e]*$/.test(given.secret))
    throw invalid({ id: "messages.sms.problem.secret", values: {} }, "secret");
  await within(context, actor, async (scope) => {
    const before = await keptSms(scope);
    const isSame = hostOf(before.shown.address) === hostOf(gateway.address);
    const sealed = newSecret(context, use(scope, "sms"), given.secret, isSame ? before.sealed : "");
    await settings.put(scope, "sms", { ...gateway, sealed });
    await settings.put(scope, "message-trouble-sms", "");
    await record(scope, actor, "change-messages sms", "practice");
  });
}

/** Saves when messages go. Throws `InvalidInput` naming the field that cannot be used. */
export async function changeMessageTimes(
  context: AppContext,
  actor: Actor,
  given: MessageTimes,
): Promise<void> {
  permit(actor, "manage-practice", { kind: "practice" });
  for (const [field, time] of [
    ["quietFrom", given.quiet.from],
    ["quietTo", given.quiet.to],
  ] as const)
    if (!isTimeOfDay(time)) throw invalid({ id: "messages.times.problem.time", values: {} }, field);
  const hours = [...new Set(given.before)].toSorted((a, b) => b - a);
  if (hours.length > 4 || hours.some((one) => !isWithin(one, 1, 336)))
    throw invalid({ id: "messages.times.problem.before", values: {} }, "before");
  if (!isWithin(given.sendBefore, 0, 336))
    throw invalid({ id: "messages.times.problem.after", values: {} }, "sendBefore");
  if (!isWithin(given.after, 0, 336))
    throw invalid({ id: "messages.times.problem.after", values: {} }, "after");
  for (const field of ["onCallAfter", "supervisorsAfter"] as const)
    if (!isWithin(given[field], 0, 2880))
      throw invalid({ id: "messages.times.problem.minutes", values: {} }, field);
  if (given.supervisorsAfter < given.onCallAfter)
    throw invalid({ id: "messages.times.problem.order", values: {} }, "supervisorsAfter");
  const address = given.address.trim();
  if (address !== "" && !isPublicAddress(address))
    throw invalid({ id: "messages.times.problem.address", values: {} }, "address");
  await within(context, actor, async (scope) => {
    await settings.put(scope, "message-times", { ...given, before: hours, address });
    await record(scope, actor, "change-messages times", "practice");
  });
}

/** Returns the mail server for sending; null where mail is off, and the reason where its password cannot be read. */
export async function mailServer(
  context: AppContext,
  scope: Scope,
): Promise<{ readonly server: MailServer } | { readonly problem: StaffMessage } | null> {
  const { shown, sealed } = await keptMail(scope);
  if (!shown.isOn) return null;
  const password = sealed === "" ? "" : openSecret(context, use(scope, "mail"), sealed);
  if (password === null) return { problem: { id: "messages.failure.secret-lost", values: {} } };
  return { server: { ...shown, password } };
}

/** The same for text messages. */
export async function smsGateway(
  context: AppContext,
  scope: Scope,
): Promise<{ readonly gateway: SmsGateway } | { readonly problem: StaffMessage } | null> {
  const { shown, sealed } = await keptSms(scope);
  if (!shown.isOn) return null;
  const secret = sealed === "" ? "" : openSecret(context, use(scope, "sms"), sealed);
  if (secret === null) return { problem: { id: "messages.failure.secret-lost", values: {} } };
  return { gateway: { ...shown, secret } };
}

/** Returns when messages go. */
export async function messageTimes(scope: Scope): Promise<MessageTimes> {
  const kept = await settings.get(scope, "message-times");
  return typeof kept === "object" && kept !== null ? { ...defaultTimes, ...kept } : defaultTimes;
}

/** The part of a sender between the angle brackets, or all of it: `Hill Practice <office@hill.example>`. */
export function senderAddress(from: string): string | null {
  if (/[\r\n]/.test(from) || from.length > 320) return null;
  const address = /^[^<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from;
  return isMailAddress(address) ? address : null;
}

const invalid = (message: StaffMessage, field: string) => new InvalidInput(message, field);
const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address);
const use = (scope: Scope, channel: "mail" | "sms") => `${scope.practice} ${channel}`;

function newSecret(context: AppContext, purpose: string, given: string, before: string): string {
  if (given === "") return before;
  const sealed = sealSecret(context, purpose, given);
  if (sealed === null) throw invalid({ id: "messages.mail.problem.no-key", values: {} }, "password");
  return sealed;
}

function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address) || address.length > 300) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(address);
  return (
    (protocol === "https:" || protocol === "http:") &&
    `${username}${password}${search}${hash}` === "" &&
    pathname === "/"
  );
}

/** A body that can be read once its values are in, and that has the number and the text in it. */
function isBody({ body, format }: Pick<SmsGateway, "body" | "format">): boolean {
  if (body.length > 5000 || !body.includes("{to}") || !body.includes("{text}")) return false;
  if (format === "form") return /^[\x21-\x7e]+$/.test(body);
  try {
    JSON.parse(smsBody({ body, format }, { to: "+49 1", text: 'a "line"\nb', id: "1" }));
    return true;
  } catch {
    return false;
  }
}

interface Kept<Shown> {
  readonly shown: Shown;
  readonly sealed: string;
}

async function keptMail(scope: Scope): Promise<Kept<Omit<MailSettings, "hasPassword">>> {
  const { hasPassword: _, ...none } = noMail;
  return keptOf(await settings.get(scope, "mail"), none);
}

async function keptSms(scope: Scope): Promise<Kept<Omit<SmsSettings, "hasSecret">>> {
  const { hasSecret: _, ...none } = noSms;
  return keptOf(await settings.get(scope, "sms"), none);
}

function keptOf<Shown extends object>(value: unknown, none: Shown): Kept<Shown> {
  if (typeof value !== "object" || value === null) return { shown: none, sealed: "" };
  const { sealed = "", ...kept } = value as Partial<Shown> & { readonly sealed?: string };
  return { shown: { ...none, ...kept } as Shown, sealed };
}

/** Why nothing gets through at present, by channel. */
export interface MessageTrouble {
  readonly channel: "email" | "sms";
  readonly since: string;
  readonly problem: StaffMessage;
}

/** Returns the channels by which nothing gets through at present, with the reason and since when. */
export async function messageTroubles(scope: Scope): Promise<readonly MessageTrouble[]> {
  const found: MessageTrouble[] = [];
  for (const channel of ["email", "sms"] as const) {
    const kept = await settings.get(scope, `message-trouble-${channel}`);
    if (typeof kept === "object" && kept !== null)
      found.push({ channel, ...(kept as Omit<MessageTrouble, "channel">) });
  }
  return found;
}

/** Writes that nothing gets through, or that messages get through again; says whether that is new. */
export async function setMessageTrouble(
  scope: Scope,
  channel: MessageTrouble["channel"],
  problem: StaffMessage | null,
): Promise<boolean> {
  const before = (await messageTroubles(scope)).find((one) => one.channel === channel) ?? null;
  if (problem === null) {
    if (before !== null) await settings.put(scope, `message-trouble-${channel}`, "");
    return before !== null;
  }
  if (before !== null && JSON.stringify(before.problem) === JSON.stringify(problem)) return false;
  await settings.put(scope, `message-trouble-${channel}`, { since: before?.since ?? scope.now(), problem });
  return before === null;
}

/** Returns, for those who run the practice, why nothing gets through at present. */
export async function readMessageTroubles(
  context: AppContext,
  actor: Actor,
): Promise<readonly MessageTrouble[]> {
  permit(actor, "manage-practice", { kind: "practice" });
  return within(context, actor, messageTroubles);
}

/** Returns for every page of an administrator by which channels nothing gets through; for others none. */
export async function currentMessageTroubles(
  context: AppContext,
  actor: Actor,
): Promise<readonly Pick<MessageTrouble, "channel" | "since">[]> {
  if (!rolesOf(actor).includes("administrator")) return [];
  const troubles = await within(context, actor, messageTroubles);
  return troubles.map(({ channel, since }) => ({ channel, since }));
}

/** A stored reason as a message of this version. */
export const storedProblem = (problem: { readonly id: string; readonly values: object }): StaffMessage => {
  const message = problem as StaffMessage;
  try {
    staffMessages("en").of(message);
    return message;
  } catch {
    return { id: "messages.failure.other", values: {} };
  }
};

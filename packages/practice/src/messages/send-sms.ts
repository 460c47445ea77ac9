import { lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { StaffMessage } from "@concord/messages";
import { answerText, type Delivery } from "./delivery.ts";
import { isLoopbackHost, isPrivateAddress } from "./network-address.ts";

/** An SMS gateway, ready for use. */
export interface SmsGateway {
  readonly address: string;
  readonly format: "json" | "form";
  /** What is sent, with {to}, {text} and {id} in place of what differs. */
  readonly body: string;
  /** One to a line, "Name: value"; {secret} and {basic} (the secret in Base64) are put in. */
  readonly headers: string;
  readonly secret: string;
}

export interface Sms {
  readonly to: string;
  readonly text: string;
  /** The same for each attempt: sent as `Idempotency-Key`. */
  readonly id: string;
}

export type GatewayAddress =
  | { readonly kind: "allowed"; readonly url: URL; readonly isOwn: boolean }
  | { readonly kind: "refused"; readonly message: StaffMessage };

/**
 * Reads the address of a gateway: https on the internet; http only on this machine or at a host that whoever runs the
 * machine has named, and nothing else of the practice's own network.
 */
export function gatewayAddress(given: string, hosts: readonly string[]): GatewayAddress {
  const refused = (message: StaffMessage): GatewayAddress => ({ kind: "refused", message });
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.hostname === "")
    return refused({ id: "messages.sms.problem.address", values: {} });
  if (url.username !== "" || url.password !== "")
    return refused({ id: "messages.sms.problem.credentials", values: {} });
  url.hash = "";
  const isNamed = hosts.some((host) => [url.host, url.hostname].includes(host.trim().toLowerCase()));
  const isOwn = isLoopbackHost(url.hostname) || isNamed;
  if (isOwn) return { kind: "allowed", url, isOwn };
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) !== 0 && isPrivateAddress(bare))
    return refused({ id: "messages.sms.problem.private", values: { host: url.host } });
  if (url.protocol !== "https:")
    return refused({ id: "messages.sms.problem.https", values: { host: url.host } });
  return { kind: "allowed", url, isOwn };
}

const mostBytes = 100_000;

/** Sends one message through a gateway and waits for its answer; a redirect is not followed. */
export async function sendSms(
  gateway: SmsGateway,
  sms: Sms,
  access: { readonly hosts: readonly string[]; readonly patience: number },
): Promise<Delivery> {
  const at = gatewayAddress(gateway.address, access.hosts);
  if (at.kind === "refused") return { kind: "down", problem: at.message };
  const { host } = at.url;
  try {
    const { status, body } = await post(at, gateway, sms, access.patience);
    const answer = answerText(`${status} ${body}`, sms.to);
    if (status >= 200 && status < 300) return { kind: "sent" };
    if (status >= 300 && status < 400)
      return { kind: "down", problem: { id: "messages.failure.sms.redirect", values: { host } } };
    if (status === 408 || status === 425 || status === 429 || status >= 500)
      return { kind: "temporary", problem: { id: "messages.failure.sms.later", values: { host, answer } } };
    if (status === 401 || status === 403)
      return { kind: "down", problem: { id: "messages.failure.sms.secret", values: { host, answer } } };
    if (status === 404 || status === 405)
      return { kind: "down", problem: { id: "messages.failure.sms.address", values: { host, answer } } };
    return {
      kind: "permanent",
      isAddress: true,
      problem: { id: "messages.failure.sms.refused", values: { host, answer } },
    };
  } catch (error) {
    return { kind: "down", problem: faultMessage(error, host, access.patience) };
  }
}

/** Returns the body with its values put in, each written as the format asks for. */
export function smsBody({ body, format }: Pick<SmsGateway, "body" | "format">, sms: Sms): string {
  const values: Readonly<Record<string, string>> = { to: sms.to, text: sms.text, id: sms.id };
  return body.replace(/\{(to|text|id)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return format === "json" ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value);
  });
}

/** Returns the headers by name; null where a line is none. */
export function smsHeaders(
  { headers }: Pick<SmsGateway, "headers">,
  secret: string,
): Readonly<Record<string, string>> | null {
  const found: Record<string, string> = {};
  for (const line of headers.split(/\r?\n/).filter((one) => one.trim() !== "")) {
    const [, name, value] = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*([\x20-\x7e]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return null;
    if (/^(host|content-length|transfer-encoding|connection)$/i.test(name)) return null;
    found[name] = value
      .trim()
      .replaceAll("{secret}", secret)
      .replaceAll("{basic}", Buffer.from(secret).toString("base64"));
  }
  return found;
}

function post(
  at: Extract<GatewayAddress, { kind: "allowed" }>,
  gateway: SmsGateway,
  sms: Sms,
  patience: number,
): Promise<{ readonly status: number; readonly body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const open = at.url.protocol === "https:" ? requestHttps : requestHttp;
  const asked = open(at.url, {
    method: "POST",
    signal: AbortSignal.timeout(patience),
    lookup: at.isOwn ? undefined : publicLookup,
    headers: {
      "Content-Type": gateway.format === "json" ? "application/json" : "application/x-www-form-urlencoded",
      Accept: "application/json, text/plain",
      "Idempotency-Key": sms.id,
      ...smsHeaders(gateway, gateway.secret),
    },
  });
  asked.on("error", reject);
  asked.on("response", (response) => {
    textOf(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
  });
  asked.end(smsBody(gateway, sms));
  return promise;
}

/** A name that leads into the practice's own network is not followed there. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const refused = addresses.some(({ address }) => isPrivateAddress(address));
    if (refused) return done(Object.assign(new Error("private address"), { code: "EPRIVATE" }), []);
    if (options.all === true) return done(null, addresses);
    const [first] = addresses;
    return done(null, first?.address ?? "", first?.family);
  });
};

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) break;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function faultMessage(error: unknown, host: string, patience: number): StaffMessage {
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (name === "TimeoutError" || code === "ABORT_ERR" || code === "23")
    return { id: "messages.failure.sms.time", values: { host, seconds: Math.round(patience / 1000) } };
  if (code === "ECONNREFUSED") return { id: "messages.failure.sms.no-server", values: { host } };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { id: "messages.failure.sms.not-found", values: { host } };
  if (code === "EPRIVATE") return { id: "messages.sms.problem.private", values: { host } };
  return { id: "messages.failure.sms.lost", values: { host, reason: code === "" ? name : code } };
}

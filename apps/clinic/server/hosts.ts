import { hostname, networkInterfaces } from "node:os";
import type { RequestHandler } from "express";
import { answerPlainly } from "./plain-answer.ts";

/** Where people may reach this clinic: names with ports, as browsers send them in `Host`. */
export type Hosts = ReadonlySet<string>;

/**
 * Returns the hosts a clinic answers for: its public address, the address it listens on and, with the same port,
 * this machine's own names. A page elsewhere that points its name at this machine (DNS rebinding) is none of
 * them.
 */
export function hostsOf(given: {
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  /** Further names, e.g. those of a proxy or a container. */
  readonly also?: readonly string[];
}): Hosts {
  const { port } = given;
  // On every interface: under the addresses and the name of this machine. None of them can be pointed elsewhere.
  const isEverywhere = given.host === "0.0.0.0" || given.host === "::";
  const listened = isEverywhere ? ownNames() : [literal(given.host)];
  const local = ["127.0.0.1", "localhost", "[::1]", ...listened].map((name) => `${name}:${port}`);
  const open = new URL(given.publicUrl).host;
  return new Set([...local, open, ...(given.also ?? [])].map(withoutUsualPort));
}

function ownNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return [hostname(), `${hostname()}.local`, ...addresses.map(({ address }) => literal(address))];
}

const literal = (host: string) => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);

/** Browsers leave the usual port out; whatever it is of, 80 and 443 are the same as none. */
const withoutUsualPort = (host: string) => host.toLowerCase().replace(/:(80|443)$/, "");

/**
 * Answers only requests for one of these hosts. 400: there is no host, or it is none. 421: it is not ours (RFC
 * 9110, 15.5.20).
 */
export function onlyHosts(hosts: Hosts): RequestHandler {
  return (request, response, next) => {
    const { host } = request.headers;
    const sent = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name));
    if (host === undefined || sent.length > 1 || !wellFormed.test(host))
      return answerPlainly(request, response, 400, "server.answer.no-host");
    if (!hosts.has(withoutUsualPort(host)))
      return answerPlainly(request, response, 421, "server.answer.other-host");
    next();
  };
}

/** A name, an IPv4 address or an IPv6 address in brackets, with a port or without. */
const wellFormed = /^([A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/;

/** Pages are read and forms are sent; whatever else there is in HTTP is answered here, before a body is read. */
export function onlyMethods(allowed: readonly string[] = ["GET", "HEAD", "POST"]): RequestHandler {
  return (request, response, next) => {
    if (allowed.includes(request.method)) return next();
    response.set("Allow", allowed.join(", "));
    answerPlainly(request, response, 405, "server.answer.method");
  };
}

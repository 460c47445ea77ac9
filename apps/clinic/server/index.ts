import "./production.ts";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createContext, defaultMessageAccess, type ModelAccess, messageKey } from "@concord/practice";
import type { Store } from "@concord/store";
import { appOf } from "./app.ts";
import { type Bundle, loadBundle } from "./bundle.ts";
import type { Clinic } from "./clinic.ts";
import { demoOf } from "./demo.ts";
import { hostsOf } from "./hosts.ts";
import { limit } from "./limits.ts";
import { livePages } from "./live-pages.ts";
import { openAccounts } from "./open-accounts.ts";
import { secretFor } from "./secret.ts";
import { visitorBehind } from "./visitor.ts";

export { resetMinutes } from "./auth.ts";
export { openAccounts } from "./open-accounts.ts";
export { secretFor } from "./secret.ts";
export { loadBundle };

export interface ServeChoices {
  readonly store: Store;
  /** The pages, where the caller began to compile them while the store was opening. */
  readonly bundle?: Promise<Bundle>;
  /** Serves the pages as their sources are now instead of compiled: for whoever works on them. */
  readonly live?: boolean;
  /** 127.0.0.1 unless given: nobody else's network without being asked. */
  readonly host?: string;
  /** Any free port if 0 or absent. */
  readonly port?: number;
  /** Where people reach it, e.g. `https://concord.example`, if that is not host and port. */
  readonly publicUrl?: string;
  /** Lets anyone in as the staff of simulated practices. */
  readonly demo?: boolean;
  /** Signs sessions and seals second factors; at least 32 characters. Kept in the data folder if absent. */
  readonly secret?: string;
  /** Proxies of ours in front whose word on the caller's address is believed. */
  readonly proxies?: number;
  readonly log?: (line: string) => void;
  readonly now?: () => Date;
  /** Where practices may have a language model; this machine alone unless given. */
  readonly models?: ModelAccess;
  /** Hosts of SMS gateways in the practice's own network that settings may name. */
  readonly messageHosts?: readonly string[];
  /** Where backups are written; a folder next to the data unless given. */
  readonly backupFolder?: string;
  /** Further names that this clinic answers under: `Host` as browsers send it. */
  readonly hosts?: readonly string[];
}

export interface Served {
  readonly url: string;
  readonly clinic: Clinic;
  readonly close: () => Promise<void>;
}

/** Opens the clinic's doors on a store, and comes back when they are open. The store stays the caller's. */
export async function serveClinic(choices: ServeChoices): Promise<Served> {
  const { store } = choices;
  const isLive = choices.live === true;
  const bundle = isLive ? null : await (choices.bundle ?? loadBundle());
  const host = choices.host ?? "127.0.0.1";
  // A proxy in front keeps its connections open for a minute; one that is closed under a request is answered with 502.
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(choices.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const pages = bundle ?? (await livePages(server));
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  const url = `http://${shown}:${port}`;
  const publicUrl = (choices.publicUrl ?? url).replace(/\/+$/, "");

  const secret = choices.secret ?? (await secretFor(store.place));
  const appContext = createContext(store, {
    ...(choices.now !== undefined && { now: choices.now }),
    ...(choices.models !== undefined && { models: choices.models }),
    messages: {
      ...defaultMessageAccess,
      key: messageKey(secret),
      publicUrl,
      hosts: choices.messageHosts ?? [],
    },
    ...(choices.backupFolder !== undefined && { backupFolder: choices.backupFolder }),
  });
  const https = publicUrl.startsWith("https:");
  const { accounts, database } = openAccounts(store, secret, https);
  const clinic: Clinic = {
    appContext,
    accounts,
    demo: choices.demo === true ? demoOf(appContext, accounts) : null,
    publicUrl,
    isEmpty: async () => (await store.outside.practices()).length === 0,
    isLive,
    limits: { unknownLinks: limit(database, "unknown-links", 20, 10 * 60) },
  };
  const app = appOf({
    clinic,
    pages,
    visitor: (request) => visitorBehind(appContext, accounts, request),
    proxies: choices.proxies ?? 0,
    hosts: hostsOf({ publicUrl, host, port, also: choices.hosts ?? [] }),
    log: choices.log ?? null,
  });
  server.on("request", app);
  return {
    url,
    clinic,
    close: async () => {
      if ("close" in pages) await pages.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      });
    },
  };
}

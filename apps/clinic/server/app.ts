import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { bodyLimit, bodyLimits, declaredLength } from "./body-limit.ts";
import type { Bundle } from "./bundle.ts";
import type { Clinic } from "./clinic.ts";
import {
  accessContext,
  addressContext,
  bodyOverContext,
  clinicContext,
  nonceContext,
  troubleContext,
  viewerContext,
  visitorContext,
} from "./context.ts";
import { health, isDatabaseDown, retryAfter } from "./database-down.ts";
import { serveFiles } from "./files.ts";
import { guardedPages } from "./guarded-pages.ts";
import { noStore, securityHeaders } from "./headers.ts";
import { type Hosts, onlyHosts, onlyMethods } from "./hosts.ts";
import type { LivePages } from "./live-pages.ts";
import { answerPlainly } from "./plain-answer.ts";
import { requestLog } from "./request-log.ts";
import { type Access, routeTable } from "./route-table.ts";
import { sameSite } from "./same-site.ts";
import { isUnreadable, onlyForms } from "./unreadable.ts";
import { viewerBehind } from "./viewer.ts";
import type { Visitor } from "./visitor.ts";

export interface AppChoices {
  readonly clinic: Clinic;
  /** Compiled, or as their sources are now. */
  readonly pages: Bundle | LivePages;
  readonly visitor: (request: globalThis.Request) => Promise<Visitor | null>;
  /** How many proxies of ours are in front; their `X-Forwarded-For` is then believed. */
  readonly proxies: number;
  /** The names this clinic answers under. */
  readonly hosts: Hosts;
  readonly log: ((line: string) => void) | null;
}

/** HTTP, from the outside in: log, headers, host and method, files, then what may change something, then the pages. */
export function appOf({ clinic, pages, visitor, proxies, hosts, log }: AppChoices): Express {
  const isLive = typeof pages.pages === "function";
  const current = () => (typeof pages.pages === "function" ? pages.pages() : pages.pages);
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", proxies);
  if (log !== null) app.use(requestLog(log));
  app.use(...securityHeaders({ https: clinic.publicUrl.startsWith("https:"), live: isLive }));
  // Before the hosts: a supervisor on this machine or in the network asks by whatever name it has.
  app.get("/healthz", health(clinic.appContext.store.outside.ping));
  app.use(onlyHosts(hosts));
  app.use(onlyMethods());
  app.use(wellFormedPath);
  app.use(typeof pages.files === "function" ? pages.files : serveFiles(pages.files));
  app.use(compression());
  app.use(noStore());
  app.use(sameSite());
  app.use(declaredLength());
  app.use(async (_request, response, next) => {
    response.locals.prepared = prepared(await current());
    next();
  });
  app.use(bodyLimit());
  app.use(onlyForms());
  const answer = createRequestHandler({
    build: isLive
      ? async () => prepared(await current()).guarded
      : prepared(pages.pages as ServerBuild).guarded,
    mode: isLive ? "development" : "production",
    getLoadContext: async (request, response) => {
      const context = new RouterContextProvider();
      context.set(clinicContext, clinic);
      context.set(accessContext, response.locals.prepared.accessOf);
      context.set(nonceContext, String(response.locals.nonce));
      context.set(addressContext, request.ip ?? "");
      context.set(bodyOverContext, response.locals.bodyOver ?? null);
      context.set(troubleContext, response.locals.trouble);
      const cookies = cookiesOnly(request.headers.cookie);
      const found = once(() => visitor(cookies));
      context.set(visitorContext, found);
      const headers = new Headers({
        cookie: request.headers.cookie ?? "",
        "accept-language": request.headers["accept-language"] ?? "",
      });
      // Where it cannot be found out who asks, the page says so itself: in the language of the device.
      context.set(viewerContext, viewerBehind(headers, await found().catch(() => null)));
      return context;
    },
  });
  app.use(withTrouble, answer);
  app.use(lastWord);
  return app;
}

/** The pages of one build, and what their modules say of themselves. */
interface Prepared {
  readonly guarded: ServerBuild;
  readonly accessOf: (pattern: string) => Access | null;
  readonly limitOf: (path: string) => number;
}

const known = new WeakMap<ServerBuild, Prepared>();

function prepared(build: ServerBuild): Prepared {
  const before = known.get(build);
  if (before !== undefined) return before;
  const access = new Map(routeTable(build).map((route) => [route.pattern, route.access]));
  const made = {
    guarded: guardedPages(build),
    accessOf: (pattern: string) => access.get(pattern) ?? null,
    limitOf: bodyLimits(build),
  };
  known.set(build, made);
  return made;
}

/**
 * The router reads an address once more; what it could not decode is nobody's page, and no name in an address
 * holds a zero character.
 */
const wellFormedPath: RequestHandler = (request, response, next) => {
  if (isText(request.path)) return next();
  answerPlainly(request, response, 400, "server.answer.address");
};

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\u0000");
  } catch {
    return false;
  }
}

/**
 * While the database is down every answer of the pages says so, whatever the router made of the error; and what
 * cannot be read is no error of ours.
 */
const withTrouble: RequestHandler = (_request, response, next) => {
  const trouble = { databaseDown: false, unreadable: false, held: null };
  response.locals.trouble = trouble;
  const statusOf = () => (trouble.databaseDown ? 503 : trouble.unreadable ? 400 : 500);
  const write = response.writeHead;
  response.writeHead = function writeHead(...given: unknown[]) {
    if (given[0] === 500) {
      given[0] = statusOf();
      response.statusCode = statusOf();
    }
    if (trouble.databaseDown && !response.headersSent) response.setHeader("Retry-After", String(retryAfter));
    return Reflect.apply(write, response, given);
  };
  const { end } = response;
  response.end = function ended(...given: unknown[]) {
    if (response.statusCode === 500 && !response.headersSent) response.statusCode = statusOf();
    return Reflect.apply(end, response, given);
  };
  next();
};

/** What went wrong outside the pages: whoever runs Concord is told what, the visitor that. */
const lastWord: ErrorRequestHandler = (error, request, response, _next) => {
  if (isDatabaseDown(error)) {
    if (response.headersSent) return void response.destroy();
    response.set("Retry-After", String(retryAfter));
    return answerPlainly(request, response, 503, "server.answer.database");
  }
  if (isUnreadable(error) && !response.headersSent)
    return answerPlainly(request, response, 400, "server.answer.unreadable");
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (response.headersSent) return void response.destroy();
  answerPlainly(request, response, 500, "server.answer.failed");
};

function cookiesOnly(cookie: string | undefined): globalThis.Request {
  return new Request("http://concord.internal/", { headers: cookie === undefined ? {} : { cookie } });
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

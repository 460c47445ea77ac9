import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import { RouterContextProvider } from "react-router";
import { bodyLimit } from "./body-limit.ts";
import type { Bundle } from "./bundle.ts";
import type { Clinic } from "./clinic.ts";
import { addressContext, clinicContext, nonceContext, visitorContext } from "./context.ts";
import { serveFiles } from "./files.ts";
import { keepNothing, securityHeaders } from "./headers.ts";
import { requestLog } from "./request-log.ts";
import { sameSite } from "./same-site.ts";
import type { Visitor } from "./visitor.ts";

export interface AppChoices {
  readonly clinic: Clinic;
  readonly bundle: Bundle;
  readonly visitor: (request: globalThis.Request) => Promise<Visitor | null>;
  /** How many proxies of ours stand in front; their `X-Forwarded-For` is then believed. */
  readonly proxies: number;
  readonly log: ((line: string) => void) | null;
}

/** HTTP, from the outside in: log, headers, files, then what may change something, then the pages. */
export function appOf({ clinic, bundle, visitor, proxies, log }: AppChoices): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", proxies);
  if (log !== null) app.use(requestLog(log));
  app.use(securityHeaders({ https: clinic.publicUrl.startsWith("https:") }));
  app.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  app.use(serveFiles(bundle.files));
  app.use(compression());
  app.use(keepNothing());
  app.use(sameSite());
  app.use(bodyLimit());
  app.use(
    createRequestHandler({
      build: bundle.pages,
      mode: "production",
      getLoadContext: (request, response) => {
        const context = new RouterContextProvider();
        context.set(clinicContext, clinic);
        context.set(nonceContext, String(response.locals.nonce));
        context.set(addressContext, request.ip ?? "");
        context.set(
          visitorContext,
          once(() => visitor(cookiesOnly(request.headers.cookie))),
        );
        return context;
      },
    }),
  );
  app.use(lastWord);
  return app;
}

/** What went wrong outside the pages: the house is told what, the visitor that. */
const lastWord: ErrorRequestHandler = (error, _request, response, _next) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (response.headersSent) return void response.destroy();
  response.status(500).type("text").send("Something went wrong on our side. Please try again.\n");
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

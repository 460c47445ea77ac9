import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type Express } from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { bodyLimit } from "./body-limit.ts";
import { clientFolder } from "./bundle.ts";
import type { Clinic } from "./clinic.ts";
import { addressContext, clinicContext, nonceContext, visitorContext } from "./context.ts";
import { keepNothing, securityHeaders } from "./headers.ts";
import { requestLog } from "./request-log.ts";
import { sameSite } from "./same-site.ts";
import type { Visitor } from "./visitor.ts";

export interface AppChoices {
  readonly clinic: Clinic;
  readonly bundle: ServerBuild;
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
  app.use(compression());
  app.use(
    "/assets",
    express.static(`${clientFolder}/assets`, {
      immutable: true,
      maxAge: "1y",
      index: false,
      fallthrough: false,
    }),
  );
  app.use(express.static(clientFolder, { index: false, maxAge: "1h" }));
  app.use(keepNothing());
  app.use(sameSite());
  app.use(bodyLimit());
  app.use(
    createRequestHandler({
      build: bundle,
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
  return app;
}

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

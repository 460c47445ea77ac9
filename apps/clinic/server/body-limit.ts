import type { RequestHandler } from "express";
import { matchRoutes, type RouteObject, type ServerBuild } from "react-router";
import { answerPlainly } from "./plain-answer.ts";
import { routeTable } from "./route-table.ts";

/** What a form of a few fields needs. A route that takes more declares it: `handle = { maxBody: … }`. */
export const defaultMaxBody = 64 * 1024;

/** Beyond this the connection is closed instead of reading to its end what nobody will use. */
const maxDrained = 256 * 1024 * 1024;

/** Returns the most bytes that may be sent to a path: what its route declares, or the default. */
export function bodyLimits(pages: ServerBuild): (path: string) => number {
  const routes = routeTree(pages);
  const declared = new Map(routeTable(pages).map(({ id, maxBody }) => [id, maxBody]));
  return (path) => {
    const leaf = matchRoutes(routes, path.replace(/\.data$/, ""))?.at(-1);
    return declared.get(leaf?.route.id ?? "") ?? defaultMaxBody;
  };
}

/**
 * Refuses a body whose length is not declared, before anything else is waited for: Node may already be reading it. The
 * sender of a declared length is held to it by Node.
 */
export function declaredLength(): RequestHandler {
  return (request, response, next) => {
    const isDeclared =
      request.headers["content-length"] !== undefined && request.headers["transfer-encoding"] === undefined;
    if (request.method === "GET" || request.method === "HEAD" || isDeclared) return next();
    answerPlainly(request, response, 411, "server.answer.length");
  };
}

/**
 * Finds a body that is too large for its route. It is named in `response.locals.bodyOver`, so that the pages can say so where the person is; it is read and thrown away,
 * because a browser shows no answer before it has sent everything.
 */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const declared = request.headers["content-length"];
    const limit: number = response.locals.prepared.limitOf(request.path);
    if (Number(declared) <= limit) return next();
    response.locals.bodyOver = limit;
    if (Number(declared) > maxDrained) response.setHeader("Connection", "close");
    else
      response.once("finish", () => {
        request.removeAllListeners("data");
        request.resume();
      });
    next();
  };
}

function routeTree(pages: ServerBuild, parent?: string): RouteObject[] {
  return Object.values(pages.routes)
    .filter((route) => route?.parentId === parent)
    .flatMap((route): RouteObject[] => {
      if (route === undefined) return [];
      const { id, path, index, caseSensitive } = route;
      const shared = {
        id,
        ...(path !== undefined && { path }),
        ...(caseSensitive !== undefined && { caseSensitive }),
      };
      return index === true
        ? [{ ...shared, index: true as const }]
        : [{ ...shared, children: routeTree(pages, id) }];
    });
}

import type { RequestHandler } from "express";
import { answerPlainly } from "./plain-answer.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Does this request come from our own pages?
 *
 * Browsers say so in `Sec-Fetch-Site`; those too old for it send `Origin` with every POST. A request that
 * changes something and says neither does not come from a page of ours, and is refused. Fetch Metadata
 * (W3C), OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
 */
export function comesFromHere(headers: {
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}): boolean {
  if (headers.site !== undefined) return headers.site === "same-origin" || headers.site === "none";
  if (headers.origin === undefined || headers.origin === "null" || headers.host === undefined) return false;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

export function sameSite(): RequestHandler {
  return (request, response, next) => {
    const { origin, host } = request.headers;
    const site = request.get("sec-fetch-site");
    if (reading.has(request.method) || comesFromHere({ site, origin, host })) return next();
    answerPlainly(request, response, 403, "server.answer.other-site");
  };
}

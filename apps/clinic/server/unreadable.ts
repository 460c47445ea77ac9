import type { RequestHandler } from "express";
import { answerPlainly } from "./plain-answer.ts";

/**
 * Codes of PostgreSQL for text that no column holds: 22021 is a character that is none in its encoding (a zero
 * character above all), 22P05 one that cannot be written in it.
 */
const unstorable = /^(22021|22P05)$/;

/** Is this error about what was sent, which cannot be read as a form or stored as text? Then it is no fault of ours. */
export function isUnreadable(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1) {
    if ("code" in one && typeof one.code === "string" && unstorable.test(one.code)) return true;
    if (one instanceof TypeError && /FormData|Content-Type was not/i.test(one.message)) return true;
  }
  return false;
}

const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Pages send forms and nothing else (415 otherwise); without a body there is nothing to be read. */
export function onlyForms(): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead || request.headers["content-length"] === "0") return next();
    if (forms.test(request.headers["content-type"] ?? "")) return next();
    answerPlainly(request, response, 415, "server.answer.not-a-form");
  };
}

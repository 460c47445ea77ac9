import type { RequestHandler } from "express";

/**
 * Codes of PostgreSQL and of the connection to it that say: not now. Class 08 is the connection, 57P0x a server
 * that stops or starts, 53 a server without memory, disk or connections (53100 is a full disk).
 */
const unavailable = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|57P0[1-5]|53\w{3})$/;

/** Returns the codes of an error and of what caused it: SQLSTATE, or the system's. */
export function databaseCodes(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1)
    if ("code" in one && typeof one.code === "string") codes.push(one.code);
  return codes;
}

/** Is this error, or what caused it, the database that cannot be reached or cannot write? */
export function isDatabaseDown(error: unknown): boolean {
  if (databaseCodes(error).some((code) => unavailable.test(code))) return true;
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1) {
    if (
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
        one.message,
      )
    )
      return true;
    if (one instanceof AggregateError && one.errors.some(isDatabaseDown)) return true;
  }
  return false;
}

/**
 * Is this error a database that has no room left to write (SQLSTATE 53100)? The store gives that code to a quota too.
 */
export function isDiskFull(error: unknown): boolean {
  return databaseCodes(error).includes("53100");
}

/** Seconds after which a browser or a proxy may try again. */
export const retryAfter = 5;

/** 200 while the database answers within a second, else 503: for programs (supervisors, load balancers), so in English. */
export function health(ping: () => Promise<void>, patience = 1_000): RequestHandler {
  return async (_request, response) => {
    response.set("Cache-Control", "no-store");
    const ok = await Promise.race([
      ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref()),
    ]);
    if (ok) return void response.type("text").send("ok\n");
    response.status(503).set("Retry-After", String(retryAfter));
    response.type("text").send("The database does not answer.\n");
  };
}

import { createHash } from "node:crypto";
import type { AppContext } from "./app-context.ts";

/** 32 bytes of chance as it is in a link: nobody guesses one, and nothing can be read from it. */
export function newToken(context: AppContext): string {
  return Buffer.from(context.secretBytes(32)).toString("base64url");
}

/**
 * The token of the form that follows in the same sitting: whoever holds a link can go on to the next form, and nobody
 * can go back from it. One link a person is then enough for all the forms of a session.
 */
export function followingToken(token: string): string {
  return createHash("sha256").update(`the form after ${token}`).digest("base64url");
}

/** What is kept of a token. It has 256 bits of chance, so a plain hash cannot be searched backwards. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Could this be a token at all? Asked before the database is. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

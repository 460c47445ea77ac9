import type { Action, Actor, Subject } from "./actor.ts";
import { authorise } from "./authorise.ts";

/**
 * Thrown when an actor may not do what was asked, or when there is no such thing to do it to.
 *
 * Thrown and not returned, so that a caller who forgets to look shows an error page and not a client's file.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Lets the actor pass or ends the verb. */
export function permit(actor: Actor, action: Action, subject: Subject): void {
  const verdict = authorise(actor, action, subject);
  if (verdict.kind === "refused") throw new Refusal(verdict.reason);
}

/**
 * What a verb says of something that is not there: the same as of something that is not open to the actor.
 */
export function absent(): Refusal {
  return new Refusal("There is no such thing here, or it is not open to you.");
}

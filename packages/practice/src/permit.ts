import { staffMessages, type Text } from "@concord/messages";
import type { Action, Actor, Subject } from "./actor.ts";
import { authorise } from "./authorise.ts";

/**
 * Thrown when an actor may not do what was asked, or when there is no such thing to do it to.
 *
 * Thrown and not returned, so that a caller who forgets to look shows an error page and not a client's file.
 */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  /** Why, as data: whoever shows it writes it in the language of its reader. `message` is the same in English. */
  readonly reason: Text;

  constructor(reason: Text) {
    super(staffMessages("en").written(reason));
    this.reason = reason;
  }
}

/**
 * Thrown when the actor may do this, but not with what was given: an address that is taken, a day before the case
 * began. `field` names the input it is about, so that a page can say it there and keep what was entered.
 */
export class InvalidInput extends Refusal {
  override readonly name: string = "InvalidInput";
  readonly field: string | null;

  constructor(reason: Text, field: string | null = null) {
    super(reason);
    this.field = field;
  }
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
  return new Refusal({ id: "refusals.access.absent", values: {} });
}

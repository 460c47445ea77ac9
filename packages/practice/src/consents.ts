import { consents, isIdentifier, staff } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput } from "./permit.ts";
import { record } from "./record.ts";

export type ConsentMatter =
  | { readonly matter: "supervision"; readonly supervisor: string }
  | { readonly matter: "research" };

export interface ConsentGiven {
  readonly episode: string;
  /** Whose word it is; a child's caregiver speaks for the child. */
  readonly givenBy: "client" | "caregiver" | "therapist";
  readonly about: ConsentMatter;
}

/** Writes down a yes. What was said before stays on record. */
export async function giveConsent(context: AppContext, actor: Actor, given: ConsentGiven): Promise<void> {
  await say(context, actor, given, "given");
}

/** Writes down that it was taken back: from now on, the door is closed. */
export async function withdrawConsent(context: AppContext, actor: Actor, given: ConsentGiven): Promise<void> {
  await say(context, actor, given, "withdrawn");
}

async function say(
  context: AppContext,
  actor: Actor,
  given: ConsentGiven,
  state: "given" | "withdrawn",
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "give-consent", given.episode);
    const { about } = given;
    const supervisor = about.matter === "supervision" ? about.supervisor : null;
    if (supervisor !== null) {
      const member = isIdentifier(supervisor) ? await staff.find(scope, supervisor) : null;
      if (member === null || !member.roles.includes("supervisor")) {
        throw new InvalidInput({ id: "refusals.case.supervisor", values: {} }, "supervisor");
      }
    }
    await consents.record(scope, {
      episode: given.episode,
      matter: about.matter,
      state,
      givenBy: given.givenBy,
      supervisor,
      recordedBy: actor.kind === "staff" ? actor.staff : "",
    });
    await record(scope, actor, `consent-${state} ${about.matter}`, `episode:${given.episode}`);
  });
}

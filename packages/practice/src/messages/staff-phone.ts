import { type Scope, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, InvalidInput } from "../permit.ts";
import { phoneNumber } from "./contact-address.ts";

/** Returns one's own number for text messages about safety answers; empty where none was given. */
export async function readOwnPhone(context: AppContext, actor: Actor): Promise<string> {
  return within(context, actor, async (scope) => {
    if (actor.kind !== "staff") throw absent();
    return (await staffPhone(scope, actor.staff)) ?? "";
  });
}

/** Saves one's own number; an empty one is deleted. Throws `InvalidInput` where it is no number in international form. */
export async function changeOwnPhone(context: AppContext, actor: Actor, given: string): Promise<void> {
  await within(context, actor, async (scope) => {
    if (actor.kind !== "staff") throw absent();
    const phone = given.trim() === "" ? "" : phoneNumber(given);
    if (phone === null) throw new InvalidInput({ id: "messages.contact.problem.phone", values: {} }, "phone");
    await settings.put(scope, `phone:${actor.staff}`, phone);
  });
}

/** Returns the number to which somebody on the staff is sent text messages; null where they gave none. */
export async function staffPhone(scope: Scope, staffId: string): Promise<string | null> {
  const kept = await settings.get(scope, `phone:${staffId}`);
  return typeof kept === "string" && kept !== "" ? kept : null;
}

import { locales, staffLocales } from "@concord/messages";
import { staff } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { absent, InvalidInput } from "./permit.ts";

/** Saves the language that somebody on the staff reads the pages in; null returns them to that of the practice. */
export async function chooseLanguage(
  context: AppContext,
  actor: Actor,
  language: string | null,
): Promise<void> {
  await within(context, actor, async (scope) => {
    if (actor.kind !== "staff") throw absent();
    if (language !== null && !staffLocales.some((one) => one === language))
      throw new InvalidInput({ id: "refusals.settings.language", values: {} }, "language");
    await staff.change(scope, actor.staff, { language });
  });
}

/** Throws `InvalidInput` where a practice cannot have this language as its own. */
export function requireLanguage(language: string): void {
  if (!locales.some((one) => one === language))
    throw new InvalidInput({ id: "refusals.settings.language", values: {} }, "language");
}

/** Returns the time zones that a practice may choose from, by their IANA names. */
export function timeZones(): readonly string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
}

/** Throws `InvalidInput` for anything that is no name of a time zone. */
export function requireTimeZone(timeZone: string): void {
  if (!timeZones().includes(timeZone))
    throw new InvalidInput({ id: "refusals.settings.time-zone", values: {} }, "timeZone");
}

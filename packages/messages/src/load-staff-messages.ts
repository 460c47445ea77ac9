import type { StaffLocale } from "./areas.ts";
import type { PseudoLocale } from "./locales.ts";
import { messagesOfCatalogue, type StaffMessages } from "./staff-messages.ts";

/** Loads the messages of staff in one locale: a browser fetches one file, and none of another locale. */
export async function loadStaffMessages(
  locale: StaffLocale | PseudoLocale,
  timeZone = "UTC",
): Promise<StaffMessages> {
  const { staffCatalogue } =
    locale === "it" ? await import("./staff-catalogue/it.ts") : await import("./staff-catalogue/en.ts");
  return messagesOfCatalogue(staffCatalogue, locale, timeZone);
}

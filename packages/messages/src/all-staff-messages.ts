import type { StaffLocale } from "./areas.ts";
import type { PseudoLocale } from "./locales.ts";
import { staffCatalogue as en } from "./staff-catalogue/en.ts";
import { staffCatalogue as it } from "./staff-catalogue/it.ts";
import { messagesOfCatalogue, type StaffMessages } from "./staff-messages.ts";

const made = new Map<string, StaffMessages>();

/**
 * Returns the messages of staff in a locale. For servers and programs: it holds every locale. A browser's page
 * loads its own with `loadStaffMessages`.
 */
export function staffMessages(locale: StaffLocale | PseudoLocale, timeZone = "UTC"): StaffMessages {
  const name = `${locale} ${timeZone}`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  const created = messagesOfCatalogue(locale === "it" ? it : en, locale, timeZone);
  made.set(name, created);
  return created;
}

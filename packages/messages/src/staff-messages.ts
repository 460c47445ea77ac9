import { type StaffLocale, staffLocales } from "./areas.ts";
import { createMessages, type Messages } from "./create-messages.ts";
import { localeFor, type PseudoLocale } from "./locales.ts";
import type { Message, TextId } from "./message.ts";
import type { MessageId, StaffMessageId } from "./message-values.ts";

/** The text of every message of staff, in one locale. */
export type StaffCatalogue = Readonly<Record<StaffMessageId, string>>;

/** The messages that staff read, in one locale. */
export type StaffMessages = Messages<StaffMessageId>;

/** A sentence for staff, as data. Messages with tags are written where they are shown. */
export type StaffMessage = Message<Extract<StaffMessageId, TextId>>;

/** Returns the locale of staff for a language tag (`it` for `it-CH`), English where there is none. */
export function staffLocaleFor(language: string): StaffLocale | PseudoLocale {
  const locale = localeFor(language);
  if (locale === "en-XA" || locale === "ar-XB") return locale;
  return staffLocales.find((each) => each === locale) ?? "en";
}

/** Returns the messages of a catalogue of staff. */
export function messagesOfCatalogue(
  catalogue: StaffCatalogue,
  locale: StaffLocale | PseudoLocale,
  timeZone: string,
): StaffMessages {
  const texts: Partial<Record<MessageId, string>> = catalogue;
  return createMessages<StaffMessageId>({ locale, timeZone, find: (id) => texts[id] });
}

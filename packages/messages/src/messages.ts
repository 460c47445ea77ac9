import { catalogues, informalCatalogues } from "./catalogues.ts";
import { createMessages, type Messages } from "./create-messages.ts";
import type { Locale, PseudoLocale } from "./locales.ts";
import type { ClientMessageId, MessageId } from "./message-values.ts";

/** How the reader is addressed: adults formally (Sie, usted, vous, Lei), children and adolescents informally. */
export type Address = "formal" | "informal";

/** The messages that clients, caregivers and group members read, in one locale. */
export type ClientMessages = Messages<ClientMessageId>;

const made = new Map<string, ClientMessages>();

/** Returns the messages that clients read, in a locale and in the form of address that the reader is given. */
export function messages(
  locale: Locale | PseudoLocale,
  address: Address = "formal",
  timeZone = "UTC",
): ClientMessages {
  const name = `${locale} ${address} ${timeZone}`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  const isPseudo = locale === "en-XA" || locale === "ar-XB";
  const formal: Partial<Record<MessageId, string>> = catalogues[isPseudo ? "en" : locale];
  const informal: Partial<Record<MessageId, string>> =
    isPseudo || address === "formal" ? {} : informalCatalogues[locale];
  const created = createMessages<ClientMessageId>({
    locale,
    timeZone,
    find: (id) => informal[id] ?? formal[id],
  });
  made.set(name, created);
  return created;
}

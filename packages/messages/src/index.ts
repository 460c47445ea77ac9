export { directionOf, type Locale, localeFor, locales, type PseudoLocale, pseudoLocales } from "./locales.ts";
export type { MessageId, MessageValues } from "./message-values.ts";
export { type Address, type Messages, messages, type PluralTexts } from "./messages.ts";
export { pseudoText } from "./pseudo-locale.ts";

export { staffMessages } from "./all-staff-messages.ts";
export { clientAreas, localesOf, type StaffLocale, staffLocales } from "./areas.ts";
export { formatMessage, type Messages, type PluralTexts } from "./create-messages.ts";
export { type Formatters, formattersFor } from "./formatters.ts";
export { loadStaffMessages } from "./load-staff-messages.ts";
export { directionOf, type Locale, localeFor, locales, type PseudoLocale } from "./locales.ts";
export { isMessage, type Message, type Moment, type TaggedId, type Text, type TextId } from "./message.ts";
export type {
  AreaMessages,
  ClientMessageId,
  MessageId,
  MessageTags,
  MessageValues,
  StaffMessageId,
} from "./message-values.ts";
export { type Address, type ClientMessages, messages } from "./messages.ts";
export { pseudoText } from "./pseudo-locale.ts";
export { type StaffMessage, type StaffMessages, staffLocaleFor } from "./staff-messages.ts";
export type { StatisticStyle } from "./statistics.ts";

import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { catalogues, informalCatalogues } from "./catalogues.ts";
import { directionOf, type Locale, type PseudoLocale } from "./locales.ts";
import type { MessageId, MessageValues } from "./message-values.ts";
import { pseudoMessage } from "./pseudo-locale.ts";

/** How the reader is addressed: adults formally (Sie, usted, vous, Lei), children and adolescents informally. */
export type Address = "formal" | "informal";

type ValuesOf<Id extends MessageId> = keyof MessageValues[Id] extends never
  ? []
  : [values: MessageValues[Id]];

type CountId = {
  [Id in MessageId]: MessageValues[Id] extends { readonly count: number }
    ? keyof MessageValues[Id] extends "count"
      ? Id
      : never
    : never;
}[MessageId];

/** A text for each plural category of a language, with # in place of the number. */
export type PluralTexts = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The messages of one locale. */
export interface Messages {
  readonly locale: Locale | PseudoLocale;
  readonly direction: "ltr" | "rtl";
  /** Returns the message with its values put in. */
  readonly text: <Id extends MessageId>(id: Id, ...values: ValuesOf<Id>) => string;
  /** Returns the texts before and after a value that is shown as something else than text, an element for example. */
  readonly around: <Id extends MessageId, Name extends keyof MessageValues[Id] & string>(
    id: Id,
    name: Name,
    values: Omit<MessageValues[Id], Name>,
  ) => readonly [before: string, after: string];
  /** Returns a text for each plural category, for a page that counts without a formatter. */
  readonly byPlural: (id: CountId) => PluralTexts;
}

/** A character that no text holds. */
const mark = "\ue000";

const made = new Map<string, Messages>();

/** Returns the messages of a locale, in the form of address that the reader is given. */
export function messages(locale: Locale | PseudoLocale, address: Address = "formal"): Messages {
  const name = `${locale} ${address}`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  const created = createMessages(locale, address);
  made.set(name, created);
  return created;
}

function createMessages(locale: Locale | PseudoLocale, address: Address): Messages {
  const formats = new Map<MessageId, IntlMessageFormat>();
  const numbers = locale === "ar-XB" ? "en" : locale;
  const formatOf = (id: MessageId) => {
    const format = formats.get(id) ?? new IntlMessageFormat(elementsOf(id, locale, address), numbers);
    formats.set(id, format);
    return format;
  };
  return {
    locale,
    direction: directionOf(locale),
    text: (id, ...[values]) => String(formatOf(id).format({ ...values })),
    around: (id, name, values) => {
      const [before = "", after = ""] = String(formatOf(id).format({ ...values, [name]: mark })).split(mark);
      return [before, after];
    },
    byPlural: (id) => pluralTexts(elementsOf(id, locale, address), numbers),
  };
}

function elementsOf(id: MessageId, locale: Locale | PseudoLocale, address: Address): MessageFormatElement[] {
  if (locale === "en-XA" || locale === "ar-XB") return pseudoMessage(parse(catalogues.en[id]), locale);
  const informal = address === "informal" ? informalCatalogues[locale][id] : undefined;
  return parse(informal ?? catalogues[locale][id]);
}

function pluralTexts(elements: readonly MessageFormatElement[], locale: string): PluralTexts {
  const textIn = (category: string) => {
    const chosen = elements.flatMap((element) =>
      element.type === TYPE.plural
        ? (element.options[category] ?? element.options.other ?? { value: [] }).value
        : [element],
    );
    const counted = chosen.map((element) =>
      element.type === TYPE.pound ? { type: TYPE.literal as const, value: "#" } : element,
    );
    return String(new IntlMessageFormat(counted, locale).format());
  };
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const texts = Object.fromEntries(pluralCategories.map((category) => [category, textIn(category)]));
  return { ...texts, other: textIn("other") };
}

import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { dateFormat, type Formatters, formattersFor } from "./formatters.ts";
import { directionOf, type Locale, type PseudoLocale } from "./locales.ts";
import { isMessage, type Message, type TaggedId, type Text } from "./message.ts";
import type { MessageId, MessageTags, MessageValues } from "./message-values.ts";
import { pseudoMessage } from "./pseudo-locale.ts";
import { numberFormat, statisticFormats } from "./statistics.ts";

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

/** The messages of one locale, of those areas that `Id` covers. */
export interface Messages<Id extends MessageId = MessageId> {
  readonly locale: Locale | PseudoLocale;
  readonly direction: "ltr" | "rtl";
  /** IANA name of the time zone that times are given in. */
  readonly timeZone: string;
  /** Numbers, dates and lists as this locale writes them. */
  readonly format: Formatters;
  /** Returns the message with its values put in. */
  readonly text: <One extends Id>(id: One, ...values: ValuesOf<One>) => string;
  /** Returns the text of a message that somebody else has made as data. */
  readonly of: (message: Message<Id>) => string;
  /** Returns a value of messages as text: as it is, the text of a message, or a list. */
  readonly written: (value: Text) => string;
  /**
   * Returns the pieces of a message with tags: text, and what the function of each tag makes of the pieces inside it.
   * Pieces are never markup: a page puts them into its elements.
   */
  readonly pieces: <One extends TaggedId, Piece>(
    id: One,
    values: MessageValues[One],
    tags: Readonly<Record<MessageTags[One], (inside: readonly (string | Piece)[]) => Piece>>,
  ) => readonly (string | Piece)[];
  /** Returns the texts before and after a value that is shown as something else than text, an element for example. */
  readonly around: <One extends Id, Name extends keyof MessageValues[One] & string>(
    id: One,
    name: Name,
    values: Omit<MessageValues[One], Name>,
  ) => readonly [before: string, after: string];
  /** Returns a text for each plural category, for a page that counts without a formatter. */
  readonly byPlural: (id: CountId) => PluralTexts;
}

/** Where the texts of a locale come from. */
export interface MessageSource {
  readonly locale: Locale | PseudoLocale;
  /** IANA name of the time zone that dates and times are given in. */
  readonly timeZone: string;
  /** Returns the text of a message in this locale (in English, for a pseudo-locale), undefined where there is none. */
  readonly find: (id: MessageId) => string | undefined;
}

/** A message of any id, where the compiler need not compare its values with those of each message. */
interface AnyMessage {
  readonly id: MessageId;
  readonly values: object;
}

/** `Messages` for any id: the compiler need not compare what is implemented with the signatures of each message. */
interface AnyMessages extends Pick<Messages, "locale" | "direction" | "timeZone" | "format" | "written"> {
  readonly text: (id: MessageId, values?: object) => string;
  readonly of: (message: AnyMessage) => string;
  readonly pieces: <Piece>(
    id: MessageId,
    values: object,
    tags: Readonly<Record<string, (inside: readonly (string | Piece)[]) => Piece>>,
  ) => readonly (string | Piece)[];
  readonly around: (id: MessageId, name: string, values: object) => readonly [string, string];
  readonly byPlural: (id: MessageId) => PluralTexts;
}

/** A character that no text holds. */
const mark = "\ue000";

/** Returns the messages that a source holds. */
export function createMessages<Id extends MessageId>({
  locale,
  timeZone,
  find,
}: MessageSource): Messages<Id> {
  const language = locale === "ar-XB" || locale === "en-XA" ? "en" : locale;
  const format = formattersFor(language, timeZone);
  const formatters = {
    getNumberFormat: (_: unknown, options?: Intl.NumberFormatOptions) =>
      numberFormat(language, options ?? {}) as Intl.NumberFormat,
    getDateTimeFormat: (_: unknown, options?: Intl.DateTimeFormatOptions) =>
      dateFormat(language, timeZone, options ?? {}) as Intl.DateTimeFormat,
    getPluralRules: (_: unknown, options?: Intl.PluralRulesOptions) =>
      new Intl.PluralRules(language, options),
  };
  const elementsOf = (id: MessageId): MessageFormatElement[] => {
    const text = find(id);
    if (text === undefined) throw new RangeError(`message requires an id of a loaded catalogue: ${id}`);
    const elements = parse(text);
    return locale === "ar-XB" || locale === "en-XA" ? pseudoMessage(elements, locale) : elements;
  };
  const formats = new Map<MessageId, IntlMessageFormat>();
  const formatOf = (id: MessageId) => {
    const existing = formats.get(id);
    if (existing !== undefined) return existing;
    const created = new IntlMessageFormat(
      elementsOf(id),
      language,
      { number: statisticFormats },
      { formatters },
    );
    formats.set(id, created);
    return created;
  };
  const textOf = (id: MessageId, values: object) => tidy(String(formatOf(id).format(plain(values))));
  const written = (value: Text): string => {
    if (typeof value === "string") return value;
    return isMessage(value) ? textOf(value.id, value.values) : format.list(value.map(written));
  };
  const plain = (values: object) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) || isMessage(value) ? written(value) : value,
      ]),
    );
  const made: AnyMessages = {
    locale,
    direction: directionOf(locale),
    timeZone,
    format,
    text: (id, values = {}) => textOf(id, values),
    of: ({ id, values }) => textOf(id, values),
    written,
    pieces: <Piece>(
      id: MessageId,
      values: object,
      tags: Readonly<Record<string, (inside: readonly (string | Piece)[]) => Piece>>,
    ) => {
      const pieces = formatOf(id).format<Piece>({
        ...plain(values),
        ...Object.fromEntries(
          Object.entries(tags).map(([name, tag]) => [name, (inside: (string | Piece)[]) => tag(inside)]),
        ),
      });
      return Array.isArray(pieces) ? pieces : [pieces as string | Piece];
    },
    around: (id, name, values) => {
      const [before = "", after = ""] = String(formatOf(id).format({ ...plain(values), [name]: mark })).split(
        mark,
      );
      return [before, after];
    },
    byPlural: (id) => pluralTexts(elementsOf(id), language),
  };
  return made as unknown as Messages<Id>;
}

/** Where a choice in the middle of a text is empty, its space is left. */
function tidy(text: string): string {
  return text.replace(/ {2,}/g, " ").trim();
}

/** Returns the text of a message in the locale of `messages`. */
export function formatMessage<Id extends MessageId>(
  message: Message<NoInfer<Id>>,
  messages: Messages<Id>,
): string {
  return (messages as unknown as { readonly of: (message: AnyMessage) => string }).of(message as AnyMessage);
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

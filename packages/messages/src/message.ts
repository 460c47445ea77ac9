// biome-ignore lint/suspicious/noImportCycles: the values of a message may be messages
import type { MessageId, MessageTags, MessageValues } from "./message-values.ts";

/** The ids of messages without values. */
type PlainId = {
  readonly [One in MessageId]: keyof MessageValues[One] extends never ? One : never;
}[MessageId];

/**
 * A sentence as data: which message, and the values that go into it. Plain JSON, so that it can be stored and sent.
 * Messages without values are one member of the union: the compiler refuses to compare more than about 1,000 members.
 */
export type Message<Id extends MessageId = MessageId> =
  | { readonly id: Extract<Id, PlainId>; readonly values: Record<never, never> }
  | {
      readonly [One in Exclude<Id, PlainId>]: { readonly id: One; readonly values: MessageValues[One] };
    }[Exclude<Id, PlainId>];

/**
 * What stands for a `{name}` in a message of staff: text that is shown as it is (a person's name, a title), another
 * message (a noun phrase), or several of them, which are listed as the language lists ("a, b and c").
 */
export type Text = string | Message | readonly Text[];

/** A point in time as a date, or as ISO 8601 text. A day without time (`2026-11-29`) is that day in every time zone. */
export type Moment = Date | string;

/** The ids of messages that hold tags (`<link>…</link>`), and so are no plain text. */
export type TaggedId = keyof MessageTags;

/** The ids of messages without tags. */
export type TextId = Exclude<MessageId, TaggedId>;

/** Returns whether a value that was read from JSON has the form of a message. That its id exists is not checked. */
export function isMessage(value: unknown): value is Message {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "values" in value &&
    typeof value.values === "object" &&
    value.values !== null
  );
}

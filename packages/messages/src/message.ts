// biome-ignore lint/suspicious/noImportCycles: the values of a message may be messages
import type { MessageId, MessagesByValues, MessageTags } from "./message-values.ts";

/** A sentence as data: which message, and the values that go into it. Plain JSON, so that it can be stored and sent. */
export type Message<Id extends MessageId = MessageId> = {
  readonly [Place in keyof MessagesByValues]: OneOf<Id & MessagesByValues[Place]["ids"], Place>;
}[keyof MessagesByValues];

/** Messages whose values are the same are one type: the compiler refuses unions of more than about a thousand members. */
type OneOf<Id extends MessageId, Place extends keyof MessagesByValues> = [Id] extends [never]
  ? never
  : { readonly id: Id; readonly values: MessagesByValues[Place]["values"] };

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

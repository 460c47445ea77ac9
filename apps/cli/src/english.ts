import { isMessage, type StaffMessages, staffMessages, type Text } from "@concord/messages";

/** What the command line speaks. */
export const english: StaffMessages = staffMessages("en");

/**
 * Returns a value for programs, its messages as English text under the keys they have always had: `message` gets a
 * `sentence` next to it; `title` and the like become text, and what they are as data is next to them in `messages`.
 */
export function withEnglish(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one) => (isMessage(one) ? english.written(one) : withEnglish(one)));
  if (typeof value !== "object" || value === null) return value;
  const asData: Record<string, unknown> = {};
  const fields = Object.entries(value).flatMap(([key, own]): [string, unknown][] => {
    if (!isMessage(own)) return key === "label" ? [["words", own]] : [[key, withEnglish(own)]];
    const text = english.written(own as Text);
    if (key === "message")
      return [
        ["sentence", text],
        [key, own],
      ];
    asData[key] = own;
    return [[key === "label" ? "words" : key, text]];
  });
  return Object.fromEntries(Object.keys(asData).length === 0 ? fields : [...fields, ["messages", asData]]);
}

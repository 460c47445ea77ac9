import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";
import type { PseudoLocale } from "./locales.ts";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ";

/** Texts of other languages are up to this much longer than English. */
const longer = 1.4;

/** Returns an English text with accents and 40 % more characters; for `ar-XB` it is shown from right to left. */
export function pseudoText(text: string, locale: PseudoLocale): string {
  const letters = [...text].map((letter) => [...accented][plain.indexOf(letter)] ?? letter).join("");
  if (letters.trim() === "") return letters;
  const missing = Math.ceil(letters.length * longer) - letters.length;
  // Short groups, so that lines can break as between words.
  const padding = " ōōōō".repeat(Math.ceil(missing / 5)).slice(0, Math.max(1, missing));
  const [, start = "", middle = "", end = ""] = /^(\s*)(.*?)(\s*)$/s.exec(letters) ?? [];
  const long = `${middle}${padding.trimEnd()}`;
  return start + (locale === "ar-XB" ? `\u202e${long}\u202c` : long) + end;
}

/** Returns a message with all its texts in the pseudo-locale; arguments and choices stay as they are. */
export function pseudoMessage(
  elements: readonly MessageFormatElement[],
  locale: PseudoLocale,
): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: pseudoText(element.value, locale) };
    if (element.type === TYPE.tag) return { ...element, children: pseudoMessage(element.children, locale) };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: pseudoMessage(option.value, locale) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });
}

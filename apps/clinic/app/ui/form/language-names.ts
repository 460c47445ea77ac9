import { locales } from "@concord/messages";

/** Returns the languages in which clients can answer, by their names in the language of a page. */
export function languageNames(
  locale: string,
): readonly { readonly language: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale === "it" ? "it" : "en", { type: "language" });
  return locales.map((language) => ({ language, name: names.of(language) ?? language }));
}

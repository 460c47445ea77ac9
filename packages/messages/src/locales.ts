/** The languages that every message exists in. */
export const locales = ["en", "de", "es", "fr", "it"] as const;

export type Locale = (typeof locales)[number];

/** English made longer and accented, and the same from right to left: for finding texts that do not fit or are fixed. */
export const pseudoLocales = ["en-XA", "ar-XB"] as const;

export type PseudoLocale = (typeof pseudoLocales)[number];

/** Returns the locale for a language tag (`de` for `de-AT`), English where there is none. */
export function localeFor(language: string): Locale | PseudoLocale {
  const wanted = language.toLowerCase();
  const pseudo = pseudoLocales.find((locale) => locale.toLowerCase() === wanted);
  return pseudo ?? locales.find((locale) => locale === wanted.split("-")[0]) ?? "en";
}

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Returns the direction in which a language is written, by its tag: `fa-AF` is `rtl`. */
export function directionOf(language: string): "rtl" | "ltr" {
  return rightToLeft.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}

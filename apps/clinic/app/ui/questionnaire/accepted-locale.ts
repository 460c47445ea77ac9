import { type Locale, locales } from "@concord/messages";
import Negotiator from "negotiator";

/** Returns the locale that a browser asks for, for a page of which no other language is known; English without any. */
export function acceptedLocale(headers: Headers): Locale {
  const accepted = new Negotiator({ headers: { "accept-language": headers.get("accept-language") ?? "" } });
  return locales.find((locale) => locale === accepted.language([...locales])) ?? "en";
}

import { type PseudoLocale, type StaffLocale, staffLocaleFor, staffLocales } from "@concord/messages";
import Negotiator from "negotiator";
import type { Visitor } from "./visitor.ts";

/** In which language, and with the times of which place, a person reads the clinic's pages. */
export interface Viewer {
  readonly locale: StaffLocale | PseudoLocale;
  /** IANA name of a time zone. */
  readonly timeZone: string;
}

export const defaultViewer: Viewer = { locale: "en", timeZone: "UTC" };

/**
 * Returns how the person behind a request reads: in the language that they chose for their account, else the one chosen on
 * this device, else that of their practice, else the one that their browser asks for; with the times of their practice.
 */
export function viewerBehind(headers: Headers, visitor: Visitor | null): Viewer {
  const onDevice = chosenOnDevice(headers);
  const isPseudo = onDevice === "en-XA" || onDevice === "ar-XB";
  const chosen = isPseudo ? onDevice : (staffLocale(visitor?.language) ?? onDevice);
  return {
    locale: chosen ?? staffLocale(visitor?.practiceLanguage) ?? accepted(headers),
    timeZone: visitor?.timeZone ?? defaultViewer.timeZone,
  };
}

const cookieName = "concord-language";

/** Returns the cookie that holds the language chosen on this device for a year; null forgets it. */
export function languageCookie(language: StaffLocale | null): string {
  const attributes = "Path=/; SameSite=Lax; HttpOnly";
  return language === null
    ? `${cookieName}=; Max-Age=0; ${attributes}`
    : `${cookieName}=${language}; Max-Age=31536000; ${attributes}`;
}

function chosenOnDevice(headers: Headers): StaffLocale | PseudoLocale | null {
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([A-Za-z-]{2,12})(?:;|$)`).exec(
    headers.get("cookie") ?? "",
  );
  const language = cookie?.[1];
  return language === undefined ? null : staffLocaleFor(language);
}

/** The language where pages exist in it: questionnaires have more languages than pages. */
function staffLocale(language: string | null | undefined): StaffLocale | null {
  return staffLocales.find((one) => one === language) ?? null;
}

function accepted(headers: Headers): StaffLocale {
  const asked = new Negotiator({ headers: { "accept-language": headers.get("accept-language") ?? "" } });
  return staffLocale(asked.language([...staffLocales])) ?? "en";
}

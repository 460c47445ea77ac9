import { type PseudoLocale, type StaffLocale, staffLocaleFor } from "@concord/messages";

/** In which language, and with the times of which place, a person reads the clinic's pages. */
export interface Viewer {
  readonly locale: StaffLocale | PseudoLocale;
  /** IANA name of a time zone. */
  readonly timeZone: string;
}

export const defaultViewer: Viewer = { locale: "en", timeZone: "UTC" };

/** Returns how the person behind a request reads: the language of their cookie, English without one. */
export function viewerBehind(request: Request): Viewer {
  const cookie = request.headers.get("cookie") ?? "";
  const language = /(?:^|;\s*)concord-language=([A-Za-z-]{2,12})(?:;|$)/.exec(cookie)?.[1];
  return language === undefined ? defaultViewer : { ...defaultViewer, locale: staffLocaleFor(language) };
}

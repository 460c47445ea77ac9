import { type Locale, locales } from "./locales.ts";

/** Areas that clients, caregivers and group members read: in every language. All other areas are read by staff. */
export const clientAreas = ["client-form"] as const;

/** The languages that staff read the clinic's pages in. */
export const staffLocales = ["en", "it"] as const satisfies readonly Locale[];

export type StaffLocale = (typeof staffLocales)[number];

/** Returns the languages that the messages of an area exist in. */
export function localesOf(area: string): readonly Locale[] {
  return clientAreas.some((each) => each === area) ? locales : staffLocales;
}

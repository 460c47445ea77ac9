import type { Instrument } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import type { PracticeSettings } from "../settings.ts";

/** What a practice lacks before a questionnaire may ask about risk. */
export type SafetyGap = "contacts" | "on-call";

/** Returns what is missing: a crisis contact that clients are shown, and a person on call. */
export function safetyGaps({ help, duty }: Pick<PracticeSettings, "help" | "duty">): readonly SafetyGap[] {
  return [
    ...(help.contacts.length === 0 ? (["contacts"] as const) : []),
    ...(duty === null ? (["on-call"] as const) : []),
  ];
}

/**
 * Returns why a questionnaire must not be sent yet; null where it may. No one is asked about suicide or danger by a
 * practice that has no crisis contact to show. Without a person on call the therapist alone sees the answer, which the
 * settings point out.
 */
export function safetyRefusal(
  instrument: Pick<Instrument, "riskItems" | "shortTitle">,
  settings: Pick<PracticeSettings, "help" | "duty">,
): StaffMessage | null {
  if (instrument.riskItems.length === 0 || !safetyGaps(settings).includes("contacts")) return null;
  return { id: "refusals.form.safety", values: { questionnaire: instrument.shortTitle } };
}

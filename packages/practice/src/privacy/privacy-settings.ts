import { type Scope, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";

/** What a practice has decided about consent and storage. */
export interface PrivacySettings {
  /** Nothing is asked of a client before consent to measuring is recorded. Without it, a refusal is enough. */
  readonly consentRequired: boolean;
  /** The age from which a young person consents without a caregiver. */
  readonly consentAge: number;
  /** How many years after the end of care data are kept; null where the practice has set no period. */
  readonly retentionYears: number | null;
  /** The age of majority: for those treated before it, the period begins then, if that is later. */
  readonly majorityAge: number;
}

const defaultPrivacy: PrivacySettings = {
  consentRequired: false,
  consentAge: 16,
  retentionYears: null,
  majorityAge: 18,
};

export const privacyLimits = {
  consentAge: [11, 18],
  retentionYears: [1, 50],
  majorityAge: [15, 21],
} as const;

/** Returns what the practice has decided; what is missing or cannot be read is as if it had not. */
export async function privacySettingsOf(scope: Scope): Promise<PrivacySettings> {
  const value = await settings.get(scope, "privacy");
  const saved = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return {
    consentRequired: saved.consentRequired === true,
    consentAge: numberWithin(saved.consentAge, "consentAge") ?? defaultPrivacy.consentAge,
    retentionYears: numberWithin(saved.retentionYears, "retentionYears"),
    majorityAge: numberWithin(saved.majorityAge, "majorityAge") ?? defaultPrivacy.majorityAge,
  };
}

function numberWithin(value: unknown, field: keyof typeof privacyLimits): number | null {
  const [least, most] = privacyLimits[field];
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}

/** Changes the rules. Throws `InvalidInput` naming the field with a number that cannot be used. */
export async function changePrivacySettings(
  context: AppContext,
  actor: Actor,
  given: PrivacySettings,
): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    for (const field of ["consentAge", "retentionYears", "majorityAge"] as const) {
      const value = given[field];
      if (value === null && field === "retentionYears") continue;
      const [least, most] = privacyLimits[field];
      if (numberWithin(value, field) === null)
        throw new InvalidInput({ id: "refusals.privacy.number", values: { least, most } }, field);
    }
    const { consentRequired, consentAge, retentionYears, majorityAge } = given;
    await settings.put(scope, "privacy", { consentRequired, consentAge, retentionYears, majorityAge });
    await record(scope, actor, "change-privacy", "practice");
  });
}

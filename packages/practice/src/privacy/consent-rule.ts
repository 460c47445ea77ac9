import type { AgeBand } from "@concord/instruments";
import type { Consent } from "@concord/store";

/** Who is asked. */
export type Consenting = "client" | "caregiver";

/**
 * Whose word counts for measuring. A young person below the age of consent assents and a caregiver consents; a child is
 * told, and the caregiver consents.
 */
export interface ConsentRule {
  readonly required: readonly Consenting[];
  /** What the client’s own yes is called. */
  readonly own: "consent" | "assent";
  /** The year of birth is needed to apply the age of consent, and is missing. */
  readonly ageUnknown: boolean;
}

/**
 * Returns whose consent to measuring a client’s age requires. Of a year of birth only the age reached for certain counts:
 * in the year of the birthday a client counts as not yet that old.
 */
export function consentRuleFor(
  client: { readonly ageBand: AgeBand; readonly birthYear: number | null },
  consentAge: number,
  today: string,
): ConsentRule {
  if (client.ageBand === "adult") return { required: ["client"], own: "consent", ageUnknown: false };
  if (client.ageBand === "child") return { required: ["caregiver"], own: "assent", ageUnknown: false };
  const { birthYear } = client;
  const age = birthYear === null ? null : Number(today.slice(0, 4)) - birthYear - 1;
  if (age !== null && age >= consentAge) return { required: ["client"], own: "consent", ageUnknown: false };
  return { required: ["caregiver", "client"], own: "assent", ageUnknown: age === null };
}

/** Where consent to measuring stands. */
export type MeasuringConsent =
  | { readonly kind: "given"; readonly since: string }
  | { readonly kind: "withdrawn"; readonly by: Consenting; readonly since: string }
  /** Not everybody who must has said yes; nobody has said no. */
  | { readonly kind: "missing"; readonly of: readonly Consenting[] };

/**
 * Returns where consent to measuring stands by the newest word of each person. The client’s own no counts at every age; a
 * caregiver’s counts as long as the rule asks a caregiver.
 */
export function measuringConsent(said: readonly Consent[], { required }: ConsentRule): MeasuringConsent {
  const newest = new Map<string, Consent>();
  for (const one of said) if (one.matter === "measuring") newest.set(one.givenBy, one);
  const asked: readonly Consenting[] = [...new Set([...required, "client" as const])];
  for (const by of asked) {
    const word = newest.get(by);
    if (word?.state === "withdrawn") return { kind: "withdrawn", by, since: dayOfWord(word) };
  }
  const missing = required.filter((by) => !newest.has(by));
  if (missing.length > 0) return { kind: "missing", of: missing };
  const days = required.flatMap((by) => newest.get(by) ?? []).map(dayOfWord);
  return { kind: "given", since: days.toSorted().at(-1) ?? "" };
}

const dayOfWord = ({ saidOn, recordedAt }: Consent): string => saidOn ?? recordedAt.slice(0, 10);

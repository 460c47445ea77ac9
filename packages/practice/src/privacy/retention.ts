import type { AgeBand } from "@concord/instruments";
import { dayOf } from "../calendar.ts";
import type { PrivacySettings } from "./privacy-settings.ts";

/** When the period of storage of a client’s data ends. */
export type Retention =
  | { readonly kind: "no-rule" }
  | { readonly kind: "in-care" }
  /** A young person’s period begins at the age of majority, which cannot be known without a year of birth. */
  | { readonly kind: "birth-year-missing" }
  | { readonly kind: "ends"; readonly on: string; readonly isDue: boolean };

/**
 * Returns when data may be erased: some years after the last treatment ended, and for those treated before the age of
 * majority not earlier than some years after they reached it, counted from the end of that year.
 */
export function retentionOf(
  client: {
    readonly ageBand: AgeBand;
    readonly birthYear: number | null;
    readonly episodes: readonly { readonly closedOn: string | null }[];
    /** The day on which the client was added, for those without treatment. */
    readonly addedOn: string;
  },
  { retentionYears, majorityAge }: Pick<PrivacySettings, "retentionYears" | "majorityAge">,
  today: string,
): Retention {
  if (retentionYears === null) return { kind: "no-rule" };
  const ends = client.episodes.map(({ closedOn }) => closedOn);
  if (ends.includes(null)) return { kind: "in-care" };
  if (client.ageBand !== "adult" && client.birthYear === null) return { kind: "birth-year-missing" };
  const last =
    ends
      .flatMap((end) => end ?? [])
      .toSorted()
      .at(-1) ?? client.addedOn;
  const majority = client.birthYear === null ? null : `${client.birthYear + majorityAge}-12-31`;
  const begins = majority !== null && majority > last ? majority : last;
  const [year = 0, month = 1, day = 1] = begins.split("-").map(Number);
  // After 29 February comes 1 March in a year without it.
  const on = dayOf(new Date(Date.UTC(year + retentionYears, month - 1, day)));
  return { kind: "ends", on, isDue: on < today };
}

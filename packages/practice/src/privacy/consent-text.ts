import type { ConsentMatter } from "@concord/store";

/**
 * The version of each text of consent, which is in the messages for clients under `client-form.consent.<matter>`. A text that
 * changes its meaning gets a new version here; what was recorded keeps the version that was read.
 */
export const consentTextVersions: Readonly<Record<ConsentMatter, string>> = {
  measuring: "1",
  supervision: "1",
  research: "1",
};

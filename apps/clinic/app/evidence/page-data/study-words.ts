import type { Design } from "@concord/evidence";

export const designWords: Readonly<Record<Design, string>> = {
  longitudinal: "Longitudinal",
  trial: "Trial",
  "cross-sectional": "Cross-sectional",
  "not-reported": "Not reported",
};

import type { AgeBand } from "@concord/instruments";

export const ageWords: Readonly<Record<AgeBand, string>> = {
  child: "Child",
  adolescent: "Adolescent",
  adult: "Adult",
};

import type { DistanceScale, Strategy } from "@concord/course";

/** What a strategy is called: in plain words first, then by its name in the literature. */
export const strategyWords: Readonly<Record<Strategy, { readonly plain: string; readonly term: string }>> = {
  secure: { plain: "at ease with both", term: "secure" },
  hyperactivating: { plain: "holds on", term: "hyperactivating" },
  deactivating: { plain: "keeps away", term: "deactivating" },
  fearful: { plain: "torn between", term: "fearful" },
};

export const distanceWords: Readonly<Record<DistanceScale, string>> = {
  "too-close": "Too close",
  "too-distant": "Too distant",
  "growing-autonomy": "Growing autonomy",
  "growing-engagement": "Growing engagement",
};

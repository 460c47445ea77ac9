export const reliabilityAnalyses = [
  "alpha",
  "omega",
  "factors",
  "icc",
  "kappa",
  "fleiss",
  "krippendorff",
] as const;

export type ReliabilityAnalysis = (typeof reliabilityAnalyses)[number];

export const reliabilityDefaults = {
  analysis: ["alpha"],
  rotation: "oblimin",
  weights: "quadratic",
} as const;

/** What can be asked of courses. */
export const changeAnalysisNames = [
  "change-points",
  "breaks",
  "control",
  "online",
  "phases",
  "reliable-change",
  "sudden-gains",
  "growth",
] as const;

export type ChangeAnalysisName = (typeof changeAnalysisNames)[number];

export const changeDefaults = {
  analysis: "change-points",
  lambda: 0.2,
  nsigmas: 2.7,
  decision: 5,
  shift: 1,
  run: 7,
  model: "mean",
  penalty: "MBIC",
  method: "PELT",
  most: 5,
  variance: "moving-range",
  cutoff: "c",
  share: 0.25,
  stability: "pooled",
  alpha: 0.05,
  every: 20,
} as const;

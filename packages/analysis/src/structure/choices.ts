import type { HeldEqual, InvarianceStep, MissingRule } from "@concord/statistics/structure";

export const missingRules: readonly MissingRule[] = ["listwise", "fiml"];

export const heldEqualKinds: readonly HeldEqual[] = [
  "loadings",
  "intercepts",
  "residuals",
  "residual.covariances",
  "lv.variances",
  "lv.covariances",
  "means",
  "regressions",
];

export const invarianceSteps: readonly InvarianceStep[] = ["configural", "metric", "scalar", "strict"];

export const structureDefaults = { estimator: "ML", missing: [], fixedX: true } as const;

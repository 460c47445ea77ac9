export { compareStructures, type StructureComparison } from "./compare-structures.ts";
export { crossLaggedSyntax, type WaveSeries } from "./cross-lagged.ts";
export type { StructuralEstimate } from "./estimates.ts";
export { INVARIANCE_STEPS, type Invariance, type InvarianceStep, invariance } from "./invariance.ts";
export { comparisonTerms, inLavaanTerms, invarianceTerms, modificationTerms } from "./lavaan-terms.ts";
export { modificationIndices } from "./modification.ts";
export type { MissingRule } from "./moments.ts";
export type { HeldEqual, ModelRules } from "./parameter-table.ts";
export { standardizedSolution } from "./standardized-solution.ts";
export {
  type Estimator,
  type FittedStructuralModel,
  type StructuralModel,
  type StructuralOptions,
  structuralModel,
} from "./structural-model.ts";

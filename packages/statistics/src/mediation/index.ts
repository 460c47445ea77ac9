export * from "./bootstrap.ts";
export * from "./bootstrap-interval.ts";
export type { EffectPolynomial, Monomial } from "./effect-polynomial.ts";
export type { EffectRole, MediatedEffect } from "./mediated-effects.ts";
export * from "./mediation.ts";
export type {
  Arrangement,
  MediationModel,
  ModeratedPath,
  PathModeration,
} from "./mediation-model.ts";
export { chainsOf } from "./mediation-model.ts";
export * from "./mediation-structure.ts";
export * from "./mediation-terms.ts";
export * from "./moderated-mediation-terms.ts";
export * from "./monte-carlo.ts";
export * from "./multilevel-mediation.ts";
export * from "./multilevel-mediation-terms.ts";
export { formulasOf, type PathFormulas } from "./path-equations.ts";
export * from "./product-normal.ts";
export * from "./sobel.ts";

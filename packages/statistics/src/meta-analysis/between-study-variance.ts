/** The variance of true effects between studies, τ², or the reason there is none to give. */
export type BetweenStudyVariance =
  | {
      readonly kind: "interior";
      readonly value: number;
      readonly standardError: number;
      readonly steps: number;
    }
  | { readonly kind: "boundary"; readonly value: 0; readonly standardError: number }
  | { readonly kind: "given"; readonly value: number; readonly standardError: number }
  | { readonly kind: "none"; readonly value: 0 }
  | { readonly kind: "unsettled"; readonly value: number; readonly steps: number };

/** A closed-form estimate, cut off at zero. */
export function cutOff(value: number, standardError: number): BetweenStudyVariance {
  return value > 0
    ? { kind: "interior", value, standardError, steps: 0 }
    : { kind: "boundary", value: 0, standardError };
}

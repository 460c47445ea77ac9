import { normalUpperQuantile } from "@concord/numerics";

/** How much data a question about therapists needs. */
export interface TherapistPlan {
  /** How surely the mean of one therapist's clients tells that therapist's effect: between 0 and 1. */
  readonly reliability: number;
  /** Therapists with as many clients each for which the interval of the share of variance has the wanted width. */
  readonly therapists: number;
}

/**
 * How many therapists, with how many clients each?
 *
 * The mean of n clients tells a therapist's effect with reliability nρ / (1 + (n − 1)ρ), the same by which effects are
 * shrunken. For an interval of the share ρ that is w wide, about
 * 8z²(1 − ρ)²(1 + (n − 1)ρ)² / (n(n − 1)w²) + 1 therapists are needed.
 *
 * Spearman–Brown; Bonett DG (2002). Stat Med 21: 1331–1335.
 */
export function therapistPlan(share: number, clientsEach: number, width = 0.1, level = 0.95): TherapistPlan {
  if (!(share >= 0 && share < 1)) throw new RangeError(`a share of variance requires 0 to below 1: ${share}`);
  if (!(clientsEach >= 2)) throw new RangeError(`a plan requires two or more clients each: ${clientsEach}`);
  if (!(width > 0 && width < 1)) throw new RangeError(`a plan requires a width between 0 and 1: ${width}`);
  const design = 1 + (clientsEach - 1) * share;
  const z = normalUpperQuantile((1 - level) / 2);
  const spread =
    (8 * z ** 2 * (1 - share) ** 2 * design ** 2) / (clientsEach * (clientsEach - 1) * width ** 2);
  return { reliability: (clientsEach * share) / design, therapists: Math.ceil(spread + 1) };
}

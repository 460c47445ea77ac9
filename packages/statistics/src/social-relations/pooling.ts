import { sum } from "@concord/numerics";
import type { Moment } from "./cross-components.ts";
import type { GroupMoments } from "./group-moments.ts";

/**
 * How sure is a component pooled over groups? `within` carries each group's own sampling variance; `between`
 * looks only at how much the groups differ, as the program SOREMO does, and needs no normal distribution but
 * many groups.
 */
export type StandardErrors = "within" | "between";

/**
 * The mean of a component over groups, each weighted by n − 1, with its variance:
 * within Σw²v/(Σw)², between s²/G with the weighted s² = Σw(x − x̄)²/Σw / (1 − Σw²/(Σw)²).
 *
 * Kenny DA, La Voie L (1984). Adv Exp Soc Psychol 18: 141–182.
 */
export function pooledMoment(
  moments: readonly Moment[],
  sizes: readonly number[],
  errors: StandardErrors,
): Moment {
  if (moments.length === 1) return moments[0]!;
  const weights = sizes.map((size) => size - 1);
  const total = sum(weights);
  const estimate = sum(moments.map((moment, i) => weights[i]! * moment.estimate)) / total;
  const squares = sum(weights.map((weight) => weight ** 2)) / total ** 2;
  if (errors === "within") {
    const variance = sum(moments.map((moment, i) => weights[i]! ** 2 * moment.variance)) / total ** 2;
    return { estimate, variance };
  }
  const spread = sum(moments.map((moment, i) => weights[i]! * (moment.estimate - estimate) ** 2)) / total;
  return { estimate, variance: spread / (1 - squares) / moments.length };
}

/** One component of the ratings, pooled over groups. */
export function pooledComponent(
  groups: readonly GroupMoments[],
  component: "actor" | "partner" | "relationship" | "actorPartner" | "dyadic",
  errors: StandardErrors,
): Moment {
  return pooledMoment(
    groups.map((group) => group[component]),
    groups.map(({ size }) => size),
    errors,
  );
}

/** Degrees of freedom of the tests: Σ(n − 1) within groups, G − 1 between them. */
export function pooledDegrees(sizes: readonly number[], errors: StandardErrors): number {
  return errors === "between" ? sizes.length - 1 : sum(sizes.map((size) => size - 1));
}

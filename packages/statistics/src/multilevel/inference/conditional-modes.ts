import { groupLabels } from "../design.ts";
import type { FittedMixedModel } from "../fit.ts";
import { loadingsOf } from "../search/problem.ts";

/** How the groups of one factor depart from the fixed effects, shrunken towards none. */
export interface ConditionalModes {
  readonly factor: string;
  /** The groups in the order of R's levels. */
  readonly groups: readonly string[];
  readonly effects: readonly GroupEffects[];
}

export interface GroupEffects {
  readonly name: string;
  /** The most likely departure of each group. */
  readonly modes: Float64Array;
  /** Its standard deviation given the data and the fixed effects. */
  readonly deviations: Float64Array;
}

/**
 * How does each group depart? The best linear unbiased predictions b̂ = DZ′V⁻¹(y − Xβ̂), with conditional standard
 * deviations that take β̂, θ̂ and σ̂ as known, as lme4's `ranef(condVar = TRUE)`.
 *
 * Bates D et al. (2015). J Stat Softw 67(1), section 5.1. A group that varies by nothing departs by nothing.
 */
export function conditionalModes(fit: FittedMixedModel): readonly ConditionalModes[] {
  const { elimination, random, design, products, scaled } = fit.problem;
  const eliminated = elimination.eliminate(loadingsOf(random, fit.optimum.theta));
  const found = elimination.modes(eliminated, fit.optimum.residual);
  const outcomeSpread = scaled.spreads[scaled.size - 1]!;
  const factors = [...new Set(random.blocks.map(({ factor }) => factor))];
  return factors.map((factor) => {
    const { effects: q, groups } = random.factors[factor]!;
    const { modes, covariances } = found[factor]!;
    const blocks = random.blocks.filter((block) => block.factor === factor);
    return {
      factor: design.factors[factor]!.name,
      groups: groupLabels(products.factors[factor]!),
      effects: blocks.flatMap((block) =>
        design.terms[block.term]!.names.map((name, e): GroupEffects => {
          const row = block.back.subarray(e * block.effects, (e + 1) * block.effects);
          const deviation = outcomeSpread * fit.optimum.residualDeviation;
          const modesOf = (g: number) =>
            row.reduce((sum, weight, j) => sum + weight * modes[g * q + block.offset + j]!, 0);
          const varianceOf = (g: number) =>
            row.reduce(
              (sum, left, i) =>
                row.reduce(
                  (own, right, j) =>
                    own + left * right * covariances[(g * q + block.offset + i) * q + block.offset + j]!,
                  sum,
                ),
              0,
            );
          return {
            name,
            modes: Float64Array.from({ length: groups }, (_, g) => outcomeSpread * modesOf(g)),
            deviations: Float64Array.from(
              { length: groups },
              (_, g) => deviation * Math.sqrt(Math.max(0, varianceOf(g))),
            ),
          };
        }),
      ),
    };
  });
}

import { groupSums, quadraticAt } from "./deviance.ts";
import type { FittedMultilevel } from "./model.ts";

/** The groups of one level with their own departures from the model. */
export interface RandomEffects {
  readonly name: string;
  readonly groups: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly standardError: number;
  }[];
}

/**
 * How far does each group depart from what the model expects of it? σ² Z′Py, drawn towards zero as its data are few.
 *
 * Robinson GK (1991). Stat Sci 6: 15–32. The standard error is that of the prediction, σ² − σ⁴ 1′P1.
 */
export function randomEffects(fit: FittedMultilevel): readonly RandomEffects[] {
  const { p } = fit.problem.regression;
  return fit.problem.levels.map((level, l) => {
    const variance = fit.fit.components[l]!;
    const { ofBasis, ofProjected } = groupSums(level, fit.fit, p);
    return {
      name: level.name,
      groups: level.groups.map((name, g) => {
        const known = fit.fit.ofGroups[l]![g]! - quadraticAt(ofBasis, g, fit.fit.inverse, p);
        const left = Math.max(0, variance - variance ** 2 * known);
        return { name, estimate: variance * ofProjected[g]!, standardError: Math.sqrt(left) };
      }),
    };
  });
}

import { chiSquareSurvival } from "@concord/numerics";
import { designOf } from "../formula/design.ts";
import { parseFormula } from "../formula/formula.ts";
import type { Effect } from "./effect.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { MetaAnalysis, MetaAnalysisModel } from "./model.ts";

/** Studies in groups: each group by itself, and all in one model with one τ². */
export interface SubgroupAnalysis {
  /** The groups in code-point order. */
  readonly levels: readonly string[];
  /** One meta-analysis per group, each with its own τ². */
  readonly separate: readonly MetaAnalysis[];
  readonly between: BetweenGroups;
  /** One model, one τ²: the mean of each group, and the differences from the first. */
  readonly means: MetaAnalysis;
  readonly differences: MetaAnalysis;
}

/** Whether the separate means differ more than their standard errors allow. */
export type BetweenGroups =
  | { readonly kind: "test"; readonly q: number; readonly degreesOfFreedom: number; readonly p: number }
  | { readonly kind: "not-defined"; readonly reason: string };

/**
 * Do groups of studies differ?
 *
 * Separate variances between studies suit groups of ten or more; with fewer, τ² of a group is hardly known, and the
 * common one is steadier. Borenstein M et al. (2009). Introduction to Meta-Analysis, chapter 19.
 */
export function subgroupAnalysis(
  effects: readonly Effect[],
  groups: readonly string[],
  model: MetaAnalysisModel = {},
): SubgroupAnalysis {
  if (effects.length !== groups.length) {
    throw new RangeError(`subgroups require one label per effect: ${groups.length} for ${effects.length}`);
  }
  const design = designOf(parseFormula("~ 0 + factor(group)").fixed, { group: groups });
  const levels = design.names.map((name) => name.slice("factor(group)".length));
  const separate = levels.map((level) =>
    metaAnalysis(
      effects.filter((_, i) => groups[i] === level),
      model,
    ),
  );
  const means = metaAnalysis(effects, { ...model, design });
  const differences =
    levels.length > 1
      ? metaAnalysis(effects, {
          ...model,
          design: designOf(parseFormula("~ factor(group)").fixed, { group: groups }),
        })
      : ({ kind: "not-estimable", reason: "one group alone has nothing to differ from" } as const);
  return { levels, separate, between: betweenGroups(levels, separate), means, differences };
}

function betweenGroups(levels: readonly string[], separate: readonly MetaAnalysis[]): BetweenGroups {
  if (levels.length < 2) return { kind: "not-defined", reason: "one group alone has nothing to differ from" };
  let total = 0;
  let weighted = 0;
  const means: { readonly estimate: number; readonly weight: number }[] = [];
  for (const [i, fit] of separate.entries()) {
    if (fit.kind !== "fitted") return { kind: "not-defined", reason: `the group ${levels[i]} has no answer` };
    const { estimate, standardError } = fit.coefficients[0]!;
    const weight = 1 / standardError ** 2;
    if (!Number.isFinite(weight))
      return { kind: "not-defined", reason: `the group ${levels[i]} has no standard error` };
    total += weight;
    weighted += weight * estimate;
    means.push({ estimate, weight });
  }
  const mean = weighted / total;
  const q = means.reduce((sum, { estimate, weight }) => sum + weight * (estimate - mean) ** 2, 0);
  const degreesOfFreedom = levels.length - 1;
  return { kind: "test", q, degreesOfFreedom, p: chiSquareSurvival(q, degreesOfFreedom) };
}

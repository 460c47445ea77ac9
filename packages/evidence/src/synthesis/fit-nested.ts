import type { Design } from "@concord/statistics/formula";
import {
  type ClusterRobust,
  clusterRobust,
  type FittedMultilevel,
  type GroupLevel,
  jointTest,
  multilevelMetaAnalysis,
  nestedGroups,
  type OmnibusTest,
} from "@concord/statistics/meta-analysis";
import type { StudyEffect } from "../study/measured-effect.ts";
import type { SynthesisModel } from "./definition.ts";
import { type Fit, type NoFit, noFit, type UnsettledFit } from "./fit.ts";
import type { Convergence, Spread, VariancePart } from "./synthesis.ts";

/** Effects within studies, tests robust to what hangs together within a study if asked for. */
export function fitNested(
  effects: readonly StudyEffect[],
  model: SynthesisModel,
  design: Design | undefined,
  start?: readonly number[],
): Fit | NoFit | UnsettledFit {
  const unfit = unfitModel(effects, model);
  if (unfit !== undefined) return { kind: "no-fit", names: [], ...unfit };
  const fitted = multilevelMetaAnalysis(effects, {
    levels: levelsOf(effects, model),
    method: model.method === "ML" ? "ML" : "REML",
    test:
      model.test === "t"
        ? { kind: "t", degrees: model.dfs === "contain" ? "containment" : "residual" }
        : { kind: "z" },
    level: model.level / 100,
    ...(design === undefined ? {} : { design }),
    ...(start === undefined ? {} : { start }),
  });
  switch (fitted.kind) {
    case "rank-deficient":
    case "not-estimable":
      return noFit(fitted);
    case "unsettled":
      return {
        kind: "unsettled",
        reason: {
          id: "evidence.no-result.not-converged",
          values: { method: model.method, steps: fitted.steps },
        },
      };
    case "fitted":
      return fitOf(fitted, effects, model);
  }
}

function unfitModel(
  effects: readonly StudyEffect[],
  { method, test }: SynthesisModel,
): Pick<NoFit, "why" | "reason"> | undefined {
  if (method !== "REML" && method !== "ML")
    return {
      why: "not-estimable",
      reason: { id: "evidence.no-result.method", values: { method } },
    };
  if (test === "knha" || test === "adhoc")
    return {
      why: "not-estimable",
      reason: { id: "evidence.no-result.test", values: { test } },
    };
  if (new Set(effects.map(({ study }) => study)).size < 2)
    return { why: "too-few-studies", reason: { id: "evidence.no-result.one-study", values: {} } };
  return undefined;
}

/** Studies, and effects in them; where every study gives one effect the two cannot be told apart, and one remains. */
function levelsOf(effects: readonly StudyEffect[], { random }: SynthesisModel): readonly GroupLevel[] {
  const frame = { study: effects.map(({ study }) => study), effect: effects.map(({ id }) => id) };
  const rows = effects.map((_, row) => row);
  const studies = new Set(frame.study).size;
  if (random === "effect") return nestedGroups(frame, ["effect"], rows);
  return nestedGroups(frame, studies === effects.length ? ["study"] : ["study", "effect"], rows);
}

function fitOf(
  fitted: FittedMultilevel,
  effects: readonly StudyEffect[],
  model: SynthesisModel,
): Fit | NoFit {
  const robust =
    model.robust === null
      ? undefined
      : clusterRobust(
          fitted,
          effects.map(({ study }) => study),
          model.robust,
          model.robust === "CR1p" ? "clusters" : "Satterthwaite",
        );
  const [untested] = robust?.untested ?? [];
  if (untested !== undefined && fitted.interceptOnly)
    return {
      kind: "no-fit",
      why: "not-estimable",
      reason: { id: "evidence.no-result.no-robust-test", values: { reason: untested.reason } },
      names: [],
    };
  const { coefficients } = robust ?? fitted;
  const between = fitted.components.reduce((sum, { variance }) => sum + variance, 0);
  return {
    kind: "fit",
    coefficients,
    omnibus: robust === undefined ? fitted.omnibus : robustOmnibus(fitted, robust),
    spread: spreadOf(fitted, model),
    weights: weightsOf(fitted, effects, between),
    convergence: convergenceOf(fitted, model),
    explained: null,
    predictions: coefficients.map(({ estimate, standardError, upper }) => {
      if (Number.isNaN(standardError)) return null;
      const critical = (upper - estimate) / standardError;
      const reach = critical * Math.sqrt(standardError ** 2 + between);
      return { lower: estimate - reach, upper: estimate + reach };
    }),
  };
}

function robustOmnibus(fitted: FittedMultilevel, robust: ClusterRobust): OmnibusTest | null {
  const { tested } = fitted.omnibus;
  const test = jointTest(robust, tested);
  if (test.kind === "not-defined") return null;
  const { statistic, degreesOfFreedom, denominatorDegreesOfFreedom, p } = test;
  return { kind: "F", statistic, degreesOfFreedom, denominatorDegreesOfFreedom, p, tested };
}

function partName(level: string, model: SynthesisModel): VariancePart["name"] {
  if (level === "study") return "between studies";
  return model.random === "effect" ? "between effects" : "within studies";
}

function spreadOf(fitted: FittedMultilevel, model: SynthesisModel): Spread {
  const { q, degreesOfFreedom, p, iSquared } = fitted.heterogeneity;
  return {
    q,
    degreesOfFreedom,
    p,
    parts: fitted.components.map((component) => ({
      name: partName(component.name, model),
      variance: component.variance,
      share: component.iSquared,
    })),
    iSquared,
    iSquaredInterval: null,
  };
}

function convergenceOf(fitted: FittedMultilevel, model: SynthesisModel): Convergence {
  const parts = fitted.components
    .filter(({ atBoundary }) => atBoundary)
    .map(({ name }) => partName(name, model));
  return parts.length === 0 ? { kind: "settled" } : { kind: "boundary", parts };
}

/**
 * Shares of the mean: the row sums of M⁻¹, as the effects of one study share what they say. With moderators there is
 * no one mean, and each effect counts by its own precision.
 */
function weightsOf(
  fitted: FittedMultilevel,
  effects: readonly StudyEffect[],
  between: number,
): readonly number[] {
  const raw = fitted.interceptOnly
    ? Array.from(fitted.fit.solvedBasis.values)
    : effects.map(({ variance }) => 1 / (variance + between));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (100 * weight) / total);
}

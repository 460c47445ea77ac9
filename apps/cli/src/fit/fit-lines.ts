import { entry } from "@concord/numerics";
import type { LevelEffects } from "@concord/statistics";
import { modelTable } from "../model/model-table.ts";
import type { MultilevelResult, SeriesResult } from "./fit-model.ts";
import type { FitFlags } from "./flags.ts";
import { boundsOf, multilevelTables } from "./multilevel-tables.ts";

/** A fit as tables: fixed effects, what varies over groups, how well it fits, and what further was asked. */
export function fitLines(result: MultilevelResult | SeriesResult, flags: FitFlags): readonly string[] {
  return result.kind === "multilevel" ? multilevelLines(result, flags) : seriesLines(result, flags);
}

function multilevelLines(result: MultilevelResult, { level }: FitFlags): readonly string[] {
  const { fit, tests, contextual, profile, comparison } = result;
  return [
    ...multilevelTables(fit, [...tests, ...contextual.map(({ test }) => test)], level),
    ...(profile === undefined
      ? []
      : [
          "",
          ...modelTable(
            ["profile interval (ML)", "estimate", ...boundsOf(level)],
            profile.map(({ name, estimate, lower, upper }) => [name, estimate, lower, upper]),
          ),
        ]),
    ...(comparison === undefined ? [] : ["", ...comparisonLines(comparison), ...boundaryLine(comparison)]),
  ];
}

function seriesLines(result: SeriesResult, { level }: FitFlags): readonly string[] {
  const { fit, test, interval, contextual, comparison } = result;
  return [
    ...modelTable(
      ["fixed effect", "b", "SE", "df", "t", "p"],
      [...fit.coefficients, ...contextual.map((effect) => effect.test)].map(
        ({ name, estimate, standardError, degreesOfFreedom, t, p }) => [
          name,
          estimate,
          standardError,
          degreesOfFreedom,
          t,
          p,
        ],
      ),
    ),
    "",
    ...modelTable(
      ["varies over", "SD", "variance", "r"],
      [
        ...fit.levels.flatMap(levelRows),
        ["Residual", fit.residualDeviation, fit.residualDeviation ** 2, null],
      ],
    ),
    "",
    ...modelTable(
      ["neighbouring residuals", "phi", `${level}% from`, "to", "chi-square(1)", "p"],
      [["AR(1)", fit.correlation.value, interval.lower, interval.upper, test.statistic, test.p]],
    ),
    "",
    `${fit.data.outcome.length} rows in ${fit.data.seriesCount} series. ${fit.method}: log-likelihood ` +
      `${fit.logLikelihood.toFixed(4)}, ${fit.parameters} parameters, AIC ${(2 * fit.parameters - 2 * fit.logLikelihood).toFixed(2)}.`,
    ...(comparison === undefined ? [] : ["", ...comparisonLines(comparison)]),
  ];
}

function levelRows({ name, effects, covariance }: LevelEffects): readonly (readonly unknown[])[] {
  const deviation = (i: number) => Math.sqrt(entry(covariance, i, i));
  return effects.flatMap((effect, i) => [
    [`${name}: ${effect}`, deviation(i), entry(covariance, i, i), null],
    ...effects.slice(0, i).map((other, j) => {
      const joint = entry(covariance, i, j);
      return [`${name}: ${other}, ${effect}`, null, joint, joint / (deviation(i) * deviation(j))];
    }),
  ]);
}

interface Compared {
  readonly logLikelihoods: readonly [number, number];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

function comparisonLines(comparison: Compared): readonly string[] {
  const [smaller, larger] = comparison.logLikelihoods;
  return modelTable(
    ["against the other model (ML)", "log-likelihoods", "", "chi-square", "df", "p"],
    [["", smaller, larger, comparison.statistic, comparison.degreesOfFreedom, comparison.p]],
  );
}

function boundaryLine({ boundary }: NonNullable<MultilevelResult["comparison"]>): readonly string[] {
  if (boundary === undefined) return [];
  const [r, s] = boundary.degreesOfFreedom;
  return [
    `A variance cannot be negative: by half χ²(${r}) and half χ²(${s}), p = ${boundary.p.toPrecision(3)}.`,
  ];
}

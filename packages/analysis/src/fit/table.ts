import { entry } from "@concord/numerics";
import {
  type FittedMixedModel,
  type LevelEffects,
  type TestedFixedEffect,
  waldInterval,
} from "@concord/statistics/multilevel";
import { percentOf } from "../analysis.ts";
import { modelTable, type TablePart } from "../table/model-table.ts";
import type { FitRequest } from "./request.ts";
import type { FitResult, MultilevelResult, SeriesResult } from "./result.ts";

/** A fit as tables: fixed effects, what varies over groups, how well it fits, and what further was asked. */
export function fitTable(result: FitResult, request: FitRequest): readonly TablePart[] {
  return result.kind === "multilevel" ? multilevelLines(result, request) : seriesLines(result, request);
}

function multilevelLines(
  result: MultilevelResult,
  { confidenceLevel: level }: FitRequest,
): readonly TablePart[] {
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

function seriesLines(result: SeriesResult, { confidenceLevel: level }: FitRequest): readonly TablePart[] {
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
      ["neighbouring residuals", "phi", `${percentOf(level)}% from`, "to", "chi-square(1)", "p"],
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

function comparisonLines(comparison: Compared): readonly TablePart[] {
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

/** What of a multilevel fit can be shown without its groups. */
type Shown = Pick<
  FittedMixedModel,
  | "components"
  | "intraclass"
  | "observations"
  | "groups"
  | "method"
  | "logLikelihood"
  | "parameters"
  | "aic"
  | "bic"
>;

/** Fixed effects with their tests and intervals, what varies over groups, and how well it fits. */
export function multilevelTables(
  fit: Shown,
  tests: readonly TestedFixedEffect[],
  level: number,
): readonly TablePart[] {
  return [
    ...modelTable(
      ["fixed effect", "b", "SE", "df", "t", "p", ...boundsOf(level)],
      tests.map((effect) => {
        const { lower, upper } = waldInterval(effect, level);
        const { name, estimate, standardError, degreesOfFreedom, t, p } = effect;
        return [name, estimate, standardError, degreesOfFreedom, t, p, lower, upper];
      }),
    ),
    "",
    ...modelTable(
      ["varies over", "SD", "variance", "r", "share"],
      fit.components.map(({ group, first, second, covariance, deviation }) => {
        const name =
          first === undefined ? group : `${group}: ${first}${second === undefined ? "" : `, ${second}`}`;
        const share = fit.intraclass.find((own) => own.group === group)?.share ?? null;
        return second === undefined
          ? [name, deviation, covariance, null, share]
          : [name, null, covariance, deviation, null];
      }),
    ),
    "",
    `${fit.observations} rows; ${fit.groups.map(({ name, count }) => `${count} ${name}`).join(", ")}. ` +
      `${fit.method}: log-likelihood ${fit.logLikelihood.toFixed(4)}, ${fit.parameters} parameters, ` +
      `AIC ${fit.aic.toFixed(2)}, BIC ${fit.bic.toFixed(2)}.`,
  ];
}

function boundsOf(level: number): readonly [string, string] {
  return [`${percentOf(level)}% from`, "to"];
}

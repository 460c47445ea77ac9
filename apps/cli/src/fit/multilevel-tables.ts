import { type FittedMixedModel, type TestedFixedEffect, waldInterval } from "@concord/statistics";
import { modelTable } from "../model/model-table.ts";

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
): readonly string[] {
  return [
    ...modelTable(
      ["fixed effect", "b", "SE", "df", "t", "p", ...boundsOf(level)],
      tests.map((effect) => {
        const { lower, upper } = waldInterval(effect, level / 100);
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

export function boundsOf(level: number): readonly [string, string] {
  return [`${level}% from`, "to"];
}

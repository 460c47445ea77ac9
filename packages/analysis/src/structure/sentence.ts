import type { FittedStructuralModel, StructureComparison } from "@concord/statistics/structure";
import { chiSquare, probability, share } from "../text/apa.ts";
import type { StructureRequest, StructureResult } from "./request.ts";

/** The fit, in APA style; with invariance each step and what it costs. */
export function structureSentence(result: StructureResult, _flags: StructureRequest): string {
  if (result.kind === "invariance")
    return result.steps
      .map(({ step, model, difference }) => {
        const cost =
          difference === undefined
            ? ""
            : difference.notTested === undefined
              ? `, against the step before ${differenceWords(difference)}`
              : `, no test against the step before: ${difference.notTested}`;
        return `${step[0]!.toUpperCase()}${step.slice(1)}: ${fitWords(model)}${cost}.`;
      })
      .join(" ");
  const { model, difference } = result;
  const beside =
    difference === undefined
      ? ""
      : difference.notTested === undefined
        ? ` Against the other model ${differenceWords(difference)}.`
        : ` No test against the other model: ${difference.notTested}.`;
  const { chiSquare: statistic, degrees, rows } = model.fit;
  if (degrees === 0 && statistic === 0)
    return (
      `The model is saturated, ${chiSquare(0, 0, rows)}: it has a parameter for every mean and covariance that it explains and ` +
      `repeats any data, so that its fit has no test and its fit measures say nothing.${beside}`
    );
  return `The model ${degrees === 0 ? "is saturated" : "fitted with"} ${fitWords(model)}.${beside}`;
}

function differenceWords({ chiSquare: statistic, degrees, p }: StructureComparison): string {
  return `Δ${chiSquare(statistic, degrees)}${p === undefined ? "" : `, ${probability(p)}`}`;
}

function fitWords({ fit, robust }: FittedStructuralModel): string {
  const [lower, upper] = fit.approximationInterval;
  const statistic = robust?.chiSquare ?? fit.chiSquare;
  const p = robust === undefined ? fit.p : robust.p;
  return [
    chiSquare(statistic, fit.degrees, fit.rows) + (robust === undefined ? "" : " (scaled)"),
    ...(p === undefined ? [] : [probability(p)]),
    `CFI ${share(robust?.comparativeFit ?? fit.comparativeFit)}`,
    `TLI ${share(fit.tuckerLewis)}`,
    `RMSEA ${share(fit.approximationError)} [${share(lower)}, ${share(upper)}]`,
    `SRMR ${share(fit.standardizedResidual)}`,
  ].join(", ");
}

import {
  type FittedStructuralModel,
  modificationIndices,
  type StructuralEstimate,
  type StructureComparison,
} from "@concord/statistics/structure";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { chiSquare, number, probability, share } from "../text/apa.ts";
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

/** Estimates, fit and, if asked, the paths that would help most. */
export function structureTable(result: StructureResult, request: StructureRequest): readonly TablePart[] {
  if (result.kind === "invariance")
    return modelTable(
      ["step", "χ²", "df", "CFI", "RMSEA", "SRMR", "BIC", "Δχ²", "Δdf", "p"],
      result.steps.map(({ step, model: { fit }, difference }) => [
        step,
        fit.chiSquare,
        fit.degrees,
        fit.comparativeFit,
        fit.approximationError,
        fit.standardizedResidual,
        fit.bayes,
        difference?.chiSquare,
        difference?.degrees,
        difference?.p,
      ]),
    );
  const { model } = result;
  return [
    ...estimateLines(model),
    "",
    ...modelTable(
      ["fit", "value"],
      [
        ["log likelihood", model.fit.logLikelihood],
        ["AIC", model.fit.akaike],
        ["BIC", model.fit.bayes],
        ["p of close fit", model.fit.closeFitP],
        ["rows used", model.fit.rows],
        ["free values", model.fit.parameters],
      ],
    ),
    ...modificationLines(model, request.modificationIndices),
  ];
}

function estimateLines(model: FittedStructuralModel): readonly TablePart[] {
  const several = model.groups.length > 1;
  const of = ({ left, operator, right, label }: StructuralEstimate) =>
    `${left} ${operator === "~1" ? "~ 1" : `${operator} ${right}`}${label === "" || operator === ":=" ? "" : ` (${label})`}`;
  return modelTable(
    [...(several ? ["group"] : []), "path", "estimate", "se", "z", "p", "lower", "upper", "standardised"],
    model.estimates.map((estimate) => [
      ...(several ? [estimate.operator === ":=" ? "" : model.groups[estimate.group]!.label] : []),
      of(estimate),
      estimate.estimate,
      estimate.standardError,
      estimate.z,
      estimate.p,
      estimate.lower,
      estimate.upper,
      estimate.standardized,
    ]),
  );
}

function modificationLines(model: FittedStructuralModel, most: number | undefined): readonly TablePart[] {
  if (most === undefined) return [];
  const several = model.groups.length > 1;
  return [
    "",
    ...modelTable(
      ["if free", "χ² falls by", "p", "would be"],
      modificationIndices(model)
        .slice(0, most)
        .map(({ left, operator, right, group, index, p, expectedChange }) => [
          `${left} ${operator === "~1" ? "~ 1" : `${operator} ${right}`}${several ? ` (${model.groups[group]!.label})` : ""}`,
          index,
          p,
          expectedChange,
        ]),
    ),
    `Look at these with a theory in hand: a path freed because it fits these data may not be there in the next (${number(most, 0)} shown).`,
  ];
}

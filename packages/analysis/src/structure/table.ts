import {
  type FittedStructuralModel,
  modificationIndices,
  type StructuralEstimate,
} from "@concord/statistics/structure";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { number } from "../text/apa.ts";
import type { StructureRequest, StructureResult } from "./request.ts";

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

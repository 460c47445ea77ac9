import { INVARIANCE_STEPS } from "@concord/statistics/structure";
import { rLines, rText, rTexts } from "../r-program/lines.ts";
import { missingRuleOf, type StructureRequest, structuralOptions, syntaxOf } from "./request.ts";

/** The same with lavaan. */
export function structureRProgram(file: string, request: StructureRequest): string {
  const options = structuralOptions(request);
  const form = options.form ?? "sem";
  const shared = [
    "data = dat",
    ...(request.estimator === "ML" ? [] : [`estimator = ${rText(request.estimator)}`]),
    ...(missingRuleOf(request) === "fiml" ? ['missing = "ml"'] : []),
    ...(request.group === undefined ? [] : [`group = ${rText(request.group)}`]),
    ...(options.standardizedFactors === true ? ["std.lv = TRUE"] : []),
    ...(options.meanStructure === true ? ["meanstructure = TRUE"] : []),
    ...(options.freeIntercepts === true ? ["int.ov.free = TRUE"] : []),
    ...(options.fixedExogenous === false ? ["fixed.x = FALSE"] : []),
  ];
  const fit = (model: string, equal: readonly string[]) =>
    `${form}(${[model, ...shared, ...(equal.length === 0 ? [] : [`group.equal = ${rTexts(equal)}`])].join(", ")})`;
  return rLines(
    "structure",
    file,
    ["lavaan"],
    [
      ...(request.missingValues ?? []).map((value) => `dat[dat == ${value}] <- NA`),
      `model <- ${rText(syntaxOf(request))}`,
      ...(request.invariance === undefined ? single(request, fit) : steps(request.invariance, fit)),
    ],
  );
}

type Fit = (model: string, equal: readonly string[]) => string;

function single(
  { groupEqual = [], compare, modificationIndices, confidenceLevel: level }: StructureRequest,
  fit: Fit,
): string[] {
  return [
    `fit <- ${fit("model", groupEqual)}`,
    `print(parameterEstimates(fit, standardized = TRUE, level = ${level}))`,
    "print(fitMeasures(fit))",
    ...(modificationIndices === undefined
      ? []
      : [`print(head(modindices(fit, sort. = TRUE), ${modificationIndices}))`]),
    ...(compare === undefined
      ? []
      : [`other <- ${fit(rText(compare), groupEqual)}`, "print(lavTestLRT(fit, other))"]),
  ];
}

function steps(names: readonly (keyof typeof INVARIANCE_STEPS)[], fit: Fit): string[] {
  return [
    ...names.map((step) => `${step} <- ${fit("model", INVARIANCE_STEPS[step])}`),
    `print(lavTestLRT(${names.join(", ")}))`,
    `print(sapply(list(${names.map((step) => `${step} = ${step}`).join(", ")}), fitMeasures))`,
  ];
}

import { INVARIANCE_STEPS } from "@concord/statistics";
import { rLines, rText, rTexts } from "../model/r-lines.ts";
import { missingRuleOf, type StructureFlags, structuralOptions, syntaxOf } from "./request.ts";

/** The same with lavaan. */
export function structureRProgram(file: string, flags: StructureFlags): string {
  const options = structuralOptions(flags);
  const form = options.form ?? "sem";
  const shared = [
    "data = dat",
    ...(flags.estimator === "ML" ? [] : [`estimator = ${rText(flags.estimator)}`]),
    ...(missingRuleOf(flags) === "fiml" ? ['missing = "ml"'] : []),
    ...(flags.group === undefined ? [] : [`group = ${rText(flags.group)}`]),
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
      ...(flags.missingValues ?? []).map((value) => `dat[dat == ${value}] <- NA`),
      `model <- ${rText(syntaxOf(flags))}`,
      ...(flags.invariance === undefined ? single(flags, fit) : steps(flags.invariance, fit)),
    ],
  );
}

type Fit = (model: string, equal: readonly string[]) => string;

function single(
  { groupEqual = [], compare, modificationIndices, level }: StructureFlags,
  fit: Fit,
): string[] {
  return [
    `fit <- ${fit("model", groupEqual)}`,
    `print(parameterEstimates(fit, standardized = TRUE, level = ${level / 100}))`,
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

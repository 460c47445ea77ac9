import type { StructureComparison } from "./compare-structures.ts";
import type { invariance } from "./invariance.ts";
import type { ModificationIndex } from "./modification.ts";
import type { FittedStructuralModel, StructuralModel } from "./structural-model.ts";

/** A fitted model in the words of lavaan's parameterEstimates() and fitMeasures(); a refusal as an error. */
export function inLavaanTerms(model: StructuralModel): Readonly<Record<string, unknown>> {
  if (model.kind !== "fitted")
    return { error: true, kind: model.kind, message: model.reason, converged: false };
  return { converged: true, estimates: estimateColumns(model), fit: fitColumns(model) };
}

function estimateColumns({
  estimates,
  groups,
  table,
}: FittedStructuralModel): Readonly<Record<string, unknown>> {
  const isLabelled = table.rows.some(({ label }) => label !== "") || table.definitions.length > 0;
  const definedIn = (operator: string, group: number) => (operator === ":=" ? 0 : group + 1);
  return {
    lhs: estimates.map(({ left }) => left),
    op: estimates.map(({ operator }) => operator),
    rhs: estimates.map(({ right }) => right),
    ...(groups.length > 1
      ? { group: estimates.map(({ operator, group }) => definedIn(operator, group)) }
      : {}),
    ...(isLabelled ? { label: estimates.map(({ label }) => label) } : {}),
    est: estimates.map(({ estimate }) => estimate),
    se: estimates.map(({ standardError }) => standardError),
    z: estimates.map(({ z }) => z ?? null),
    p: estimates.map(({ p }) => p ?? null),
    ci_lower: estimates.map(({ lower }) => lower),
    ci_upper: estimates.map(({ upper }) => upper),
    std_all: estimates.map(({ standardized }) => (Number.isNaN(standardized) ? null : standardized)),
  };
}

function fitColumns({ fit, robust }: FittedStructuralModel): Readonly<Record<string, number | null>> {
  return {
    npar: fit.parameters,
    ntotal: fit.rows,
    chisq: fit.chiSquare,
    df: fit.degrees,
    pvalue: fit.p ?? null,
    "baseline.chisq": fit.baselineChiSquare,
    "baseline.df": fit.baselineDegrees,
    cfi: fit.comparativeFit,
    tli: fit.tuckerLewis,
    nfi: fit.normedFit ?? null,
    rni: fit.relativeNoncentrality,
    logl: fit.logLikelihood,
    "unrestricted.logl": fit.saturatedLogLikelihood,
    aic: fit.akaike,
    bic: fit.bayes,
    bic2: fit.adjustedBayes,
    rmsea: fit.approximationError,
    "rmsea.ci.lower": fit.approximationInterval[0],
    "rmsea.ci.upper": fit.approximationInterval[1],
    "rmsea.pvalue": fit.closeFitP ?? null,
    srmr: fit.standardizedResidual,
    rmr: fit.residual,
    gfi: fit.goodnessOfFit,
    ...(robust === undefined
      ? {}
      : {
          "chisq.scaled": robust.chiSquare,
          "pvalue.scaled": robust.p ?? null,
          "chisq.scaling.factor": robust.scaling,
          "cfi.robust": robust.comparativeFit ?? null,
          "rmsea.robust": robust.approximationError ?? null,
        }),
  };
}

/** Modification indices as modindices() lists them. */
export function modificationTerms(indices: readonly ModificationIndex[]): Readonly<Record<string, unknown>> {
  return {
    lhs: indices.map(({ left }) => left),
    op: indices.map(({ operator }) => operator),
    rhs: indices.map(({ right }) => right),
    ...(indices.some(({ group }) => group > 0) ? { group: indices.map(({ group }) => group + 1) } : {}),
    mi: indices.map(({ index }) => index),
    epc: indices.map(({ expectedChange }) => expectedChange),
  };
}

/** A difference as lavTestLRT() gives it. */
export function comparisonTerms({
  chiSquare,
  degrees,
  p,
  notTested,
}: StructureComparison): Readonly<Record<string, unknown>> {
  return {
    chisq: Number.isNaN(chiSquare) ? null : chiSquare,
    df: degrees,
    p: p ?? null,
    ...(notTested === undefined ? {} : { not_tested: notTested }),
  };
}

/** The steps of invariance by name, and their differences side by side. */
export function invarianceTerms(result: ReturnType<typeof invariance>): Readonly<Record<string, unknown>> {
  if (result.kind !== "fitted") return { ...inLavaanTerms(result), step: result.step };
  const differences = result.steps.flatMap(({ difference }) =>
    difference === undefined ? [] : [comparisonTerms(difference)],
  );
  return {
    ...Object.fromEntries(result.steps.map(({ step, model }) => [step, inLavaanTerms(model)])),
    diff: {
      chisq: differences.map(({ chisq }) => chisq),
      df: differences.map(({ df }) => df),
      p: differences.map(({ p }) => p),
    },
  };
}

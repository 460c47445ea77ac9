import {
  comparisonTerms,
  inLavaanTerms,
  invarianceTerms,
  modificationIndices,
  modificationTerms,
  standardizedSolution,
} from "@concord/statistics/structure";
import type { StructureRequest, StructureResult } from "./request.ts";

/** What lavaan's functions give, under their names. */
export function structureTerms(result: StructureResult, request: StructureRequest): unknown {
  if (result.kind === "invariance") return invarianceTerms({ kind: "fitted", steps: result.steps });
  const { model, other, difference } = result;
  const solution = standardizedSolution(model, request.confidenceLevel);
  return {
    ...inLavaanTerms(model),
    standardized: {
      est_std: solution.map(({ estimate }) => estimate),
      se: solution.map(({ standardError }) => standardError),
      ci_lower: solution.map(({ lower }) => lower),
      ci_upper: solution.map(({ upper }) => upper),
    },
    r2: {
      variable: model.explained.map(({ variable }) => variable),
      ...(model.groups.length > 1 ? { group: model.explained.map(({ group }) => group + 1) } : {}),
      r2: model.explained.map(({ share }) => share),
    },
    groups: model.groups.map(({ label, rows }) => ({ label, nobs: rows })),
    cautions: model.cautions,
    ...(request.modificationIndices === undefined
      ? {}
      : {
          modification_indices: modificationTerms(
            modificationIndices(model).slice(0, request.modificationIndices),
          ),
        }),
    ...(other === undefined || difference === undefined
      ? {}
      : { compared: inLavaanTerms(other), chisq_diff: comparisonTerms(difference) }),
  };
}

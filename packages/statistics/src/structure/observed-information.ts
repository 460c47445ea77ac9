import { type Matrix, zeros } from "@concord/numerics";
import { spreadOut } from "./constraints.ts";
import { evaluate } from "./normal-likelihood.ts";
import { freeInformation, freeSlopes, type Problem } from "./search.ts";

/**
 * The curvature of −log L over N at the values, in what is free: central differences of the exact slopes,
 * in steps of a ten-thousandth of what one row tells the value apart.
 * Undefined where a step beside the values leaves the admissible region.
 */
export function observedInformation(problem: Problem, values: Float64Array): Matrix | undefined {
  const centre = evaluate(problem.model, values, problem.data, problem.meanStructure);
  if (centre === undefined) return undefined;
  const expected = freeInformation(problem, centre);
  const { model, data, meanStructure, reduction } = problem;
  const n = reduction.free;
  const here = Float64Array.from(reduction.representative, (i) => values[i]!);
  const result = zeros(n, n);
  const slopesAt = (coordinate: number, offset: number) => {
    const there = Float64Array.from(here);
    there[coordinate]! += offset;
    const evaluation = evaluate(model, spreadOut(reduction, there), data, meanStructure);
    return evaluation === undefined ? undefined : freeSlopes(problem, evaluation);
  };
  for (let i = 0; i < n; i++) {
    const step = 1e-4 / Math.sqrt(Math.max(expected.values[i * n + i]!, 1e-300));
    const down = slopesAt(i, -step);
    const up = slopesAt(i, step);
    if (down === undefined || up === undefined) return undefined;
    for (let j = 0; j < n; j++) {
      const slope = (up[j]! - down[j]!) / (2 * step);
      result.values[i * n + j]! += slope / 2;
      result.values[j * n + i]! += slope / 2;
    }
  }
  return result;
}

import { symmetricEigen } from "@concord/numerics";
import type { Evaluation } from "./normal-likelihood.ts";
import type { ParameterTable } from "./parameter-table.ts";

/** What in a solution cannot be true of people: negative variances (Heywood), impossible covariances of factors. */
export function modelCautions(table: ParameterTable, { groups }: Evaluation): readonly string[] {
  const p = table.observed.length;
  const variables = [...table.observed, ...table.latent];
  return groups.flatMap(({ implied }, g) => {
    const n = implied.size;
    const place = groups.length > 1 ? ` in group ${g + 1}` : "";
    const negative = variables.flatMap((name, i) =>
      implied.symmetric[i * n + i]! < 0
        ? [`the variance of ${name} is estimated below zero${place}: read this solution with doubt`]
        : [],
    );
    if (n === p) return negative;
    const latent = Float64Array.from({ length: (n - p) ** 2 }, (_, at) => {
      return implied.covariance[(p + Math.floor(at / (n - p))) * n + p + (at % (n - p))]!;
    });
    const { values } = symmetricEigen({ rows: n - p, columns: n - p, values: latent });
    const isImpossible = values[0]! < -1e-8 * Math.max(...values);
    return isImpossible && negative.length === 0
      ? [`the covariances of the factors are impossible together${place}: two of them may be one`]
      : negative;
  });
}

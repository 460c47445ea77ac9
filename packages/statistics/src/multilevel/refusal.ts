import { solveFixed } from "./criterion.ts";
import type { RefusedMixedModel } from "./fit.ts";
import { type ScaledFixedPart, totalOf } from "./fixed-part.ts";
import type { MultilevelProblem } from "./problem.ts";
import type { ScaledSums } from "./scaled-sums.ts";

/** Why a problem cannot be fitted, or undefined. The rules are lme4's. */
export function refusalOf({
  design,
  products,
  scaled,
  fixed,
  random,
}: MultilevelProblem): RefusedMixedModel | undefined {
  const { rows } = products;
  const outcome = design.columns.at(-1)!.name;
  for (const { name, count } of products.factors) {
    if (count < 2) {
      return refused("too-few-groups", `${name} requires two or more groups: ${count}`);
    }
    if (count >= rows) {
      return refused(
        "one-row-per-group",
        `${name} has as many groups as rows (${rows}), so that groups and residuals cannot be told apart: leave it out`,
      );
    }
  }
  if (fixed.effects >= rows) {
    return refused(
      "not-enough-rows",
      `${fixed.effects} fixed effects require more than ${fixed.effects} complete rows: ${rows}`,
    );
  }
  if (isConstant(scaled.sums, scaled.size, scaled.cells)) {
    return refused("constant-outcome", `${outcome} has the same value in every row, so that nothing varies`);
  }
  if (explainsAll(fixed, scaled)) {
    return refused(
      "no-residual-variance",
      `the predictors fit ${outcome} exactly in every row, so that nothing is left to vary`,
    );
  }
  for (const block of random.blocks) {
    const { groups } = random.factors[block.factor]!;
    if (groups * block.effects < rows) continue;
    const names = design.terms[block.term]!.names.join(", ");
    return refused(
      "too-many-effects",
      `${groups * block.effects} random effects (${names} per ${block.group}) require more rows than that: ${rows}; ` +
        "let fewer effects vary",
    );
  }
  return undefined;
}

export function refused(because: RefusedMixedModel["because"], reason: string): RefusedMixedModel {
  return { kind: "refused", because, reason };
}

/** Whether least squares leaves nothing. */
function explainsAll(fixed: ScaledFixedPart, scaled: ScaledSums): boolean {
  const solution = solveFixed(fixed, totalOf(scaled));
  return solution !== undefined && !(solution.residualSum > 1e-12 * scaled.rows);
}

function isConstant(sums: Float64Array, size: number, cells: number): boolean {
  const triangle = (size * (size + 1)) / 2;
  for (let cell = 0; cell < cells; cell++) if (sums[(cell + 1) * triangle - 1]! > 0) return false;
  return true;
}

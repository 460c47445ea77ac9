import { chiSquareSurvival, type Matrix } from "@concord/numerics";
import { expectedInformation } from "./expected-information.ts";
import { inverseInformation } from "./inverse-information.ts";
import { slopes } from "./normal-likelihood.ts";
import { type Cell, cellOf } from "./path-model.ts";
import { freeInformation } from "./search.ts";
import type { FittedStructuralModel } from "./structural-model.ts";
import type { ModelOperator } from "./syntax/statement.ts";

/** What χ² would lose, and the path become, if one more path were free. */
export interface ModificationIndex {
  readonly left: string;
  readonly operator: ModelOperator;
  readonly right: string;
  readonly group: number;
  /** The expected fall of χ², a χ² with one degree of freedom. */
  readonly index: number;
  readonly p: number;
  /** The value the path would take. */
  readonly expectedChange: number;
}

/**
 * Which fixed or absent path stands most in the way of the fit? The score test of each: s²/(I − I′I⁻¹I), largest first.
 *
 * Sörbom D (1989). Psychometrika 54: 371–384. Candidates are loadings of all factors on all indicators, covariances of
 * residuals, covariances of factors, regressions among whatever takes part in one, and the fixed rows of the model. Paths whose freeing changes nothing are left out.
 */
export function modificationIndices(fit: FittedStructuralModel): readonly ModificationIndex[] {
  const { problem, evaluation } = fit;
  const { model, data, meanStructure, reduction } = problem;
  const rows = data.reduce((total, { count }) => total + count, 0);
  const inverse = inverseInformation(freeInformation(problem, evaluation));
  if (inverse.kind !== "inverse") return [];
  const found = data.flatMap((_, group) => {
    const candidates = candidatesOf(fit, group);
    if (candidates.length === 0) return [];
    const cells = [...model.free[group]!, ...candidates.map(({ cell }) => cell)];
    const information = expectedInformation(evaluation, data, group, cells, meanStructure);
    const perGroup = data.map((__, g) => (g === group ? cells : model.free[g]!));
    const slope = slopes(evaluation, data, perGroup, model.observed)[group]!;
    const own = model.free[group]!;
    return candidates.flatMap(({ left, operator, right }, c): readonly ModificationIndex[] => {
      const at = own.length + c;
      const shared = new Float64Array(model.parameters);
      own.forEach(({ parameter }, i) => {
        shared[parameter]! += information[at * cells.length + i]!;
      });
      const alone = information[at * cells.length + at]!;
      const remaining = alone - explainedBy(reduced(shared, reduction.spread), inverse.matrix);
      if (!(remaining > 1e-9 * alone)) return [];
      const score = -slope[at]!;
      const index = (rows * score * score) / remaining;
      if (index < 1e-10) return [];
      const p = chiSquareSurvival(index, 1);
      return [{ left, operator, right, group, index, p, expectedChange: score / remaining }];
    });
  });
  return found.sort((a, b) => b.index - a.index);
}

interface Candidate {
  readonly left: string;
  readonly operator: ModelOperator;
  readonly right: string;
  readonly cell: Cell;
}

function candidatesOf({ table, problem }: FittedStructuralModel, group: number): readonly Candidate[] {
  const position = new Map(problem.model.variables.map((name, i) => [name, i]));
  const there = new Set<string>();
  for (const { left, operator, right } of table.rows) {
    there.add(`${left} ${operator} ${right}`);
    if (operator === "~~") there.add(`${right} ~~ ${left}`);
  }
  const indicators = new Set(table.rows.flatMap((row) => (row.operator === "=~" ? [row.right] : [])));
  const measured = table.observed.filter((name) => indicators.has(name));
  const candidate = (left: string, operator: ModelOperator, right: string): readonly Candidate[] => {
    const known = there.has(`${left} ${operator} ${right}`);
    return known ? [] : [{ left, operator, right, cell: cellOf({ left, operator, right, group }, position) }];
  };
  // Whoever takes part in a regression may depend on anyone else who does, unless the model is conditional on them.
  const related = [
    ...new Set(table.rows.flatMap((row) => (row.operator === "~" ? [row.left, row.right] : []))),
  ];
  const regressions = related
    .filter((name) => !table.exogenous.includes(name))
    .flatMap((left) => related.flatMap((right) => (left === right ? [] : candidate(left, "~", right))));
  const pairs = (names: readonly string[]) =>
    names.flatMap((a, i) => names.slice(i + 1).flatMap((b) => candidate(a, "~~", b)));
  const fixed = table.rows.flatMap((row) => {
    if (row.group !== group || row.value.kind !== "fixed" || row.isExogenous) return [];
    const { left, operator, right } = row;
    return [{ left, operator, right, cell: cellOf(row, position) }];
  });
  return [
    ...fixed,
    ...table.latent.flatMap((factor) => measured.flatMap((name) => candidate(factor, "=~", name))),
    ...pairs(table.observed.filter((name) => !table.explanatory.includes(name))),
    ...pairs(table.latent),
    ...regressions,
  ];
}

function reduced(shared: Float64Array, spread: Matrix | undefined): Float64Array {
  if (spread === undefined) return shared;
  return Float64Array.from({ length: spread.columns }, (_, c) => {
    let value = 0;
    for (let i = 0; i < spread.rows; i++) value += shared[i]! * spread.values[i * spread.columns + c]!;
    return value;
  });
}

function explainedBy(shared: Float64Array, inverse: Matrix): number {
  const n = inverse.rows;
  let total = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) total += shared[i]! * inverse.values[i * n + j]! * shared[j]!;
  return total;
}

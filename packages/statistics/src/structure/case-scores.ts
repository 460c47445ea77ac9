import { type Matrix, multiply, zeros } from "@concord/numerics";
import type { Implied } from "./implied.ts";
import type { GroupData } from "./moments.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import type { FreeCell } from "./path-model.ts";
import type { Problem } from "./search.ts";

/** One row: what it answered, Σ⁻¹ over that, and its distance from the means. */
export interface Row {
  readonly at: readonly number[];
  readonly inverse: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * What each row says about each free value: the slope of its log likelihood. About the group, rows are taken from the
 * means and covariances of their own group, so that they add up to nothing.
 */
export function caseScores(problem: Problem, evaluation: Evaluation, about: "model" | "group"): Matrix {
  const { model, data, meanStructure, reduction } = problem;
  const rows = data.reduce((total, { count }) => total + count, 0);
  const own = zeros(rows, model.parameters);
  let next = 0;
  data.forEach((group, g) => {
    const { implied } = evaluation.groups[g]!;
    const cells = model.free[g]!;
    const means = meanStructure && about === "model" ? implied.mean : undefined;
    const expected = new Map<readonly number[], Float64Array>();
    const from = next;
    for (const row of rowsOfGroup(group, evaluation, g, means)) {
      const base = next++ * model.parameters;
      const scores = rowScores(row, implied, cells, meanStructure);
      if (about === "model" && !expected.has(row.at))
        expected.set(row.at, expectedScores(row, implied, cells));
      const expectation = expected.get(row.at);
      cells.forEach(({ parameter }, c) => {
        own.values[base + parameter]! += scores[c]! - (expectation?.[c] ?? 0);
      });
    }
    if (about === "group") centre(own, from, next);
  });
  return reduction.spread === undefined ? own : multiply(own, reduction.spread);
}

/** The rows of a group, from the means given or from their own. */
export function rowsOfGroup(
  { rows, count }: GroupData,
  { groups }: Evaluation,
  g: number,
  means: Float64Array | undefined,
): readonly Row[] {
  const p = rows.length / count;
  const byAnswers = new Map(groups[g]!.fitted.map((own) => [own.pattern.at.join(), own]));
  return Array.from({ length: count }, (_, row) => {
    const answered: number[] = [];
    for (let j = 0; j < p; j++) if (!Number.isNaN(rows[row * p + j]!)) answered.push(j);
    const { inverse, pattern } = byAnswers.get(answered.join())!;
    const deviation = Float64Array.from(pattern.at, (j, i) => {
      return rows[row * p + j]! - (means === undefined ? pattern.mean[i]! : means[j]!);
    });
    return { at: pattern.at, inverse, deviation };
  });
}

/** d′Σ⁻¹∂ΣΣ⁻¹d/2 + ∂μ′Σ⁻¹d by cell. */
function rowScores(
  { at, inverse, deviation }: Row,
  implied: Implied,
  cells: readonly FreeCell[],
  meanStructure: boolean,
): Float64Array {
  const n = implied.size;
  const k = at.length;
  const pulled = new Float64Array(n);
  const spread = new Float64Array(n);
  for (let i = 0; i < k; i++) {
    let value = 0;
    for (let j = 0; j < k; j++) value += inverse[i * k + j]! * deviation[j]!;
    const base = at[i]! * n;
    for (let v = 0; v < n; v++) {
      pulled[v]! += value * implied.total[base + v]!;
      spread[v]! += value * implied.covariance[base + v]!;
    }
  }
  return Float64Array.from(cells, ({ place, row, column }) => {
    if (place === "mean") return pulled[row]!;
    if (place === "symmetric") return (row === column ? 0.5 : 1) * pulled[row]! * pulled[column]!;
    return pulled[row]! * (spread[column]! + (meanStructure ? implied.mean[column]! : 0));
  });
}

/** tr(Σ⁻¹∂Σ)/2 by cell. */
function expectedScores({ at, inverse }: Row, implied: Implied, cells: readonly FreeCell[]): Float64Array {
  const n = implied.size;
  const k = at.length;
  const inner = (right: Float64Array, u: number, v: number) => {
    let value = 0;
    for (let i = 0; i < k; i++) {
      const own = implied.total[at[i]! * n + u]!;
      if (own === 0) continue;
      for (let j = 0; j < k; j++) value += own * inverse[i * k + j]! * right[at[j]! * n + v]!;
    }
    return value;
  };
  return Float64Array.from(cells, ({ place, row, column }) => {
    if (place === "mean") return 0;
    if (place === "directed") return inner(implied.covariance, row, column);
    return (row === column ? 0.5 : 1) * inner(implied.total, row, column);
  });
}

function centre(scores: Matrix, from: number, to: number): void {
  for (let c = 0; c < scores.columns; c++) {
    let total = 0;
    for (let i = from; i < to; i++) total += scores.values[i * scores.columns + c]!;
    for (let i = from; i < to; i++) scores.values[i * scores.columns + c]! -= total / (to - from);
  }
}

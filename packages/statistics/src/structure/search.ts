import { cholesky, type Matrix, multiply, solveCholesky, transpose, zeros } from "@concord/numerics";
import { type Reduction, spreadOut } from "./constraints.ts";
import { expectedInformation } from "./expected-information.ts";
import type { GroupData } from "./moments.ts";
import { type Evaluation, evaluate, slopes } from "./normal-likelihood.ts";
import type { PathModel } from "./path-model.ts";

/** A model, its data and what is left free in it. */
export interface Problem {
  readonly model: PathModel;
  readonly data: readonly GroupData[];
  readonly meanStructure: boolean;
  readonly reduction: Reduction;
}

export type Search =
  | {
      readonly kind: "settled";
      readonly values: Float64Array;
      readonly evaluation: Evaluation;
      readonly steps: number;
    }
  | {
      readonly kind: "unsettled";
      readonly reason: "start" | "no-descent" | "limit";
      readonly steps: number;
    };

/**
 * The parameters under which the data are likeliest, by Fisher's scoring: each step solves the expected information
 * for the slope, is halved until the likelihood rises, and damped where the information has no inverse (Levenberg).
 * Settled when a step moves nothing by more than 10⁻⁸ of its standard error.
 */
export function search(problem: Problem, start: Float64Array, limit = 500): Search {
  const { model, data, meanStructure, reduction } = problem;
  const rows = data.reduce((total, { count }) => total + count, 0);
  let free = Float64Array.from(reduction.representative, (i) => start[i]!);
  const at = (values: Float64Array) => evaluate(model, spreadOut(reduction, values), data, meanStructure);
  let here = at(free);
  if (here === undefined) return { kind: "unsettled", reason: "start", steps: 0 };
  let damping = 0;
  for (let steps = 0; steps < limit; steps++) {
    const slope = freeSlopes(problem, here);
    const information = freeInformation(problem, here);
    const step = damped(information, slope, damping);
    if (step === undefined) {
      damping = Math.max(1e-8, damping * 10);
      if (damping > 1e8) return { kind: "unsettled", reason: "no-descent", steps };
      continue;
    }
    // Twice the gain to be expected: the squared length of the step in standard errors, over N.
    const promise = -step.reduce((total, value, i) => total + value * slope[i]!, 0);
    if (rows * promise < 1e-16)
      return { kind: "settled", values: spreadOut(reduction, free), evaluation: here, steps };
    const moved = descend(free, step, here.deviance, promise, at);
    if (moved === undefined) {
      if (rows * promise < 1e-9)
        return { kind: "settled", values: spreadOut(reduction, free), evaluation: here, steps };
      damping = Math.max(1e-6, damping * 10);
      if (damping > 1e8) return { kind: "unsettled", reason: "no-descent", steps };
      continue;
    }
    damping = damping > 1e-9 ? damping / 10 : 0;
    free = moved.free;
    here = moved.evaluation;
  }
  return { kind: "unsettled", reason: "limit", steps: limit };
}

/** The slope in what is free. */
export function freeSlopes({ model, data, reduction }: Problem, evaluation: Evaluation): Float64Array {
  const own = new Float64Array(model.parameters);
  slopes(evaluation, data, model.free, model.observed).forEach((list, g) => {
    model.free[g]!.forEach(({ parameter }, c) => {
      own[parameter]! += list[c]!;
    });
  });
  const { spread } = reduction;
  if (spread === undefined) return own;
  return Float64Array.from({ length: reduction.free }, (_, column) => {
    let value = 0;
    for (let i = 0; i < own.length; i++) value += spread.values[i * reduction.free + column]! * own[i]!;
    return value;
  });
}

/** The expected information of one row about what is free. */
export function freeInformation(problem: Problem, evaluation: Evaluation): Matrix {
  const { model, data, meanStructure, reduction } = problem;
  const own = zeros(model.parameters, model.parameters);
  model.free.forEach((cells, g) => {
    const information = expectedInformation(evaluation, data, g, cells, meanStructure);
    for (let a = 0; a < cells.length; a++) {
      const row = cells[a]!.parameter * model.parameters;
      for (let b = 0; b < cells.length; b++)
        own.values[row + cells[b]!.parameter]! += information[a * cells.length + b]!;
    }
  });
  return reducedForm(own, reduction);
}

/** T′MT. */
function reducedForm(own: Matrix, { spread }: Reduction): Matrix {
  return spread === undefined ? own : multiply(transpose(spread), multiply(own, spread));
}

function damped(information: Matrix, slope: Float64Array, damping: number): Float64Array | undefined {
  const n = information.rows;
  const values = Float64Array.from(information.values);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, values[i * n + i]!);
  for (let i = 0; i < n; i++) values[i * n + i]! += damping * Math.max(values[i * n + i]!, 1e-4 * largest);
  const factored = cholesky({ rows: n, columns: n, values });
  if (factored.kind !== "positive-definite") return undefined;
  return solveCholesky(factored.factor, { rows: n, columns: 1, values: slope.map((value) => -value) }).values;
}

interface Moved {
  readonly free: Float64Array<ArrayBuffer>;
  readonly evaluation: Evaluation;
}

function descend(
  free: Float64Array,
  step: Float64Array,
  deviance: number,
  promise: number,
  at: (values: Float64Array) => Evaluation | undefined,
): Moved | undefined {
  for (let size = 1; size > 1e-9; size /= 2) {
    const next = free.map((value, i) => value + size * step[i]!);
    const evaluation = at(next);
    if (evaluation === undefined) continue;
    // Below this the change of the likelihood is rounding, and the step itself says where to go.
    const negligible = promise < 1e-11 * Math.max(1, Math.abs(deviance));
    if (negligible || evaluation.deviance <= deviance - 2e-4 * size * promise)
      return { free: Float64Array.from(next), evaluation };
  }
  return undefined;
}

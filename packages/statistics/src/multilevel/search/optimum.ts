import { minimizeWithinBounds, symmetricEigen, zeros } from "@concord/numerics";

/** A function with its slopes. */
export interface Smooth {
  readonly value: (at: readonly number[]) => number;
  readonly slopes: (at: readonly number[]) => readonly number[];
}

export interface SmoothPlace {
  readonly value: number;
  readonly slopes: () => readonly number[];
}

/** A function that remembers its last place, so that the slopes after a value cost no second evaluation. */
export function remembering(evaluate: (at: readonly number[]) => SmoothPlace): Smooth {
  let last: { readonly at: readonly number[]; readonly place: SmoothPlace } | undefined;
  const placeAt = (at: readonly number[]): SmoothPlace => {
    const isKnown = last?.at.every((value, i) => value === at[i]) ?? false;
    if (last === undefined || !isKnown) last = { at: [...at], place: evaluate(at) };
    return last.place;
  };
  return { value: (at) => placeAt(at).value, slopes: (at) => placeAt(at).slopes() };
}

/** Where a criterion is least. */
export interface Optimum {
  readonly theta: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  /** The slopes of slopes there, about. */
  readonly hessian: Square;
  /** The largest element of |Hessian⁻¹ gradient|. */
  readonly distance: number;
  /** By how much the criterion could still fall, about. */
  readonly remaining: number;
}

export type Square = readonly (readonly number[])[];

/** The slopes of slopes, by central differences: what a Newton step and Satterthwaite's degrees need. */
export function hessianOf(
  slopes: (at: readonly number[]) => readonly number[],
  at: readonly number[],
  step = 1e-4,
): Square {
  const rows = at.map((value, i) => {
    const h = step * Math.max(1, Math.abs(value));
    const moved = (to: number) => slopes(at.map((other, j) => (j === i ? to : other)));
    const above = moved(value + h);
    const below = moved(value - h);
    return above.map((slope, j) => (slope - below[j]!) / (2 * h));
  });
  return rows.map((row, i) => row.map((value, j) => 0.5 * (value + rows[j]![i]!)));
}

/**
 * The least value of a criterion over θ: quasi-Newton steps, then Newton's until they no longer move.
 *
 * θ is not bounded: the criterion is the same for a column of Λ and for its negative, so that a variance of zero is a
 * place where the slope is zero. A place from which the criterion still falls to both sides is left.
 */
export function optimumFrom(deviance: Smooth, start: readonly number[], tolerance = 1e-10): Optimum {
  let best = searched(deviance, start, tolerance);
  for (let attempt = 0; attempt < 3; attempt++) {
    const aside = downhill(deviance, best);
    if (aside === undefined) break;
    const other = searched(deviance, aside, tolerance);
    if (other.value < best.value) best = other;
  }
  return best;
}

/** From a place that is nearly right, with a Hessian that is nearly right; undefined where that was not so. */
export function optimumNear(
  deviance: Smooth,
  start: readonly number[],
  curvature: Square,
  tolerance = 1e-9,
): Optimum | undefined {
  let theta = start;
  let gradient = deviance.slopes(theta);
  let hessian = curvature;
  for (let step = 0; step < 12; step++) {
    const move = newtonStep(hessian, gradient);
    const distance = Math.max(0, ...move.map(Math.abs));
    if (!(distance < 0.5)) return undefined;
    const next = theta.map((own, i) => own - move[i]!);
    const value = deviance.value(next);
    if (!Number.isFinite(value)) return undefined;
    const slopes = deviance.slopes(next);
    const moved = move.map((own) => -own);
    hessian = updated(
      hessian,
      moved,
      slopes.map((own, i) => own - gradient[i]!),
    );
    theta = next;
    gradient = slopes;
    const left = newtonStep(hessian, gradient);
    const length = Math.max(0, ...left.map(Math.abs));
    const remaining = expectedFall(gradient, left);
    if (length < tolerance) return { theta, value, gradient, hessian, distance: length, remaining };
  }
  return undefined;
}

function searched(deviance: Smooth, start: readonly number[], tolerance: number): Optimum {
  const found = minimizeWithinBounds(
    { value: deviance.value, gradient: deviance.slopes, start },
    { slopeTolerance: 1e-6 },
  );
  return polished(deviance, found.at, tolerance);
}

/** Newton steps until they no longer move. */
export function polished(deviance: Smooth, from: readonly number[], tolerance: number): Optimum {
  let theta = from;
  let value = deviance.value(theta);
  let gradient = deviance.slopes(theta);
  let hessian: Square = [];
  let distance = Number.POSITIVE_INFINITY;
  let remaining = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 12; step++) {
    // Close to the end the last Hessian serves for one more step.
    if (step === 0 || distance > 1e-5) hessian = hessianOf(deviance.slopes, theta);
    const move = newtonStep(hessian, gradient);
    const length = Math.max(0, ...move.map(Math.abs));
    if (length >= distance && length < 1e-5) break;
    distance = length;
    remaining = expectedFall(gradient, move);
    const next = descended(deviance, theta, value, move);
    if (next === undefined) break;
    theta = next;
    value = deviance.value(theta);
    gradient = deviance.slopes(theta);
    if (distance < tolerance) break;
  }
  return { theta, value, gradient, hessian, distance, remaining };
}

/** A Newton step, halved until the criterion does not rise; rounding of its value must not stop a step that is right. */
function descended(
  deviance: Smooth,
  theta: readonly number[],
  value: number,
  move: readonly number[],
): readonly number[] | undefined {
  const grain = 1e-12 * Math.max(1, Math.abs(value));
  for (let share = 1; share > 1e-3; share /= 2) {
    const next = theta.map((own, i) => own - share * move[i]!);
    if (deviance.value(next) <= value + grain) return next;
  }
  return undefined;
}

/** By how much a Newton step should lower the criterion: g′H⁻¹g / 2. */
function expectedFall(gradient: readonly number[], move: readonly number[]): number {
  return 0.5 * gradient.reduce((sum, slope, i) => sum + slope * move[i]!, 0);
}

/** H⁻¹g over the directions in which the criterion is curved upwards. */
function newtonStep(hessian: Square, gradient: readonly number[]): readonly number[] {
  const { values, vectors } = eigenOf(hessian);
  const n = gradient.length;
  const floor = 1e-9 * Math.max(0, ...values.map(Math.abs));
  const step = new Array<number>(n).fill(0);
  for (let k = 0; k < n; k++) {
    if (!(values[k]! > floor)) continue;
    let along = 0;
    for (let i = 0; i < n; i++) along += vectors.values[i * n + k]! * gradient[i]!;
    for (let i = 0; i < n; i++) step[i]! += (vectors.values[i * n + k]! * along) / values[k]!;
  }
  return step;
}

/** A place beside a saddle that lies lower, if the optimum is one. */
function downhill(deviance: Smooth, { theta, value, hessian }: Optimum): readonly number[] | undefined {
  const { values, vectors } = eigenOf(hessian);
  const n = theta.length;
  if (n === 0 || !(values[0]! < -1e-6 * Math.max(...values.map(Math.abs)))) return undefined;
  for (const size of [0.3, 0.1, 0.03, 0.01]) {
    const aside = theta.map((own, i) => own + size * vectors.values[i * n]!);
    if (deviance.value(aside) < value) return aside;
  }
  return undefined;
}

function eigenOf(square: Square) {
  const n = square.length;
  const matrix = zeros(n, n);
  square.forEach((row, i) => {
    matrix.values.set(row, i * n);
  });
  return symmetricEigen(matrix);
}

/** Broyden, Fletcher, Goldfarb and Shanno's update, left out where the slope did not rise along the step. */
function updated(hessian: Square, moved: readonly number[], turned: readonly number[]): Square {
  const pushed = hessian.map((row) => row.reduce((sum, value, j) => sum + value * moved[j]!, 0));
  const along = moved.reduce((sum, value, i) => sum + value * turned[i]!, 0);
  const curved = moved.reduce((sum, value, i) => sum + value * pushed[i]!, 0);
  if (!(along > 0.1 * curved) || !(curved > 0)) return hessian;
  return hessian.map((row, i) =>
    row.map((value, j) => value + (turned[i]! * turned[j]!) / along - (pushed[i]! * pushed[j]!) / curved),
  );
}

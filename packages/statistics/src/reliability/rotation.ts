import {
  addScaled,
  crossProduct,
  identity,
  type Matrix,
  multiply,
  symmetricPower,
  transpose,
  zeros,
} from "@concord/numerics";

export type Rotation = "oblimin" | "varimax" | "none";

/** Loadings after a turn of the axes, and how the turned factors go together. */
export interface RotatedFactors {
  readonly loadings: Matrix;
  readonly between: Matrix;
  readonly isSettled: boolean;
}

/**
 * Turns factors to where each item loads on few of them.
 *
 * Oblimin with γ = 0 (Jennrich RI, Sampson PF 1966, Psychometrika 31: 313–323) lets factors correlate; varimax (Kaiser
 * HF 1958, Psychometrika 23: 187–200, items at unit length) keeps them apart. Both by projected gradients: Jennrich RI
 * (2001) Psychometrika 66: 289–306 and (2002) 67: 7–19.
 */
export function rotateFactors(loadings: Matrix, rotation: Rotation): RotatedFactors {
  const factors = loadings.columns;
  if (factors === 1 || rotation === "none") return { loadings, between: identity(factors), isSettled: true };
  const turned = rotation === "oblimin" ? oblique(loadings) : orthogonal(loadings);
  return ordered(turned);
}

/** The criterion ¼ Σ over pairs of factors of Σ λ²λ² and its slope in the loadings. */
function quartimin(loadings: Matrix): { readonly value: number; readonly slope: Matrix } {
  const { rows, columns, values } = loadings;
  const slope = zeros(rows, columns);
  let value = 0;
  for (let i = 0; i < rows; i++) {
    let all = 0;
    for (let f = 0; f < columns; f++) all += values[i * columns + f]! ** 2;
    for (let f = 0; f < columns; f++) {
      const own = values[i * columns + f]!;
      slope.values[i * columns + f] = own * (all - own * own);
      value += own * own * (all - own * own);
    }
  }
  return { value: value / 4, slope };
}

/** −¼ of the variance of squared loadings within factors, and its slope. */
function varimax(loadings: Matrix): { readonly value: number; readonly slope: Matrix } {
  const { rows, columns, values } = loadings;
  const slope = zeros(rows, columns);
  let value = 0;
  for (let f = 0; f < columns; f++) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += values[i * columns + f]! ** 2 / rows;
    for (let i = 0; i < rows; i++) {
      const own = values[i * columns + f]!;
      const away = own * own - mean;
      value -= (away * away) / 4;
      slope.values[i * columns + f] = -own * away;
    }
  }
  return { value, slope };
}

const LIMIT = 5000;
const TOLERANCE = 1e-9;

/** L = A(T′)⁻¹ with columns of T of unit length. */
function oblique(start: Matrix): RotatedFactors {
  let turn = identity(start.columns);
  let inverse = identity(start.columns);
  let loadings = start;
  let { value, slope } = quartimin(loadings);
  let stride = 1;
  for (let step = 0; step < LIMIT; step++) {
    const own = scaled(transpose(multiply(multiply(transpose(loadings), slope), inverse)), -1);
    const along = columnsDot(turn, own);
    const projected = addScaled(own, scaleColumns(turn, along), -1);
    const size = norm(projected);
    if (size < TOLERANCE) return finish(loadings, turn, true);
    stride *= 2;
    for (let halving = 0; ; halving++) {
      const next = unitColumns(addScaled(turn, projected, -stride));
      const nextInverse = inverseOf(next);
      if (nextInverse !== undefined) {
        const nextLoadings = multiply(start, transpose(nextInverse));
        const there = quartimin(nextLoadings);
        if (there.value < value - 0.5 * size * size * stride || halving > 40) {
          if (halving > 40) return finish(loadings, turn, size < 1e-5);
          [turn, inverse, loadings, value, slope] = [
            next,
            nextInverse,
            nextLoadings,
            there.value,
            there.slope,
          ];
          break;
        }
      }
      stride /= 2;
    }
  }
  return finish(loadings, turn, false);
}

/** L = AT with orthogonal T, of items scaled to unit length (Kaiser). */
function orthogonal(start: Matrix): RotatedFactors {
  const lengths = Array.from({ length: start.rows }, (_, i) => {
    const row = start.values.subarray(i * start.columns, (i + 1) * start.columns);
    return Math.sqrt(row.reduce((total, x) => total + x * x, 0)) || 1;
  });
  const unit = {
    ...start,
    values: start.values.map((x, at) => x / lengths[Math.floor(at / start.columns)]!),
  };
  let turn = identity(start.columns);
  let loadings: Matrix = unit;
  let { value, slope } = varimax(loadings);
  let stride = 1;
  let isSettled = false;
  for (let step = 0; step < LIMIT && !isSettled; step++) {
    const own = crossProduct(unit, slope);
    const inner = multiply(transpose(turn), own);
    const even = scaled(addScaled(inner, transpose(inner), 1), 0.5);
    const projected = addScaled(own, multiply(turn, even), -1);
    const size = norm(projected);
    if (size < TOLERANCE) {
      isSettled = true;
      break;
    }
    stride *= 2;
    for (let halving = 0; ; halving++) {
      const next = nearestOrthogonal(addScaled(turn, projected, -stride));
      const nextLoadings = multiply(unit, next);
      const there = varimax(nextLoadings);
      if (halving > 40) {
        isSettled = true;
        break;
      }
      if (there.value < value - 0.5 * size * size * stride) {
        [turn, loadings, value, slope] = [next, nextLoadings, there.value, there.slope];
        break;
      }
      stride /= 2;
    }
  }
  return { loadings: multiply(start, turn), between: identity(start.columns), isSettled };
}

function finish(loadings: Matrix, turn: Matrix, isSettled: boolean): RotatedFactors {
  return { loadings, between: crossProduct(turn, turn), isSettled };
}

/** Factors from the strongest on, each pointing where most of its items point. */
function ordered({ loadings, between, isSettled }: RotatedFactors): RotatedFactors {
  const { rows, columns, values } = loadings;
  const strength = Array.from({ length: columns }, (_, f) => {
    let squares = 0;
    let direction = 0;
    for (let i = 0; i < rows; i++) {
      squares += values[i * columns + f]! ** 2;
      direction += values[i * columns + f]! ** 3;
    }
    return { f, squares, sign: direction < 0 ? -1 : 1 };
  }).sort((a, b) => b.squares - a.squares);
  const turned = zeros(rows, columns);
  const related = zeros(columns, columns);
  strength.forEach(({ f, sign }, to) => {
    for (let i = 0; i < rows; i++) turned.values[i * columns + to] = sign * values[i * columns + f]!;
    strength.forEach((other, at) => {
      related.values[to * columns + at] = sign * other.sign * between.values[f * columns + other.f]!;
    });
  });
  return { loadings: turned, between: related, isSettled };
}

const scaled = (a: Matrix, factor: number): Matrix => ({ ...a, values: a.values.map((x) => x * factor) });

const norm = (a: Matrix): number => Math.sqrt(a.values.reduce((total, x) => total + x * x, 0));

function columnsDot(a: Matrix, b: Matrix): readonly number[] {
  return Array.from({ length: a.columns }, (_, c) => {
    let total = 0;
    for (let i = 0; i < a.rows; i++) total += a.values[i * a.columns + c]! * b.values[i * a.columns + c]!;
    return total;
  });
}

function scaleColumns(a: Matrix, factors: readonly number[]): Matrix {
  return { ...a, values: a.values.map((x, at) => x * factors[at % a.columns]!) };
}

function unitColumns(a: Matrix): Matrix {
  return scaleColumns(
    a,
    columnsDot(a, a).map((square) => 1 / Math.sqrt(square)),
  );
}

/** A(A′A)^−½: the orthogonal matrix closest to A. */
function nearestOrthogonal(a: Matrix): Matrix {
  return multiply(a, symmetricPower(crossProduct(a, a), -0.5));
}

/** (A′A)⁻¹A′, as A is square. */
function inverseOf(a: Matrix): Matrix | undefined {
  const square = crossProduct(a, a);
  const inverse = symmetricPower(square, -1);
  return inverse.values.every(Number.isFinite) ? multiply(inverse, transpose(a)) : undefined;
}

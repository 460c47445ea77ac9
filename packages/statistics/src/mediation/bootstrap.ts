import type { Chance } from "@concord/numerics";
import { type BootstrapSummary, summarizeDraws } from "./bootstrap-interval.ts";
import { type CrossProducts, crossProducts, slopeSolver } from "./cross-product-resampling.ts";
import { effectAt } from "./effect-polynomial.ts";
import type { EstimatedEffect, FittedMediation } from "./mediation.ts";

/** Where resamples come from: chance, or rows that are given (positions among the rows used, from 0). */
export type Resamples =
  | { readonly kind: "drawn"; readonly count: number; readonly chance: Chance }
  | { readonly kind: "given"; readonly rows: readonly (readonly number[])[] };

/** One effect over all resamples. */
export interface BootstrappedEffect extends BootstrapSummary {
  readonly effect: EstimatedEffect;
}

export interface MediationBootstrap {
  readonly effects: readonly BootstrappedEffect[];
  readonly resamples: number;
  /** Resamples in which some equation was not determined, as when a predictor came out constant; not counted. */
  readonly failed: number;
}

/**
 * How sure are indirect effects, without assuming that a product of two normal estimates is normal?
 *
 * Rows are drawn with replacement and all equations refitted; the spread of an effect over resamples is its doubt.
 * The values of a moderator stay those of the whole sample. Efron B, Tibshirani RJ (1993), An Introduction to the
 * Bootstrap, chapters 13 and 14; Shrout PE, Bolger N (2002), Psychol Methods 7: 422–445.
 */
export function bootstrapMediation(
  fit: FittedMediation,
  resamples: Resamples,
  level = fit.level,
): MediationBootstrap {
  const sums = crossProducts(fit.equations);
  const { draws, failed } =
    resamples.kind === "drawn"
      ? drawnEffects(sums, fit.effects, resamples.count, resamples.chance)
      : givenEffects(sums, fit.effects, resamples.rows);
  const jackknife = jackknifedEffects(sums, fit.effects);
  return {
    resamples: draws[0]!.length,
    failed,
    effects: fit.effects.map((effect, j) => ({
      effect,
      ...summarizeDraws(draws[j]!, effect.estimate, jackknife[j]!, level),
    })),
  };
}

interface Draws {
  /** One list for each effect. */
  readonly draws: readonly Float64Array[];
  readonly failed: number;
}

function drawnEffects(
  sums: CrossProducts,
  effects: readonly EstimatedEffect[],
  count: number,
  chance: Chance,
): Draws {
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`a bootstrap requires two or more resamples: ${count}`);
  const { rows } = sums;
  const positions = new Int32Array(rows);
  return gathered(sums, effects, count, (total) => {
    drawPositions(positions, rows, chance);
    addRows(sums, positions, total);
    return rows;
  });
}

/**
 * Fills positions evenly from 0 … rows − 1. One number of 53 bits serves several positions, as the digits of a whole
 * number below rowsᵏ ≤ 2³², whose unevenness stays below 2⁻²¹ of a position's probability.
 */
function drawPositions(positions: Int32Array, rows: number, chance: Chance): void {
  const digits = Math.max(1, Math.floor((32 * Math.LN2) / Math.log(Math.max(rows, 2))));
  const span = rows ** digits;
  let next = 0;
  while (next < positions.length) {
    let number = Math.floor(chance() * span);
    for (let digit = 0; digit < digits && next < positions.length; digit++) {
      const rest = Math.floor(number / rows);
      positions[next++] = number - rest * rows;
      number = rest;
    }
  }
}

/** Adds the contributions of the rows to the sums, four rows at a time. */
function addRows({ contributions, width }: CrossProducts, positions: Int32Array, total: Float64Array): void {
  const whole = positions.length - (positions.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = positions[i]! * width;
    const b = positions[i + 1]! * width;
    const c = positions[i + 2]! * width;
    const d = positions[i + 3]! * width;
    for (let k = 0; k < width; k++)
      total[k]! +=
        contributions[a + k]! + contributions[b + k]! + (contributions[c + k]! + contributions[d + k]!);
  }
  for (let i = whole; i < positions.length; i++) {
    const start = positions[i]! * width;
    for (let k = 0; k < width; k++) total[k]! += contributions[start + k]!;
  }
}

function givenEffects(
  sums: CrossProducts,
  effects: readonly EstimatedEffect[],
  given: readonly (readonly number[])[],
): Draws {
  const { rows } = sums;
  if (given.length < 2) throw new RangeError(`a bootstrap requires two or more resamples: ${given.length}`);
  given.forEach((own, draw) => {
    const wrong = own.find((row) => !Number.isInteger(row) || row < 0 || row >= rows);
    if (wrong !== undefined)
      throw new RangeError(
        `a resample requires rows from 1 to ${rows}: ${wrong + 1} in resample ${draw + 1}`,
      );
  });
  return gathered(sums, effects, given.length, (total, draw) => {
    addRows(sums, Int32Array.from(given[draw]!), total);
    return given[draw]!.length;
  });
}

/** The effects with each row left out in turn: the sums of all less those of the row. */
function jackknifedEffects(
  sums: CrossProducts,
  effects: readonly EstimatedEffect[],
): readonly Float64Array[] {
  const { rows, width, contributions } = sums;
  const whole = new Float64Array(width);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < width; k++) whole[k]! += contributions[i * width + k]!;
  }
  return gathered(sums, effects, rows, (total, row) => {
    for (let k = 0; k < width; k++) total[k] = whole[k]! - contributions[row * width + k]!;
    return rows - 1;
  }).draws;
}

/** Sums by `fill`, slopes from them, effects from those: nothing is allocated for a draw. */
function gathered(
  sums: CrossProducts,
  effects: readonly EstimatedEffect[],
  count: number,
  fill: (total: Float64Array, draw: number) => number,
): Draws {
  const total = new Float64Array(sums.width);
  const slopes = new Float64Array(sums.coefficientCount).fill(Number.NaN);
  const solve = slopeSolver(sums);
  const draws = effects.map(() => new Float64Array(count));
  let kept = 0;
  for (let draw = 0; draw < count; draw++) {
    total.fill(0);
    const drawn = fill(total, draw);
    if (!solve(total, drawn, slopes)) continue;
    for (let j = 0; j < effects.length; j++) draws[j]![kept] = effectAt(effects[j]!.polynomial, slopes);
    kept++;
  }
  return { draws: draws.map((values) => values.subarray(0, kept)), failed: count - kept };
}

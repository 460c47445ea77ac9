/** How many last digits of the largest effect a residual may have and still be rounding alone. */
const LAST_DIGITS = 16;

/**
 * Returns whether a model passes through every effect, so that its residuals are rounding and hold no spread: a
 * standard error that is estimated from residuals, or a rank of them, would then be a number made of rounding errors.
 * The limit is relative to the effects, so that neither their unit nor their origin counts.
 */
export function fitsExactly(effects: ArrayLike<number>, residuals: ArrayLike<number>): boolean {
  let largest = 0;
  for (let i = 0; i < effects.length; i++) largest = Math.max(largest, Math.abs(effects[i]!));
  const limit = LAST_DIGITS * Number.EPSILON * largest;
  for (let i = 0; i < residuals.length; i++) if (!(Math.abs(residuals[i]!) <= limit)) return false;
  return true;
}

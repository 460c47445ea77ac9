/** log(1 − eˣ) for x ≤ 0, right at both ends (Mächler M 2012, Accurately computing log(1 − exp(−|a|))). */
export function logOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}

/** log(eᵃ + eᵇ). */
export function logSumExp(a: number, b: number): number {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

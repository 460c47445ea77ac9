const EULER_MASCHERONI = 0.5772156649015329;
export const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ζ(n) − 1 for n = 2 … 40: the first terms of the sum, and Euler and Maclaurin's formula for the rest.
 */
const ZETA_MINUS_ONE: readonly number[] = Array.from({ length: 39 }, (_, index) => {
  const n = index + 2;
  const from = 64;
  let sum = 0;
  for (let i = from - 1; i >= 2; i--) sum += i ** -n;
  const tail =
    from ** (1 - n) / (n - 1) +
    0.5 * from ** -n +
    (n / 12) * from ** (-n - 1) -
    ((n * (n + 1) * (n + 2)) / 720) * from ** (-n - 3) +
    ((n * (n + 1) * (n + 2) * (n + 3) * (n + 4)) / 30240) * from ** (-n - 5);
  return sum + tail;
});

/**
 * log Γ(1 + z), right to relative precision even where it vanishes (z = 0 and z = 1).
 *
 * log Γ(1 + z) = −log(1 + z) + z(1 − γ) + Σₙ (−1)ⁿ (ζ(n) − 1) zⁿ / n, which converges for |z| < 2.
 * Abramowitz M, Stegun IA (1964), 6.1.33.
 */
export function logGammaOnePlus(z: number): number {
  if (z >= -0.5 && z <= 0.5) {
    let sum = 0;
    for (let n = ZETA_MINUS_ONE.length + 1; n >= 2; n--) {
      sum = sum * -z + ZETA_MINUS_ONE[n - 2]! / n;
    }
    return -Math.log1p(z) + z * (1 - EULER_MASCHERONI) + z * z * sum;
  }
  return logGamma(1 + z);
}

/**
 * log Γ(x) for x > 0.
 *
 * Near 1 and 2, where the logarithm vanishes, by the series about 1; below ten by recurrence; above by
 * Stirling's series. Zero gives infinity, a negative number NaN.
 */
export function logGamma(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaOnePlus(x - 1);
  if (x <= 2.5) return Math.log1p(x - 2) + logGammaOnePlus(x - 2);
  if (x < 10) {
    let product = 1;
    let shifted = x;
    while (shifted > 2.5) {
      shifted -= 1;
      product *= shifted;
    }
    return Math.log(product) + Math.log1p(shifted - 2) + logGammaOnePlus(shifted - 2);
  }
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
}

/**
 * δ(x) = log Γ(x + 1) − ((x + ½) log x − x + ½ log 2π): what Stirling's formula leaves out.
 *
 * Loader C (2000). Fast and accurate computation of binomial probabilities.
 */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/**
 * x log(x / mean) + mean − x, without the cancellation when x is near the mean (Loader's deviance part).
 */
export function deviancePart(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) < 0.1 * (x + mean)) {
    const ratio = difference / (x + mean);
    let sum = difference * ratio;
    let term = 2 * x * ratio;
    const square = ratio * ratio;
    for (let j = 1; j < 1000; j++) {
      term *= square;
      const next = sum + term / (2 * j + 1);
      if (next === sum) return sum;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / mean) + mean - x;
}

/** log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), without the cancellation for large arguments. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const total = small + large;
  if (small < 10) {
    const ratio = (large - 0.5) * Math.log1p(small / large) + small * Math.log(total) - small;
    return logGamma(small) - ratio + stirlingSeries(large) - stirlingSeries(total);
  }
  return (
    HALF_LOG_TWO_PI +
    (small - 0.5) * Math.log(small / total) -
    (large - 0.5) * Math.log1p(small / large) -
    0.5 * Math.log(total) +
    stirlingSeries(small) +
    stirlingSeries(large) -
    stirlingSeries(total)
  );
}

/** 1/(12x) − 1/(360x³) + …, Bernoulli's numbers over x ≥ 10: the next term is below 2e-17. */
function stirlingSeries(x: number): number {
  const square = 1 / (x * x);
  return (
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 -
              square *
                (1 / 1680 -
                  square *
                    (1 / 1188 - square * (691 / 360360 - square * (1 / 156 - square * (3617 / 122400)))))))) /
    x
  );
}

/**
 * ₂F₁(½, ½; (n − 2)/2; 1 − r²): what r is multiplied by to lose its bias.
 *
 * By its power series; where that converges slowly (small n, r near zero) by Euler's integral, which after
 * t = sin²θ is ∫ cosⁿ⁻⁴θ (cos²θ + r² sin²θ)^(−½) dθ up to its value at r = 1, taken by double exponential nodes.
 */
export function olkinPrattFactor(r: number, n: number): number {
  const z = 1 - r * r;
  const summed = hypergeometric(0.5, 0.5, (n - 2) / 2, z);
  if (summed !== undefined) return summed;
  const weighted = angleIntegral((c, s) => c ** (n - 4) / Math.sqrt(c * c + r * r * s * s));
  return weighted / angleIntegral((c) => c ** (n - 4));
}

/**
 * An unbiased estimate of the squared population correlation:
 * 1 − (n − 3)/(n − 2) · (1 − r²) · ₂F₁(1, 1; n/2; 1 − r²). Olkin and Pratt (1958), page 211.
 */
export function unbiasedSquareVariance(r: number, n: number): number {
  const z = 1 - r * r;
  const factor = hypergeometric(1, 1, n / 2, z) ?? hypergeometricByIntegral(n / 2, z);
  return 1 - ((n - 3) / (n - 2)) * z * factor;
}

/** The series Σ (a)ⱼ(b)ⱼ/(c)ⱼ zʲ/j!, or undefined where ten thousand terms do not settle it. */
function hypergeometric(a: number, b: number, c: number, z: number): number | undefined {
  let term = 1;
  let sum = 1;
  for (let j = 0; j < 10_000; j++) {
    term *= (((a + j) * (b + j)) / ((c + j) * (j + 1))) * z;
    sum += term;
    if (term <= 1e-17 * sum * (1 - z)) return sum;
  }
  return undefined;
}

/** ₂F₁(1, 1; c; z) = (c − 1) ∫ (1 − t)^(c − 2)/(1 − zt) dt over (0, 1), with t = sin²θ. */
function hypergeometricByIntegral(c: number, z: number): number {
  return (
    (c - 1) * angleIntegral((cos, sin) => (2 * sin * cos ** (2 * c - 3)) / (cos * cos + (1 - z) * sin * sin))
  );
}

/** ∫ f(cos θ, sin θ) dθ over (0, π/2), exact to rounding for functions that are smooth inside. */
function angleIntegral(f: (cos: number, sin: number) => number): number {
  const step = 1 / 64;
  let sum = 0;
  for (let i = -256; i <= 256; i++) {
    const t = i * step;
    const u = (Math.PI / 2) * Math.sinh(t);
    // The share of the interval on either side of the node, each computed as itself.
    const left = 1 / (1 + Math.exp(-2 * u));
    const right = 1 / (1 + Math.exp(2 * u));
    const weight = Math.PI * Math.cosh(t) * left * right;
    const quarter = Math.PI / 2;
    const cos = left < 0.5 ? Math.cos(quarter * left) : Math.sin(quarter * right);
    const sin = left < 0.5 ? Math.sin(quarter * left) : Math.cos(quarter * right);
    const value = weight * f(cos, sin);
    if (Number.isFinite(value)) sum += value;
  }
  return sum * step * (Math.PI / 2);
}
